// An article's text as a program reads it: Markdown, with what it includes and what readers have of it, whole or by sections.
import { type Included, parseInclude } from '../content/fragments.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { readPlainly } from '../content/plain-reading.ts';
import { resolveLink } from '../content/resolve-link.ts';
import type { IsoDate } from '../model/iso-date.ts';

export interface TextTerms {
  readonly base: KnowledgeBase;
  readonly parse: ParseMarkdown;
  readonly today: IsoDate;
  /** What readers may have: no link leads to another article. */
  readonly articles: ReadonlySet<ArticleDocument>;
}

/** Deeper than any base nests its fragments. */
const deepest = 10;

/** `text` with each `::include` replaced by its fragment; one that there is not stays as it is written. */
function expand(text: string, included: Included, depth = 0): string {
  if (depth > deepest || !text.includes('::include{')) return text;
  return text
    .split('\n')
    .map((line) => {
      const id = parseInclude(line);
      const content = id === undefined ? undefined : included.get(id)?.content;
      return content?.ok ? expand(content.text.trim(), included, depth + 1) : line;
    })
    .join('\n');
}

/** `text`, a part of `document`, as it is read. */
function readPart(
  document: ArticleDocument,
  text: string,
  { base, parse, today, articles }: TextTerms,
): string {
  const { article, included, variables } = document;
  const mayFollow = (url: string) => {
    const target = resolveLink(url, document, base);
    return target.kind !== 'article' || articles.has(target.document);
  };
  return readPlainly(expand(text, included), {
    variables,
    lang: article.lang,
    today,
    mayFollow,
    parse,
  }).trim();
}

/** The lines of the file from `first` to before `end`, both from 1. */
function linesOf({ text }: ArticleDocument, first: number, end: number | undefined): string {
  return text
    .split('\n')
    .slice(first - 1, end && end - 1)
    .join('\n');
}

/** The Markdown of `document` as it is read, without front matter; of one section where `section` is the anchor of its heading, undefined where there is none. */
export function articleText(
  document: ArticleDocument,
  terms: TextTerms,
  section?: string,
): string | undefined {
  if (section === undefined) return readPart(document, document.body, terms);
  const headings = document.markdown?.headings ?? [];
  const at = headings.findIndex(({ slug }) => slug === section);
  const heading = headings[at];
  if (!heading) return undefined;
  const next = headings.slice(at + 1).find(({ depth }) => depth <= heading.depth);
  return readPart(document, linesOf(document, heading.line, next?.line), terms);
}

export interface TextSection {
  /** The anchor of its heading; undefined for what stands before the first. */
  readonly slug: string | undefined;
  /** From the outermost down to its own. */
  readonly headings: readonly string[];
  /** Without its heading and without the sections below it. */
  readonly text: string;
}

/** The sections of `document` that hold any text, in its order, as they are read. */
export function sectionsOf(document: ArticleDocument, terms: TextTerms): readonly TextSection[] {
  const headings = document.markdown?.headings ?? [];
  const start = document.text.slice(0, document.text.length - document.body.length).split('\n').length;
  const textOf = (first: number, end: number | undefined) =>
    readPart(document, linesOf(document, first, end), terms);
  const sections: TextSection[] = [{ slug: undefined, headings: [], text: textOf(start, headings[0]?.line) }];
  const above: { readonly depth: number; readonly text: string }[] = [];
  for (const [index, { depth, text, slug, line }] of headings.entries()) {
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    above.push({ depth, text });
    const body = textOf(line + 1, headings[index + 1]?.line);
    sections.push({ slug, headings: above.map((each) => each.text), text: body });
  }
  return sections.filter(({ text }) => text !== '');
}
