// Markdown as its readers have it, still as Markdown: with the values of a day, without comments, and without links to what they may not read.
import type { Nodes, Root } from 'mdast';
import type { IsoDate } from '../model/iso-date.ts';
import type { Variables } from '../model/variable.ts';
import { applyEdits, type TextEdit } from './apply-edits.ts';
import { isMermaid } from './collect-markdown.ts';
import { fillLabels } from './fill-flowcharts.ts';
import { withoutComments } from './html-comments.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { fillValues, holdsText } from './place-values.ts';
import { walkTree } from './walk-tree.ts';

/** For whom and for when a text is read. */
export interface ReadingTerms {
  readonly variables: Variables;
  readonly lang: string;
  readonly today: IsoDate;
  /** Whether readers may follow a link to `url`; the words of another one are all that they see. */
  readonly mayFollow: (url: string) => boolean;
  readonly parse: ParseMarkdown;
}

/** The parts of `node` before and behind its words. */
function aroundWords(node: Extract<Nodes, { children: unknown }>): TextEdit[] {
  const { start, end } = rangeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [{ start, end, text: '' }];
  return [
    { start, end: rangeOf(first).start, text: '' },
    { start: rangeOf(last).end, end, text: '' },
  ];
}

function rangeOf({ position }: Nodes): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** The definitions of `tree` whose links readers may not follow, by their identifiers. */
function forbiddenDefinitions(tree: Root, mayFollow: ReadingTerms['mayFollow']): ReadonlySet<string> {
  const found = new Set<string>();
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'definition' && !mayFollow(node.url)) found.add(node.identifier);
    return undefined;
  });
  return found;
}

/**
 * `text` (Markdown, with what it includes) as it is read: values where a page has them, which is not in code, in headings
 * or in addresses.
 */
export function readPlainly(
  text: string,
  { variables, lang, today, mayFollow, parse }: ReadingTerms,
): string {
  const tree = parse(text);
  const forbidden = forbiddenDefinitions(tree, mayFollow);
  const edits: TextEdit[] = [];
  const fill = (start: number, end: number) => {
    edits.push({ start, end, text: fillValues(text.slice(start, end), variables, { lang, today }) });
  };
  const free = (node: Nodes) => {
    const isForbidden =
      (node.type === 'link' && !mayFollow(node.url)) ||
      (node.type === 'linkReference' && forbidden.has(node.identifier));
    if (isForbidden) edits.push(...aroundWords(node));
  };
  walkTree<Nodes>(tree, (node) => {
    const { start, end } = rangeOf(node);
    const source = () => text.slice(start, end);
    free(node);
    if (node.type === 'heading') {
      walkTree<Nodes>(node, (inner) => {
        free(inner);
        return undefined;
      });
      return 'skip';
    }
    if (node.type === 'html') edits.push({ start, end, text: withoutComments(source()) });
    else if (node.type === 'code' && isMermaid(node))
      edits.push({ start, end, text: fillLabels(source(), variables, lang) });
    else if (node.type === 'text' || (node.type === 'code' && holdsText(node))) fill(start, end);
    else if (node.type === 'image') fill(start, start + source().lastIndexOf(']('));
    else if (node.type === 'definition' && forbidden.has(node.identifier))
      edits.push({ start, end, text: '' });
    return undefined;
  });
  return applyEdits(text, edits);
}
