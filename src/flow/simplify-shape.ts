// Puts a plain rectangle where Mermaid draws a rounded one with a hundred curves: half of a picture's bytes, and a jagged edge.
import type { Element } from 'hast';

/** Greatest distance in px at which a drawn point still counts as lying on the rounded rectangle. */
const tolerance = 0.75;

/**
 * The shape that stands for `group`, one of Mermaid's `label-container` groups (a filled path, then the same outline again):
 * a rectangle with round ends where its path is one, else the path alone. Undefined where the group is built otherwise.
 */
export function simplifyShape(group: Element): Element | undefined {
  const [fill, outline, ...rest] = group.children;
  if (fill?.type !== 'element' || outline?.type !== 'element' || rest.length > 0) return undefined;
  if (fill.tagName !== 'path' || outline.tagName !== 'path' || fill.properties.fill === 'none')
    return undefined;
  const { className, transform } = group.properties;
  const path = String(fill.properties.d);
  const shape = asRoundedRectangle(path) ?? { tagName: 'path', properties: { d: path } };
  return {
    type: 'element',
    children: [],
    ...shape,
    properties: { ...shape.properties, className, transform },
  };
}

function asRoundedRectangle(path: string): Pick<Element, 'tagName' | 'properties'> | undefined {
  // Absolute moves, lines and curves only: then the numbers are pairs of coordinates.
  if (!/^[MLC\d\s.,e+-]+Z?$/.test(path)) return undefined;
  const numbers = (path.match(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi) ?? []).map(Number);
  const points = numbers.flatMap((x, index) =>
    index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? Number.NaN }] : [],
  );
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const radius = (bottom - top) / 2;
  if (!(radius > 0) || right - left < bottom - top) return undefined;
  const onOutline = ({ x, y }: { x: number; y: number }) => {
    const middle = Math.min(Math.max(x, left + radius), right - radius);
    return Math.abs(Math.hypot(x - middle, y - top - radius) - radius) <= tolerance;
  };
  if (!points.every(onOutline)) return undefined;
  const hundredths = (value: number) => String(Math.round(value * 100) / 100);
  const size = {
    x: hundredths(left),
    y: hundredths(top),
    width: hundredths(right - left),
    height: hundredths(bottom - top),
  };
  return { tagName: 'rect', properties: { ...size, rx: hundredths(radius) } };
}
