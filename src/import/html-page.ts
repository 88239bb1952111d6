// The HTML of one page → its text as a Markdown tree, what it held, and what could not be kept. Word, Zendesk and plain HTML all come this way.
import type { Element, Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { wordsOf } from '../content/count-kept-words.ts';
import { cleanHtml } from './clean-html.ts';
import { countHtml } from './count-elements.ts';
import { flattenTables } from './flatten-tables.ts';
import type { Remark, SourcePage } from './source-page.ts';
import { takeEmbedded } from './take-embedded.ts';

declare module 'mdast' {
  interface HeadingData {
    /** Names by which links of the source reach the heading. */
    anchors?: readonly string[] | undefined;
  }
}

export type HtmlPage = Pick<SourcePage, 'title' | 'tree' | 'embedded' | 'counts' | 'text' | 'remarks'> & {
  /** The language that `<html lang>` names. */
  readonly lang: string | undefined;
};

/** Deepest nesting of elements that is read: deeper, walking the tree would exhaust the stack. */
const deepest = 400;

/** The elements called `name` in `parent`, from the outside in. */
function find(parent: HtmlRoot | Element, name: string): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === name ? [child] : find(child, name);
  });
}

function isTooDeep(root: HtmlRoot): boolean {
  let level: (HtmlRoot | Element)[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap(({ children }) =>
      [...children].filter((child): child is Element => child.type === 'element'),
    );
  }
  return false;
}

/** What readers come for: the only `main`, else the only `article`, else the whole page. */
function takeMain(page: HtmlRoot): { readonly root: HtmlRoot; readonly remarks: readonly Remark[] } {
  const [first, ...others] =
    [find(page, 'main'), find(page, 'article')].find(({ length }) => length === 1) ?? [];
  if (!first || others.length > 0) return { root: page, remarks: [] };
  const root: HtmlRoot = { type: 'root', children: [first] };
  const outside = wordsOf(countHtml(page).text).length - wordsOf(countHtml(root).text).length;
  return { root, remarks: outside > 0 ? [{ code: 'outside-main', detail: String(outside) }] : [] };
}

/** Names of anchors on `element` and in it: editors put them on the heading, around its text, or in an empty link. */
function anchorsOf(element: Element): string[] {
  const { id, name } = element.properties;
  return [
    ...[id, element.tagName === 'a' ? name : undefined].flatMap((value) => (value ? [String(value)] : [])),
    ...element.children.flatMap((child) => (child.type === 'element' ? anchorsOf(child) : [])),
  ];
}

function convertHeading(state: State, element: Element) {
  const heading = defaultHandlers.h1(state, element);
  heading.data = { ...heading.data, anchors: anchorsOf(element) };
  return heading;
}

const headingHandlers = Object.fromEntries(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, convertHeading]),
);

function parseShallow(html: string): HtmlRoot | undefined {
  try {
    const page = fromHtml(html);
    return isTooDeep(page) ? undefined : page;
  } catch (error) {
    // The parser calls itself for every level: thousands of them exhaust the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the source of a page writes in its own way. */
export interface HtmlDialect {
  /** Makes plain HTML of it, or elements of the dialect's own. */
  readonly prepare: (page: HtmlRoot) => void;
  /** Makes Markdown of those. */
  readonly handlers?: Readonly<Record<string, Handle>>;
}

/** Reads `html`; undefined where its elements are nested more than 400 deep, which no person writes. */
export function parseHtmlPage(html: string, dialect?: HtmlDialect): HtmlPage | undefined {
  const page = parseShallow(html);
  if (!page) return undefined;
  dialect?.prepare(page);
  const { root, remarks } = takeMain(page);
  const { counts, text } = countHtml(root);
  const { remarks: refused, embedded } = takeEmbedded(root);
  // Tables come first: what is made flat may leave an empty element.
  const losses = [...remarks, ...refused, ...flattenTables(root), ...cleanHtml(root)];
  const tree = toMdast(root, {
    handlers: { ...headingHandlers, ...dialect?.handlers },
    newlines: false,
  }) as Root;
  const [title] = find(page, 'title').map((element) => textOf(element).replace(/\s+/g, ' ').trim());
  const lang = find(page, 'html')[0]?.properties.lang;
  return {
    title: title || undefined,
    lang: typeof lang === 'string' && lang !== '' ? lang : undefined,
    tree,
    embedded,
    counts,
    text,
    remarks: losses,
  };
}
