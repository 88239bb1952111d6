// Parses an article's body when somebody asks, so that a build has its first article ready while most bodies are unparsed.
import type { Root } from 'mdast';
import { collectMarkdown } from './collect-markdown.ts';
import type { Markdown } from './document.ts';
import type { ParseMarkdown } from './markdown-parser.ts';

export interface BodyReader {
  /** A new tree of the body, for the caller to edit. */
  readonly parseBody: () => Root;
  /** What the body holds, collected from the first tree that was made. */
  readonly markdown: () => Markdown;
}

/** A reader of `body`; `lineShift` is the number of lines before it in the file. */
export function createBodyReader(body: string, lineShift: number, parse: ParseMarkdown): BodyReader {
  let collected: Markdown | undefined;
  const collect = (tree: Root): Markdown => {
    collected ??= collectMarkdown(tree, lineShift);
    return collected;
  };
  return {
    parseBody: () => {
      const tree = parse(body);
      collect(tree);
      return tree;
    },
    markdown: () => collected ?? collect(parse(body)),
  };
}
