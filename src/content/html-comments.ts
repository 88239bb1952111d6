// Comments of HTML, which are for writers: what is left of a text without them, as everybody else has it.
import type { Nodes } from 'mdast';
import { type Options, toString as textOf } from 'mdast-util-to-string';

/** `html` with what `put` gives in the place of each comment of a length; one without an end is no comment, but text that the site shows. */
function replaceComments(html: string, put: (length: number) => string): string {
  let rest = '';
  let from = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', start + '<!--'.length);
    // One without an end has no other behind it that could be ended.
    if (end === -1) break;
    const next = end + '-->'.length;
    rest += html.slice(from, start) + put(next - start);
    from = next;
  }
  return rest + html.slice(from);
}

/** `html` without its comments. */
export function withoutComments(html: string): string {
  return replaceComments(html, () => '');
}

/** `html` with a space in the place of each character of its comments; what is left keeps its offsets. */
export function blankComments(html: string): string {
  return replaceComments(html, (length) => ' '.repeat(length));
}

/** The text of `node` without comments. */
export function shownText(node: Nodes, options?: Options): string {
  if (node.type === 'html') return withoutComments(node.value);
  return 'children' in node
    ? node.children.map((child) => shownText(child, options)).join('')
    : textOf(node, options);
}
