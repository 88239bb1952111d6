// What the checks and the page plan need from an article's mdast: headings, links, images and flowcharts, with places.
import GithubSlugger from 'github-slugger';
import type { Code, Definition, Image, Link, Heading as MdastHeading, Node, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Place } from '../model/finding.ts';
import type { FlowchartSource, Heading, LinkUse, Markdown } from './document.ts';
import { shownText } from './html-comments.ts';
import { walkTree } from './walk-tree.ts';

/** Whether a fenced block's language makes it a Mermaid diagram. */
export function isMermaid(code: Pick<Code, 'lang'>): boolean {
  return code.lang?.toLowerCase() === 'mermaid';
}

/** What a heading says, in contents and in its anchor. */
export function headingText(heading: MdastHeading): string {
  return shownText(heading, { includeImageAlt: true }).trim();
}

/** Gathers from `root`; `lineShift` is added to every line, for a tree that was parsed without the lines before it. */
export function collectMarkdown(root: Root, lineShift: number): Markdown {
  const headings: Heading[] = [];
  const links: LinkUse[] = [];
  const images: LinkUse[] = [];
  const flowcharts: FlowchartSource[] = [];
  const imageReferences = new Set<string>();
  const definitions: { readonly identifier: string; readonly use: LinkUse }[] = [];
  const slugger = new GithubSlugger();

  const placeOf = (node: Node): Place => {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    return {
      line: start.line + lineShift,
      column: start.column,
      endLine: end.line + lineShift,
      endColumn: end.column,
    };
  };
  const use = (node: Link | Definition | Image, text: string): LinkUse => ({
    ...placeOf(node),
    url: node.url,
    text,
  });

  walkTree<Nodes>(root, (node) => {
    if (node.type === 'heading') {
      const text = headingText(node);
      headings.push({ ...placeOf(node), depth: node.depth, text, slug: slugger.slug(text) });
    } else if (node.type === 'link') links.push(use(node, textOf(node)));
    else if (node.type === 'definition')
      definitions.push({ identifier: node.identifier, use: use(node, node.label ?? node.identifier) });
    else if (node.type === 'imageReference') imageReferences.add(node.identifier);
    else if (node.type === 'image') images.push(use(node, node.alt ?? ''));
    else if (node.type === 'code' && isMermaid(node)) {
      const place = placeOf(node);
      // A block of the file itself spans its fences and its code; one of a fragment stands at the line that includes it.
      const own = (place.endLine ?? place.line) > place.line;
      flowcharts.push({ ...place, code: node.value, codeLine: own ? place.line + 1 : undefined });
    }
    return undefined;
  });
  // A definition is judged as what it serves: an image's address where an image names it, else a link's.
  for (const definition of definitions) {
    (imageReferences.has(definition.identifier) ? images : links).push(definition.use);
  }
  return { headings, links, images, flowcharts };
}
