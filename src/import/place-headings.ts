// The headings of an imported page as an article has them: the title above them, then level 2, and no level skipped.
import type { Heading, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { walkTree } from '../content/walk-tree.ts';
import { countMarkdown } from './count-elements.ts';
import { lineOf, type Remark } from './source-page.ts';

const same = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

export interface TitledPage {
  readonly title: string;
  readonly remarks: readonly Remark[];
}

/** Whether a title can say all that the heading holds: a picture or a link in it would be lost. */
function isPlain(heading: Heading): boolean {
  const { image, link } = countMarkdown({ type: 'root', children: [heading] }).counts;
  return image + link === 0;
}

function isLeading(tree: Root, heading: Heading): boolean {
  return tree.children.find((node) => node.type !== 'thematicBreak') === heading;
}

/** What `node` says on one line: a break between two words parts them there too. */
function lineOfWords(node: Nodes): string {
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(lineOfWords).join('') : textOf(node);
}

/**
 * Takes the title out of `tree`: a heading at the very beginning that is the only one of its level above all others, or
 * says what `given` says. Otherwise the title is `given`, else `fileName`.
 */
export function takeTitle(tree: Root, given: string | undefined, fileName: string): TitledPage {
  const headings = headingsOf(tree);
  const [first] = headings;
  const tops = headings.filter(({ depth }) => depth === 1);
  const text = first ? lineOfWords(first).replace(/\s+/g, ' ').trim() : '';
  const top = first?.depth === 1 && tops.length === 1;
  if (
    first &&
    text !== '' &&
    isLeading(tree, first) &&
    isPlain(first) &&
    (top || same(text) === same(given ?? ''))
  ) {
    tree.children = tree.children.filter((node) => node !== first);
    const change = { heading: -1 };
    return { title: text, remarks: [{ code: 'title-from-heading', line: lineOf(first), change }] };
  }
  if (given !== undefined) return { title: given, remarks: [] };
  return { title: fileName, remarks: [{ code: 'title-from-name' }] };
}

/** The headings of `tree` in the order of the text. */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'heading') headings.push(node);
    return undefined;
  });
  return headings;
}

/** Edits the levels of headings: the outermost becomes 2, and each is at most one deeper than the one that holds it. */
export function levelHeadings(tree: Root): Remark[] {
  const open: { readonly from: number; readonly to: number }[] = [];
  return headingsOf(tree).flatMap((heading): Remark[] => {
    const from = heading.depth;
    while ((open.at(-1)?.from ?? 0) >= from) open.pop();
    const to = Math.min(6, (open.at(-1)?.to ?? 1) + 1);
    open.push({ from, to });
    heading.depth = to as Heading['depth'];
    return from === to ? [] : [{ code: 'headings-moved', line: lineOf(heading), detail: `${from} → ${to}` }];
  });
}
