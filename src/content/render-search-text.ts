// An article's Markdown → the bare HTML that a search index reads: headings and blocks of text. It costs a tenth of the page's body.
import type { Nodes, Parents, Root } from 'mdast';

/** Nodes that are a piece of text of their own; all others that have children are no more than those. */
const blocks: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  listItem: 'li',
  tableCell: 'td',
};

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/**
 * The words of the body whose tree is `mdast`, as `prepareTree` left it. `flowchart` gives the HTML that stands for the
 * n-th flowchart, counted from 0 in the order of the text. Footnotes come where they are written.
 */
export function renderSearchText(mdast: Root, flowchart: (index: number) => string): string {
  const inside = (parent: Parents): string => parent.children.map(render).join('');
  const render = (node: Nodes): string => {
    const properties = node.data?.hProperties;
    if (properties?.dataFlow !== undefined) return flowchart(Number(properties.dataFlow));
    if (node.type === 'text' || node.type === 'inlineCode') return escapeText(node.value);
    if (node.type === 'break') return '\n';
    if (node.type === 'code') return `<pre>${escapeText(node.value)}</pre>\n`;
    if (!('children' in node)) return '';
    if (node.type === 'heading') {
      return `<h${node.depth} id="${escapeText(String(properties?.id))}">${inside(node)}</h${node.depth}>\n`;
    }
    const tag = blocks[node.type];
    return tag === undefined ? inside(node) : `<${tag}>${inside(node)}</${tag}>\n`;
  };
  return inside(mdast);
}
