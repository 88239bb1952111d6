// `macro` containers in a tree: which texts an article has for customers, as plain text, and what of it no plain text can hold.
import type { Nodes, Parents, Root } from 'mdast';
import { type Channel, isChannel, type Macro } from '../model/macro.ts';
import { type ContainerDirective, splitLabel } from './container-directives.ts';
import { shownText } from './html-comments.ts';
import { asCase, type WrittenCase } from './place-cases.ts';
import { walkTree } from './walk-tree.ts';

/** A macro with the place where it is written. */
export interface WrittenMacro extends Macro {
  readonly node: ContainerDirective;
  /** The cases that it stands in, from the outermost on. */
  readonly cases: readonly WrittenCase[];
}

/** The container `macro` where `node` is one. */
export function asMacro(node: Nodes): ContainerDirective | undefined {
  return node.type === 'containerDirective' && node.name === 'macro' ? node : undefined;
}

/** All containers `macro` below `parent`, in its order, whatever their channel, with the cases that they stand in. */
function* findMacros(
  parent: Parents,
  cases: readonly WrittenCase[] = [],
): Iterable<Pick<WrittenMacro, 'node' | 'cases'>> {
  for (const child of parent.children) {
    const node = asMacro(child);
    const inner = asCase(child);
    if (node) yield { node, cases };
    else if ('children' in child) yield* findMacros(child, inner ? [...cases, inner] : cases);
  }
}

/** All containers `macro` of `tree`, in its order, whatever their channel. */
export function macroContainers(tree: Root): readonly ContainerDirective[] {
  return [...findMacros(tree)].map(({ node }) => node);
}

/** The macros of `tree` whose channel there is. */
export function readMacros(tree: Root): readonly WrittenMacro[] {
  return [...findMacros(tree)].flatMap(({ node, cases }, index): WrittenMacro[] => {
    const { channel } = node.attributes;
    if (!isChannel(channel)) return [];
    const { label, body } = splitLabel(node);
    const title = label && shownText(label).trim();
    return [
      {
        node,
        cases,
        number: index + 1,
        channel,
        title,
        subject: channel === 'email' ? title : undefined,
        text: plainText(body, channel),
      },
    ];
  });
}

/** Nodes of which a message has no use: a picture, a table, a case. */
const unfit: readonly string[] = [
  'image',
  'imageReference',
  'table',
  'code',
  'containerDirective',
  'footnoteReference',
];

/** The first node in `container` that no plain text can hold. */
export function findUnfit(container: ContainerDirective): Nodes | undefined {
  let found: Nodes | undefined;
  walkTree<Nodes>(container, (node) => {
    if (found === undefined && node !== container && unfit.includes(node.type)) found = node;
    return undefined;
  });
  return found;
}

/** What an agent pastes: paragraphs with an empty line between them, lists with dashes or numbers, addresses behind their words. */
function plainText(nodes: readonly Nodes[], channel: Channel): string {
  const between = channel === 'sms' ? '\n' : '\n\n';
  return nodes
    .map((node) => blockText(node))
    .filter((text) => text !== '')
    .join(between);
}

function blockText(node: Nodes): string {
  if (node.type === 'list')
    return node.children
      .map((item, index) => {
        const sign = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        const text = item.children.map((child) => blockText(child)).join('\n');
        return sign + text.replaceAll('\n', `\n${' '.repeat(sign.length)}`);
      })
      .join('\n');
  if (node.type === 'blockquote') return node.children.map((child) => blockText(child)).join('\n\n');
  return 'children' in node ? inlineText(node).trim() : inlineOf(node).trim();
}

function inlineText(parent: Parents): string {
  return parent.children.map((child) => inlineOf(child)).join('');
}

function inlineOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html')
    return shownText(node).replace(/\s*\n\s*/g, ' ');
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  const inside = inlineText(node);
  if (node.type !== 'link' || inside === node.url) return inside;
  return `${inside} (${node.url.replace(/^(mailto|tel):/, '')})`;
}
