// The plain text of a Mermaid label: what a reader sees in the picture, on one line.
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** `label` without line breaks, HTML, entities, icons and, where `markdown` says so, emphasis marks. */
export function labelText(label: string, markdown: boolean): string {
  // Mermaid's parser hides `#quot;` and `#233;` behind ligatures (utils.ts, encodeEntities), those within `&#233;` too.
  const entities = label
    .replace(/&?ﬂ°°|&ﬂ°(?=x[\da-f]+¶ß)/gi, '&#')
    .replaceAll('ﬂ°', '&')
    .replaceAll('¶ß', ';');
  const text = entities.replaceAll('\\n', ' ').replace(/\bfa[a-z]?:fa-[\w-]+/g, ' ');
  const plain = /[<&]/.test(text) ? textOf(fromHtml(text, { fragment: true })) : text;
  return (markdown ? withoutMarks(plain) : plain).replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** `text` with the characters that `&eacute;` or `&#233;` stand for in their place; everything else, tags too, stays as it is. */
export function decodeReferences(text: string): string {
  return text.replace(/&#?\w+;/g, (reference) => textOf(fromHtml(reference, { fragment: true })));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && ['script', 'style'].includes(node.tagName)) return '';
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function withoutMarks(text: string): string {
  return text.replace(/(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
