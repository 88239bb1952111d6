// Takes out of Mermaid's drawing what a reader never sees: inline styles, decimals, empty groups, unused markers. It gets ten times smaller.
import type { Element, ElementContent, Properties } from 'hast';
import { decodeReferences } from './label-text.ts';
import { classesOf, visit } from './svg-tree.ts';

/** Geometry that is shortened to hundredths of a pixel. */
const measured = 'x y cx cy r rx ry d points width height transform viewBox'.split(' ');

/** Changes the drawing in place: its look is left to classes, its words joined, its phases' titles moved into their corners. */
export function tidyDrawing(root: Element): void {
  visit(root, tidyElement);
  dropUnusedIds(root);
}

function tidyElement(element: Element): void {
  const { properties } = element;
  delete properties.style;
  for (const name of ['fontWeight', 'fontStyle']) if (properties[name] === 'normal') delete properties[name];
  shortenGeometry(element);
  const classes = classesOf(element);
  if (classes.includes('flowchart-link')) properties.fill = 'none';
  if (classes.includes('cluster')) moveTitle(element);
  for (const child of element.children) {
    // Mermaid leaves references undecoded in labels that are not Markdown.
    if (child.type === 'text') child.value = decodeReferences(child.value);
  }
  element.children = joinWords(element.children.filter((child) => !isUnseen(child)));
}

/** Shortens the measures of an element to hundredths of a pixel, in place. */
export function shortenGeometry({ properties }: Element): void {
  for (const name of measured) {
    const value = properties[name];
    if (value !== undefined)
      properties[name] = shorten(Array.isArray(value) ? value.join(' ') : String(value));
  }
}

/** Puts a phase's title into its corner: in the middle, where Mermaid has it, lines run through it. */
function moveTitle(cluster: Element): void {
  const parts = cluster.children.filter((child) => child.type === 'element');
  const box = parts.find((part) => part.tagName === 'rect');
  const title = parts.find((part) => classesOf(part).includes('cluster-label'));
  if (box === undefined || title === undefined) return;
  box.properties.rx = '6';
  title.properties.transform = `translate(${Number(box.properties.x) + 12}, ${Number(box.properties.y) + 8})`;
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
export function dropUnusedIds(root: Element): void {
  const used = new Set<string>();
  const references = ['markerStart', 'markerMid', 'markerEnd', 'clipPath'];
  visit(root, ({ properties }) => {
    for (const name of references) {
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

/** Changes a sanitised drawing in place: what holds nothing any more goes, and a group or a word without attributes gives way to what it holds. */
export function dropEmpty(element: Element): void {
  for (const child of element.children) if (child.type === 'element') dropEmpty(child);
  element.children = element.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    if (!['g', 'defs', 'text', 'tspan'].includes(child.tagName)) return [child];
    const plain = child.tagName !== 'text' && Object.keys(child.properties).length === 0;
    return plain ? child.children : child.children.length > 0 ? [child] : [];
  });
}
