// An article's text as an assistant reads it: Markdown, with what it includes in its place, whole or one section of it.
import { type Included, parseInclude } from '../content/fragments.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';

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

/** The Markdown of `document` without front matter; of one section where `section` is the anchor of its heading, undefined where there is none. */
export function articleText(document: ArticleDocument, section?: string): string | undefined {
  if (section === undefined) return expand(document.body, document.included).trim();
  const headings = document.markdown?.headings ?? [];
  const at = headings.findIndex(({ slug }) => slug === section);
  const heading = headings[at];
  if (!heading) return undefined;
  const next = headings.slice(at + 1).find(({ depth }) => depth <= heading.depth);
  const lines = document.text.split('\n').slice(heading.line - 1, next && next.line - 1);
  return expand(lines.join('\n'), document.included).trim();
}
