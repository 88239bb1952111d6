// Turns Mermaid's drawing of a sequence, a state machine, a chart … into a picture for our pages: sanitised, in the site's colours.
import type { Element, Properties } from 'hast';
import { readSvg, sanitizeSvgTree } from '../content/sanitize-svg.ts';
import { stringifySvg } from '../content/svg-file.ts';
import { paintDiagram } from './paint-diagram.ts';
import { pictureClasses } from './sanitize-svg.ts';
import { visit } from './svg-tree.ts';
import { dropEmpty, dropUnusedIds, shortenGeometry } from './tidy-drawing.ts';

/** The picture in `drawing`, as `resolveLooks` leaves it. Undefined where there is none, or where a label is HTML, which would be lost. */
export function sanitizeDiagram(drawing: string): string | undefined {
  if (/<foreignObject/i.test(drawing)) return undefined;
  const root = readSvg(drawing);
  if (root === undefined) return undefined;
  root.properties = rootProperties(root.properties, findSmallestText(root));
  visit(root, shortenGeometry);
  dropUnusedIds(root);
  paintDiagram(root);
  const clean = sanitizeSvgTree(root, { idPrefix: '', classes: pictureClasses });
  if (clean === undefined) return undefined;
  dropEmpty(clean);
  return stringifySvg(clean);
}

/** Text of a flowchart, in pixels. Some of these diagrams are lettered smaller, and are shown larger for it, up to twice. */
const textSize = 15;
const mostEnlarged = 2;

function findSmallestText(root: Element): number {
  let smallest = textSize;
  visit(root, ({ tagName, properties }) => {
    const size = Number.parseFloat(String(properties.fontSize));
    if (['text', 'tspan'].includes(tagName) && size > 0) smallest = Math.min(smallest, size);
  });
  return smallest;
}

/** Mermaid lets most of these diagrams grow as wide as their page; here they have the size that they were laid out for, or a legible one. */
function rootProperties({ viewBox }: Properties, smallestText: number): Properties {
  const [, , ...size] = String(viewBox).split(/[\s,]+/);
  const scale = Math.min(textSize / smallestText, mostEnlarged);
  const [width, height] = size.map((length) => String(Math.round(Number(length) * scale * 100) / 100));
  return { xmlns: 'http://www.w3.org/2000/svg', className: ['kb-flow'], viewBox, width, height };
}
