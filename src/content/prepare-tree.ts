// What an article's page and its search text share: headings get anchors, raw HTML becomes the text that the author typed, flowcharts become numbered places.
import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { type AlertKind, markAlerts } from './alerts.ts';
import { headingText, isMermaid } from './collect-markdown.ts';
import { withoutComments } from './html-comments.ts';
import { walkTree } from './walk-tree.ts';

/** Edits `tree` and returns it; `titles` words each kind of alert in the page's language. */
export function prepareTree(tree: Root, titles: Readonly<Record<AlertKind, string>>): Root {
  markAlerts(tree, titles);
  const slugger = new GithubSlugger();
  let flowcharts = 0;
  let topLevel = 6;
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'heading') topLevel = Math.min(topLevel, node.depth);
    return undefined;
  });
  walkTree<Nodes>(tree, (node, index, parent) => {
    if (node.type === 'heading') {
      node.data = { hProperties: { id: slugger.slug(headingText(node)) } };
      // The page's own title is its only first-level heading.
      if (topLevel === 1) node.depth = Math.min(6, node.depth + 1) as typeof node.depth;
    } else if (node.type === 'code' && isMermaid(node)) {
      node.data = { hName: 'div', hProperties: { dataFlow: String(flowcharts++) }, hChildren: [] };
      node.type = 'flowchart' as 'code';
    } else if (node.type === 'html') {
      const shown = withoutComments(node.value);
      const text = { type: 'text', value: shown.trim() === '' ? '' : shown } as const;
      const flow = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
      parent.children[index] = flow ? { type: 'paragraph', children: [text] } : text;
      return 'skip';
    }
    return undefined;
  });
  return tree;
}
