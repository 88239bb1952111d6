// Gives a diagram that is no flowchart the site's own colours: each colour of Mermaid's becomes a class of the style sheet.
import type { Element } from 'hast';
import { themeColours } from './picture-theme.ts';
import { visit } from './svg-tree.ts';

/** Colours that tell one thing from another (slices, branches, sections) are numbered in the order in which they appear, up to this many. */
const hues = 8;

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];

/** The colours of the theme, and the part of the site's palette that each stands for. */
const fills = new Map<string, string>([
  [themeColours.node, 'node'],
  [themeColours.accent, 'question'],
  [themeColours.group, 'cluster'],
  [themeColours.note, 'note'],
  [themeColours.page, 'page'],
  [themeColours.line, 'line'],
  [themeColours.text, 'line'],
  [themeColours.border, 'line'],
]);
const strokes = new Map<string, string>([
  [themeColours.border, 'node'],
  [themeColours.group, 'cluster'],
]);

/** The classes that `paintDiagram` gives; site/styles/diagram.css knows them. */
export const paintClasses: ReadonlySet<string> = new Set([
  'kb-inverse',
  ...[...new Set(fills.values())].map((name) => `kb-fill-${name}`),
  ...['node', 'cluster', 'line'].map((name) => `kb-stroke-${name}`),
  ...Array.from({ length: hues }, (_, index) => [`kb-fill-${index + 1}`, `kb-stroke-${index + 1}`]).flat(),
]);

/** Changes a drawing of `resolveLooks` in place: paint gives way to classes, text to the colour that the style sheet gives it. */
export function paintDiagram(root: Element): void {
  const seen: string[] = [];
  const hueOf = (colour: string) => {
    if (!seen.includes(colour)) seen.push(colour);
    return String((seen.indexOf(colour) % hues) + 1);
  };
  visit(root, (element) => {
    const { tagName, properties } = element;
    if (tagName === 'text' || tagName === 'tspan') {
      if (readColour(properties.fill)?.hex === themeColours.inverse) properties.className = ['kb-inverse'];
      delete properties.fill;
    }
    if (!shapes.includes(tagName)) return;
    const names = [
      className('fill', nameFill(properties.fill, hueOf)),
      className('stroke', nameStroke(properties.stroke, hueOf)),
    ].filter((name) => name !== undefined);
    if (names.length > 0) properties.className = names;
    if (isClear(properties.fill)) properties.fill = 'none';
    else delete properties.fill;
    delete properties.stroke;
  });
}

function className(kind: 'fill' | 'stroke', name: string | undefined): string | undefined {
  return name === undefined ? undefined : `kb-${kind}-${name}`;
}

function nameFill(value: unknown, hueOf: (colour: string) => string): string | undefined {
  if (isClear(value)) return undefined;
  const colour = readColour(value);
  // A gradient, for one.
  if (colour === undefined) return 'node';
  const known = fills.get(colour.hex);
  if (known !== undefined) return known;
  if (!colour.grey) return hueOf(colour.hex);
  if (!colour.light) return 'line';
  return colour.alpha === 1 ? 'node' : 'page';
}

function nameStroke(value: unknown, hueOf: (colour: string) => string): string | undefined {
  if (value === undefined || isClear(value)) return undefined;
  const colour = readColour(value);
  const known = colour && strokes.get(colour.hex);
  if (known !== undefined) return known;
  return colour === undefined || colour.grey ? 'line' : hueOf(colour.hex);
}

function isClear(value: unknown): boolean {
  return value === 'none' || readColour(value)?.alpha === 0;
}

interface Colour {
  readonly hex: string;
  readonly grey: boolean;
  readonly light: boolean;
  /** From 0, which can't be seen, to 1. */
  readonly alpha: number;
}

/** A computed colour: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)` (CSS Color 4, "Serializing sRGB values"). */
function readColour(value: unknown): Colour | undefined {
  const numbers = /^rgba?\(([\d., ]+)\)$/.exec(String(value))?.[1]?.split(',').map(Number);
  if (numbers === undefined) return undefined;
  const [channels, alpha = 1] = [numbers.slice(0, 3), numbers[3]];
  const [least, most] = [Math.min(...channels), Math.max(...channels)];
  return {
    hex: `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`,
    grey: most - least < 24,
    light: most + least > 255,
    alpha,
  };
}
