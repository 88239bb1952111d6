// Counts the parts of a page and gathers its words, once in HTML and once in Markdown: two ways that know nothing of each other.
import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes, Root } from 'mdast';
import { walkTree } from '../content/walk-tree.ts';
import { type ElementCounts, type ElementKind, noElements } from './source-page.ts';

export interface Inventory {
  readonly counts: ElementCounts;
  /** The words that a reader sees, with white space where blocks part. */
  readonly text: string;
}

const kindOfTag: Readonly<Record<string, ElementKind>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const)),
  ul: 'list',
  ol: 'list',
  dl: 'list',
  table: 'table',
  img: 'image',
  svg: 'image',
};

/** Elements that part no words. */
const inline = new Set(
  (
    'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup ' +
    'time tt u var wbr'
  ).split(' '),
);

/** Elements whose text no reader sees. */
export const unseen: ReadonlySet<string> = new Set(
  'script style template head title noscript svg math iframe object embed canvas audio video select textarea button datalist'.split(
    ' ',
  ),
);

/** What the HTML in `root` holds. */
export function countHtml(root: HtmlNodes): Inventory {
  const counts: Record<ElementKind, number> = { ...noElements };
  const pieces: string[] = [];
  const visit = (node: HtmlNodes): void => {
    if (node.type === 'text') pieces.push(node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      const kind =
        node.tagName === 'a' && node.properties.href !== undefined ? 'link' : kindOfTag[node.tagName];
      if (kind !== undefined) counts[kind]++;
      if (unseen.has(node.tagName)) return;
    }
    const parts = node.type === 'element' && !inline.has(node.tagName);
    if (parts) pieces.push(' ');
    for (const child of node.children) visit(child);
    if (parts) pieces.push(' ');
  };
  visit(root);
  return { counts, text: pieces.join('') };
}

const kindOfNode: Readonly<Partial<Record<Nodes['type'], ElementKind>>> = {
  heading: 'heading',
  list: 'list',
  table: 'table',
  link: 'link',
  image: 'image',
};

const spaced: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'code', 'break', 'html']);

/** What the Markdown in `root` holds. */
export function countMarkdown(root: Root): Inventory {
  const counts: Record<ElementKind, number> = { ...noElements };
  const pieces: string[] = [];
  const visit = (node: Nodes) => {
    const kind = kindOfNode[node.type];
    if (kind !== undefined) counts[kind]++;
    if (spaced.has(node.type)) pieces.push(' ');
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' || node.type === 'html')
      pieces.push(node.value);
    return undefined;
  };
  walkTree<Nodes>(root, visit);
  return { counts, text: pieces.join('') };
}
