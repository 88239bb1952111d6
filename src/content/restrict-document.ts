// `only` containers: what some audiences may read of an article that others read too. Taken out of the text before anything else looks at it, so that no page, index, list or export can hold it.
import type { Nodes, Root } from 'mdast';
import type { Config } from '../model/config.ts';
import type { ContainerDirective } from './container-directives.ts';
import type { Document } from './document.ts';
import type { Fragment, Fragments } from './fragments.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { parseDocument, type SharedTexts } from './parse-document.ts';
import { walkTree } from './walk-tree.ts';

/** What a container `only` begins with, wherever it stands. */
const opening = ':::only';

/** The container `only` where `node` is one. */
export function asOnly(node: Nodes): ContainerDirective | undefined {
  return node.type === 'containerDirective' && node.name === 'only' ? node : undefined;
}

/** The audiences that a container `only` names. */
export function audiencesOf({ attributes }: ContainerDirective): readonly string[] {
  return (attributes.audience ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Whether readers of `audience` may have what `container` holds; one that names no audience there is, is for the most restricted. */
function isFor(container: ContainerDirective, audience: string, audiences: readonly string[]): boolean {
  const known = audiencesOf(container).filter((name) => audiences.includes(name));
  return known.length > 0 ? known.includes(audience) : audience === audiences[0];
}

/** `text` (Markdown without front matter) as `audience` reads it: lines that it may not have are empty, and so are those of the fences; every other line keeps its place. */
export function restrictText(
  text: string,
  audience: string,
  audiences: readonly string[],
  parse: ParseMarkdown,
): string {
  if (!text.includes(opening)) return text;
  const lines = text.split('\n');
  const clear = (first: number, last: number) => {
    for (let line = first; line <= last; line++)
      lines[line - 1] = lines[line - 1]?.endsWith('\r') ? '\r' : '';
  };
  walkTree<Nodes>(parse(text) as Root, (node) => {
    const container = asOnly(node);
    if (!container) return undefined;
    const { start, end } = container.position ?? {};
    // Without a place nobody can tell what to leave out: then it is everything.
    if (!start || !end) {
      clear(1, lines.length);
      return 'skip';
    }
    if (!isFor(container, audience, audiences)) {
      clear(start.line, end.line);
      return 'skip';
    }
    clear(start.line, start.line);
    if (/^[ \t>]*:{3,}[ \t]*\r?$/.test(lines[end.line - 1] ?? '')) clear(end.line, end.line);
    return undefined;
  });
  return lines.join('\n');
}

/** `fragments` as `audience` reads them. */
export function restrictFragments(
  fragments: Fragments,
  audience: string,
  audiences: readonly string[],
  parse: ParseMarkdown,
): Fragments {
  return new Map(
    [...fragments].map(([id, fragment]): [string, Fragment] => {
      const { content } = fragment;
      if (!content.ok || !content.text.includes(opening)) return [id, fragment];
      const text = restrictText(content.text, audience, audiences, parse);
      return [id, { ...fragment, content: { ...content, text } }];
    }),
  );
}

/**
 * `document` as `audience` reads it, with the digest of the whole: who validated it answers for every reader's part.
 * The fragments of `shared` are those of `restrictFragments`.
 */
export function restrictDocument(
  document: Document,
  audience: string,
  {
    config,
    shared,
    parse,
  }: { readonly config: Config; readonly shared: SharedTexts; readonly parse: ParseMarkdown },
): Document {
  const { article, path, included } = document;
  const holds =
    document.peekBytes().includes(opening) ||
    [...included.values()].some((each) => each?.content.ok && each.content.text.includes(opening));
  if (!article || !holds) return document;
  const { text, body } = document;
  const read = restrictText(body, audience, config.audiences, parse);
  const restricted = parseDocument(
    path,
    text.slice(0, text.length - body.length) + read,
    config,
    parse,
    shared,
  );
  return Object.assign(restricted, { article });
}
