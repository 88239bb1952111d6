// An article's Markdown → the bare HTML that a search index reads: headings and blocks of text. It costs a tenth of the page's body.
import type { Nodes, Parents, Root } from 'mdast';

/** Nodes that are a piece of text of their own; all others that have children are no more than those. */
const blocks: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'tableCell']);

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A block's text, ended as a sentence so that an excerpt does not run on into the next block. */
function endBlock(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === '' || /[.!?:;,…]$/.test(trimmed) ? `${trimmed} ` : `${trimmed}. `;
}

/**
 * The words of the body whose tree is `mdast`, as `prepareTree` left it. `flowchart` gives the HTML that stands for the
 * n-th flowchart, counted from 0 in the order of the text. Footnotes come where they are written. Headings are the only
 * elements: Pagefind takes a quarter longer for text in many.
 */
export function renderSearchText(mdast: Root, flowchart: (index: number) => string): string {
  const inside = (parent: Parents): string => parent.children.map(render).join('');
  const render = (node: Nodes): string => {
    const properties = node.data?.hProperties;
    if (properties?.dataFlow !== undefined) return flowchart(Number(properties.dataFlow));
    if (node.type === 'text' || node.type === 'inlineCode') return escapeText(node.value);
    if (node.type === 'break') return '\n';
    if (node.type === 'code') return endBlock(escapeText(node.value));
    if (!('children' in node)) return '';
    if (node.type === 'heading') {
      return `<h${node.depth} id="${escapeText(String(properties?.id))}">${inside(node)}</h${node.depth}>\n`;
    }
    return blocks.has(node.type) ? endBlock(inside(node)) : inside(node);
  };
  return inside(mdast);
}
