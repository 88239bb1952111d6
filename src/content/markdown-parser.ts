// Markdown text → mdast, by satteri (native, fast) or by remark (the reference, and the fallback where satteri can't load).
import type { Root } from 'mdast';
import { keepContainers, mayHoldContainers } from './container-directives.ts';

export const parserNames = ['satteri', 'remark'] as const;

export type ParserName = (typeof parserNames)[number];

/** Parses CommonMark with GFM and kb's container directives; positions count from line 1, column 1 of the text given. */
export type ParseMarkdown = (text: string) => Root;

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
      const { markdownToMdast } = satteri;
      // Front matter is already cut off, so satteri's own is switched off.
      const features = { gfm: true, frontmatter: false, smartPunctuation: false };
      const parseWith = (text: string, directive: boolean): Root =>
        markdownToMdast(text, { features: { ...features, directive } }) as Root;
      return {
        name,
        parse: withContainers(
          (text) => parseWith(text, false),
          (text) => parseWith(text, true),
        ),
      };
    }
  }
  // Loaded only where it is asked for: it takes a fifth of the time in which `kb` starts.
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { default: remarkDirective }] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-gfm'),
      import('remark-directive'),
    ]);
  const plain = unified().use(remarkParse).use(remarkGfm).freeze();
  const directive = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
  return {
    name: 'remark',
    parse: withContainers(
      (text) => plain.parse(text),
      (text) => directive.parse(text),
    ),
  };
}

/** Parses with directives only what may hold a container: for all other texts nothing changes, in time or in trees. */
function withContainers(parsePlain: ParseMarkdown, parseDirectives: ParseMarkdown): ParseMarkdown {
  return (text) => (mayHoldContainers(text) ? keepContainers(parseDirectives(text), text) : parsePlain(text));
}

/** A parser that is loaded after it was handed out: what most often parses nothing need not wait for it. */
export interface LateParser {
  /** Raises an `Error` until the parser is loaded. */
  readonly parse: ParseMarkdown;
  readonly load: () => Promise<void>;
}

/** The parser called `name`, not loaded yet. */
export function lateMarkdownParser(name?: ParserName): LateParser {
  let loaded: ParseMarkdown | undefined;
  return {
    parse: (text) => {
      if (!loaded) throw new Error('Markdown was to be parsed before its parser was loaded');
      return loaded(text);
    },
    load: async () => {
      loaded ??= (await loadMarkdownParser(name)).parse;
    },
  };
}
