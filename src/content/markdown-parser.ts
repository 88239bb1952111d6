// Markdown text → mdast, by satteri (native, fast) or by remark (the reference, and the fallback where satteri can't load).
import type { Root } from 'mdast';
import { type Parser, type Plugin, type Processor, unified } from 'unified';

export const parserNames = ['satteri', 'remark'] as const;

export type ParserName = (typeof parserNames)[number];

/** Parses CommonMark with GFM; positions count from line 1, column 1 of the text given. */
export type ParseMarkdown = (text: string) => Root;

/** A unified parser that hands the text to satteri; front matter is already cut off, so satteri's own is switched off. */
function satteriParser(markdownToMdast: typeof import('satteri').markdownToMdast): Plugin<[], string, Root> {
  return function attach(this: Processor) {
    const parser: Parser<Root> = (text) =>
      markdownToMdast(text, { features: { gfm: true, frontmatter: false, smartPunctuation: false } }) as Root;
    this.parser = parser;
  };
}

/**
 * The parser called `name`.
 *
 * Where satteri's native part can't load on this machine, remark takes its place and `name` in the result says so.
 */
export async function loadMarkdownParser(
  name: ParserName = 'satteri',
): Promise<{ readonly name: ParserName; readonly parse: ParseMarkdown }> {
  if (name === 'satteri') {
    const satteri = await import('satteri').catch(() => undefined);
    if (satteri) {
      const processor = unified().use(satteriParser(satteri.markdownToMdast)).freeze();
      return { name, parse: (text) => processor.parse(text) };
    }
  }
  // Loaded only where it is asked for: it takes a fifth of the time in which `kb` starts.
  const [{ default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  return { name: 'remark', parse: (text) => processor.parse(text) };
}
