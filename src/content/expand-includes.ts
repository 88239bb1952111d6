// Puts the fragments that an article includes in the place of its `::include` directives, in the tree that pages are made from.
import { posix } from 'node:path';
import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { type Included, parseInclude } from './fragments.ts';
import type { ParseMarkdown } from './markdown-parser.ts';
import { walkTree } from './walk-tree.ts';

/** Why an include shows nothing. */
export type IncludeProblem = 'unknown' | 'unreadable' | 'circle';

/** The ids that a paragraph of nothing but include directives names, in their order; undefined for any other paragraph. */
export function includesOf({ children }: Paragraph): readonly string[] | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text' || !only.value.startsWith('::include{'))
    return undefined;
  const ids = only.value.split(/\r?\n/).map(parseInclude);
  return ids.includes(undefined) ? undefined : (ids as string[]);
}

/** Why the fragment `id` can't stand where it is included, inside the fragments `within`; undefined where it can. */
export function problemOf(
  id: string,
  included: Included,
  within: readonly string[] = [],
): IncludeProblem | undefined {
  if (within.includes(id)) return 'circle';
  const fragment = included.get(id);
  if (!fragment) return 'unknown';
  return fragment.content.ok ? undefined : 'unreadable';
}

interface Place {
  /** Path of the article, from which its links count. */
  readonly path: string;
  readonly included: Included;
  readonly parse: ParseMarkdown;
}

/**
 * Replaces, in `tree`, each paragraph of include directives by the fragments' own nodes, which stand at the directive's
 * place: a finding on a fragment's link points to where the article includes it. Links and images of a fragment count
 * from its file. A directive that can't be followed stays, as the text that it is.
 */
export function expandIncludes(tree: Root, place: Place): Root {
  expand(tree, place, []);
  return tree;
}

function expand(parent: Parents, place: Place, within: readonly string[]): void {
  const children: Nodes[] = parent.children.flatMap((node): Nodes[] => {
    const ids = node.type === 'paragraph' ? includesOf(node) : undefined;
    if (ids?.every((id) => problemOf(id, place.included, within) === undefined))
      return ids.flatMap((id) => nodesOf(id, node.position, place, within));
    if (ids === undefined && 'children' in node) expand(node, place, within);
    return [node];
  });
  parent.children = children as typeof parent.children;
}

function nodesOf(
  id: string,
  position: Nodes['position'],
  place: Place,
  within: readonly string[],
): RootContent[] {
  const fragment = place.included.get(id);
  if (!fragment?.content.ok) return [];
  const tree = place.parse(fragment.content.text);
  const rebase = rebaser(fragment.path, place.path);
  walkTree<Nodes>(tree, (node) => {
    if ('identifier' in node) node.identifier = `${id}/${node.identifier}`;
    if ('url' in node) node.url = rebase(node.url);
    return undefined;
  });
  expand(tree, place, [...within, id]);
  walkTree<Nodes>(tree, (node) => {
    if (position) node.position = position;
    else delete node.position;
    return undefined;
  });
  return tree.children;
}

/** Turns an address that is written in the file `from` into one that means the same in the file `to`. */
function rebaser(from: string, to: string): (url: string) => string {
  const [source, target] = [posix.dirname(from), posix.dirname(to)];
  return (url) => {
    const relative = !/^(?:[a-z][a-z0-9+.-]*:|\/|#|\\|$)/i.test(url.trim());
    if (!relative) return url;
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url.trim()) ?? [];
    return `${posix.relative(target, posix.join(source, file))}${rest}`;
  };
}
