// A Markdown tree → text in the style of an article, in which nothing that was plain text becomes a container or an include.
import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { walkTree } from '../content/walk-tree.ts';

/** A line that asks for a fragment is one however it is escaped: as code it is not. */
function quoteIncludes(tree: Root): void {
  walkTree<Nodes>(tree, (node, index, parent) => {
    if (node.type !== 'text' || !/^\s*::include\{/m.test(node.value)) return undefined;
    (parent.children as Nodes[])[index] = { type: 'inlineCode', value: node.value };
    return undefined;
  });
}

/** The Markdown of `tree`, with a line end at its end. Edits `tree`. */
export function writeMarkdown(tree: Root): string {
  quoteIncludes(tree);
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    unsafe: [{ character: ':', after: ':', atBreak: true }],
  });
}
