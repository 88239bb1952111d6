// Runs in the page that draws flowcharts: has a path that is to look drawn with a ruler taken as it is.

/** What of rough.js is used here (rough.js 4, `RoughSVG`). */
export interface Rough {
  svg: (svg: SVGSVGElement, config?: unknown) => RoughDrawing;
}

interface RoughDrawing {
  path: (d: string, options?: RoughOptions) => SVGGElement;
  readonly getDefaultOptions: () => RoughOptions;
}

interface RoughOptions {
  readonly roughness?: number;
  readonly fillStyle?: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeLineDash?: readonly number[];
  readonly strokeLineDashOffset?: number;
}

const svgNames = 'http://www.w3.org/2000/svg';

/**
 * Mermaid has many shapes sketched by rough.js, with no roughness: each stretch of the outline becomes three curves that lie on it,
 * nine tenths of the drawing's size. Here the outline itself is drawn, in the same group of two paths: the surface, then the line.
 */
export function drawRuledPaths(rough: Rough): void {
  const { svg } = rough;
  rough.svg = (element, config) => {
    const drawing = svg(element, config);
    const sketch = drawing.path.bind(drawing);
    drawing.path = (d, options) => {
      const settings = { ...drawing.getDefaultOptions(), ...options };
      return isRuled(settings) && d ? drawOutline(d, settings) : sketch(d, options);
    };
    return drawing;
  };
}

function isRuled({ roughness, fillStyle, fill, stroke }: RoughOptions): boolean {
  const filled = fill !== undefined && fill !== '' && fill !== 'transparent' && fill !== 'none';
  return roughness === 0 && fillStyle === 'solid' && filled && stroke !== 'none';
}

function drawOutline(path: string, options: RoughOptions): SVGGElement {
  // rough.js forgives these as well.
  const d = path.replace(/\n/g, ' ').replace(/-\s/g, '-');
  const { fill = '', stroke = '', strokeWidth, strokeLineDash, strokeLineDashOffset } = options;
  const surface = { d, stroke: 'none', 'stroke-width': '0', fill };
  const line = {
    d,
    stroke,
    'stroke-width': String(strokeWidth),
    fill: 'none',
    ...(strokeLineDash ? { 'stroke-dasharray': strokeLineDash.join(' ').trim() } : {}),
    ...(strokeLineDashOffset ? { 'stroke-dashoffset': String(strokeLineDashOffset) } : {}),
  };
  const group = document.createElementNS(svgNames, 'g');
  group.append(...[surface, line].map(pathWith));
  return group;
}

function pathWith(attributes: Readonly<Record<string, string>>): SVGPathElement {
  const path = document.createElementNS(svgNames, 'path');
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  return path;
}
