// Turns what Mermaid draws into a picture for our pages: sanitised, small, its nodes named, its colours left to the style sheet.
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { readSvg, sanitizeSvgTree } from '../content/sanitize-svg.ts';
import type { Flow } from '../model/flow.ts';
import { simplifyShape } from './simplify-shape.ts';

/** The classes that site/styles/flow.css knows; all but the `kb-` ones are Mermaid's. */
export const pictureClasses: ReadonlySet<string> = new Set([
  ...['kb-flow', 'kb-step', 'kb-question', 'kb-outcome'],
  ...['node', 'label-container', 'cluster', 'cluster-label', 'edgeLabel', 'background', 'flowchartTitleText'],
  ...[
    'flowchart-link',
    'edge-thickness-thick',
    'edge-thickness-invisible',
    'edge-pattern-dotted',
    'edge-pattern-dashed',
  ],
  ...['marker', 'cross'],
]);

/** Attributes of a picture beyond those of any drawing. */
export const pictureAttributes = ['dataNode'];

/** Geometry that is shortened to hundredths of a pixel: half of a picture's bytes are decimals that nobody can see. */
const measured = [
  'x',
  'y',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'd',
  'points',
  'width',
  'height',
  'transform',
  'viewBox',
];

/** The id that `renderMermaid` is told to give the picture; Mermaid puts it before every other id. */
export const drawingId = 'flow';

/**
 * The picture in `drawing`, Mermaid's own SVG, ready for `placePicture`. `flow` tells the kind of each node.
 * Undefined where there is no picture, or where a label is HTML, which a picture can't hold without losing it.
 */
export function sanitizePicture(drawing: string, flow: Flow): string | undefined {
  if (/<foreignObject/i.test(drawing)) return undefined;
  const root = readSvg(drawing);
  if (root === undefined) return undefined;
  const kinds = new Map(flow.nodes.map((node) => [node.id, node.kind]));
  visit(root, tidyElement);
  visit(root, (element) => nameNode(element, kinds));
  // `placePicture` names the picture.
  root.children = root.children.filter(
    (child) => child.type !== 'element' || !['title', 'desc'].includes(child.tagName),
  );
  dropUnusedIds(root);
  root.properties = rootProperties(root.properties);
  const clean = sanitizeSvgTree(root, {
    idPrefix: '',
    classes: pictureClasses,
    attributes: pictureAttributes,
  });
  if (clean === undefined) return undefined;
  dropEmpty(clean);
  return toHtml(clean, { space: 'svg', closeEmptyElements: true });
}

/** Calls `change` on every element, parents first. */
function visit(element: Element, change: (element: Element) => void): void {
  change(element);
  for (const child of element.children) if (child.type === 'element') visit(child, change);
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

function tidyElement(element: Element): void {
  const { properties } = element;
  delete properties.style;
  for (const name of ['fontWeight', 'fontStyle']) if (properties[name] === 'normal') delete properties[name];
  for (const name of measured) {
    const value = properties[name];
    if (value !== undefined)
      properties[name] = shorten(Array.isArray(value) ? value.join(' ') : String(value));
  }
  const classes = classesOf(element);
  if (classes.includes('flowchart-link')) properties.fill = 'none';
  if (classes.includes('cluster')) moveTitle(element);
  element.children = joinWords(element.children.filter((child) => !isUnseen(child)));
}

/** Puts a phase's title into its corner: in the middle, where Mermaid has it, lines run through it. */
function moveTitle(cluster: Element): void {
  const { x, y } =
    cluster.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'rect' ? [child.properties] : [],
    )[0] ?? {};
  const label = cluster.children.find(
    (child) => child.type === 'element' && classesOf(child).includes('cluster-label'),
  );
  if (label?.type === 'element')
    label.properties.transform = `translate(${Number(x) + 12}, ${Number(y) + 8})`;
}

/** One shape for the group of paths that Mermaid draws for some; soft corners for a plain box. */
function drawShape(child: ElementContent): ElementContent {
  if (child.type !== 'element' || !classesOf(child).includes('label-container')) return child;
  if (child.tagName === 'g') return simplifyShape(child) ?? child;
  if (child.tagName === 'rect' && child.properties.rx === undefined) child.properties.rx = '4';
  return child;
}

function shorten(value: string): string {
  return value.replace(/-?(?:\d+\.\d+|\.\d+|\d+(?=e))(?:e[-+]?\d+)?/gi, (number) => {
    const rounded = Math.round(Number(number) * 100) / 100;
    // The sign also parts a number from the one before it.
    return number.startsWith('-') && rounded === 0 ? '-0' : String(rounded);
  });
}

/** Mermaid leaves rectangles of no size behind labels, and draws the links that only move nodes about (`~~~`). */
function isUnseen(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const unsized = node.tagName === 'rect' && node.properties.width === undefined;
  return unsized || classesOf(node).includes('edge-thickness-invisible');
}

/** Mermaid draws each word on its own; neighbours that look alike become one text, which a reader can select and find. */
function joinWords(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    const both = last?.type === 'element' && child.type === 'element' && isWord(last) && isWord(child);
    if (both && sameLook(last.properties, child.properties)) last.children.push(...child.children);
    else joined.push(child);
  }
  return joined;
}

function isWord(element: Element): boolean {
  return element.tagName === 'tspan' && classesOf(element).includes('text-inner-tspan');
}

function sameLook(a: Properties, b: Properties): boolean {
  return a.fontWeight === b.fontWeight && a.fontStyle === b.fontStyle;
}

/** Keeps the markers that a line uses and the ids that lead to them; Mermaid also defines a gradient that no flowchart shows. */
function dropUnusedIds(root: Element): void {
  const used = new Set<string>();
  const markerEnds = ['markerStart', 'markerMid', 'markerEnd'];
  visit(root, ({ properties }) => {
    for (const name of markerEnds) {
      const id = /^url\(["']?#(.+?)["']?\)$/.exec(String(properties[name] ?? ''))?.[1];
      if (id !== undefined) used.add(id);
    }
  });
  visit(root, (element) => {
    const isUsed = (child: ElementContent) =>
      child.type !== 'element' ||
      !['marker', 'linearGradient'].includes(child.tagName) ||
      used.has(String(child.properties.id));
    element.children = element.children.filter(isUsed);
    if (!used.has(String(element.properties.id))) delete element.properties.id;
  });
}

/** What holds nothing any more goes, and a group or a word without attributes gives way to what it holds. */
function dropEmpty(element: Element): void {
  for (const child of element.children) if (child.type === 'element') dropEmpty(child);
  element.children = element.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    if (!['g', 'defs', 'text', 'tspan'].includes(child.tagName)) return [child];
    const plain = child.tagName !== 'text' && Object.keys(child.properties).length === 0;
    return plain ? child.children : child.children.length > 0 ? [child] : [];
  });
}

function rootProperties(properties: Properties): Properties {
  const { viewBox, width, height } = properties;
  return { xmlns: 'http://www.w3.org/2000/svg', className: ['kb-flow'], viewBox, width, height };
}

function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
