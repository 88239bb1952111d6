// Turns what Mermaid draws into a picture for our pages: sanitised, small, its nodes named, its colours left to the style sheet.
import type { Element, ElementContent, Properties } from 'hast';
import { readSvg, sanitizeSvgTree } from '../content/sanitize-svg.ts';
import { stringifySvg } from '../content/svg-file.ts';
import type { Flow } from '../model/flow.ts';
import { paintClasses } from './paint-diagram.ts';
import { simplifyShape } from './simplify-shape.ts';
import { classesOf, visit } from './svg-tree.ts';
import { dropEmpty, tidyDrawing } from './tidy-drawing.ts';

/** The classes that site/styles/flow.css knows; all but the `kb-` ones are Mermaid's. */
export const pictureClasses: ReadonlySet<string> = new Set([
  ...['kb-flow', 'kb-step', 'kb-question', 'kb-outcome'],
  ...['node', 'label-container', 'cluster', 'cluster-label', 'edgeLabel', 'background'],
  ...['flowchart-link', 'edge-thickness-thick', 'edge-pattern-dotted', 'edge-pattern-dashed'],
  ...['marker', 'cross', 'flowchartTitleText'],
  ...paintClasses,
]);

/** Attributes of a picture beyond those of any drawing. */
export const pictureAttributes = ['dataNode'];

/** The id that Mermaid is told to give the picture; it stands before every other id. */
export const drawingId = 'flow';

/** Most of a drawing are digits that no one sees; without them it is read in half the time. */
const outlines = /<path d="[^"<]*"/g;
const longFractions = /(\.\d{4})\d+/g;

/**
 * The picture in `drawing`, Mermaid's own SVG, ready for `placePicture`. `flow` tells the kind of each node.
 * Undefined where there is no picture, or where a label is HTML, which a picture can't hold without losing it.
 */
export function sanitizePicture(drawing: string, flow: Flow): string | undefined {
  if (/<foreignObject/i.test(drawing)) return undefined;
  const root = readSvg(drawing.replace(outlines, (outline) => outline.replace(longFractions, '$1')));
  if (root === undefined) return undefined;
  const kinds = new Map(flow.nodes.map((node) => [node.id, node.kind]));
  visit(root, (element) => nameNode(element, kinds));
  tidyDrawing(root);
  root.properties = rootProperties(root.properties);
  const clean = sanitizeSvgTree(root, {
    idPrefix: '',
    classes: pictureClasses,
    attributes: pictureAttributes,
  });
  if (clean === undefined) return undefined;
  dropEmpty(clean);
  return stringifySvg(clean);
}

/** A node's group bears `flow-flowchart-<node>-<count>` as its id (Mermaid's `domId`). */
function nameNode(element: Element, kinds: ReadonlyMap<string, string>): void {
  if (!classesOf(element).includes('node')) return;
  const id = new RegExp(`^${drawingId}-flowchart-(.+)-\\d+$`, 's').exec(String(element.properties.id))?.[1];
  const kind = id === undefined ? undefined : kinds.get(id);
  if (id === undefined || kind === undefined) return;
  element.properties.dataNode = id;
  element.properties.className = [...classesOf(element), `kb-${kind}`];
  element.children = element.children.map(drawShape);
  // Mermaid centres the text of a node by its style sheet.
  visit(element, (child) => {
    if (child.tagName === 'text') child.properties.textAnchor = 'middle';
  });
}

/** One shape for the group of paths that Mermaid draws for some; soft corners for a plain box. */
function drawShape(child: ElementContent): ElementContent {
  if (child.type !== 'element' || !classesOf(child).includes('label-container')) return child;
  if (child.tagName === 'g') return simplifyShape(child) ?? child;
  if (child.tagName === 'rect' && child.properties.rx === undefined) child.properties.rx = '4';
  return child;
}

function rootProperties(properties: Properties): Properties {
  const { viewBox, width, height } = properties;
  return { xmlns: 'http://www.w3.org/2000/svg', className: ['kb-flow'], viewBox, width, height };
}
