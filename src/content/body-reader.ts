// Parses an article's body when somebody asks, so that a build has its first article ready while most bodies are unparsed.
import type { Root } from 'mdast';
import type { Variables } from '../model/variable.ts';
import { collectMarkdown } from './collect-markdown.ts';
import type { Markdown } from './document.ts';
import { expandIncludes } from './expand-includes.ts';
import { fillFlowcharts } from './fill-flowcharts.ts';
import type { Included } from './fragments.ts';
import type { ParseMarkdown } from './markdown-parser.ts';

export interface BodyReader {
  /** A new tree of the body as it is written, for the caller to edit. */
  readonly parseBody: () => Root;
  /** A new tree of the body as it is read, with the fragments that it includes; `placeValues` puts the values of a day into it. */
  readonly parseReading: () => Root;
  /** What the body holds as it is read, collected from the first such tree that was made. */
  readonly markdown: () => Markdown;
}

/** The body of an article's file. */
export interface BodySource {
  /** Path of the file, from the knowledge base's root. */
  readonly path: string;
  readonly body: string;
  /** How many lines the file has before it. */
  readonly lineShift: number;
  readonly included: Included;
  readonly variables: Variables;
  /** The article's language. */
  readonly lang: string;
}

/** A reader of the body of `source`. */
export function createBodyReader(
  { path, body, lineShift, included, variables, lang }: BodySource,
  parse: ParseMarkdown,
): BodyReader {
  let collected: Markdown | undefined;
  const collect = (tree: Root): Markdown => {
    collected ??= collectMarkdown(tree, lineShift);
    return collected;
  };
  const parseReading = (): Root => {
    const tree = parse(body);
    if (included.size > 0) expandIncludes(tree, { path, included, parse });
    if (variables.size > 0) fillFlowcharts(tree, variables, lang);
    collect(tree);
    return tree;
  };
  return {
    parseBody: included.size > 0 || variables.size > 0 ? () => parse(body) : parseReading,
    parseReading,
    markdown: () => collected ?? collect(parseReading()),
  };
}
