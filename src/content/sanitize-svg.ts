// Makes a drawing from elsewhere fit for a page: an allow-list of shapes, text and paint; no script, no style sheet, no address.
import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';

export interface SvgOptions {
  /** Put before every id and every reference to one, so that several drawings on a page don't collide. */
  readonly idPrefix: string;
  /** Classes that the drawing may keep; none by default, since a class could borrow the look of the site's own parts. */
  readonly classes?: ReadonlySet<string>;
  /** Names of further attributes to keep, in hast's spelling (`dataNode`). */
  readonly attributes?: readonly string[];
}

/** More than a drawing made for a page ever needs; past it, reading costs too much. */
const longestSvg = 2_000_000;
const deepestElement = 100;

const elements = words(`
  svg g defs title desc marker clipPath mask pattern linearGradient radialGradient stop
  path rect circle ellipse line polyline polygon text tspan`);

/** Removed with all that they hold; any other unknown element gives way to what it holds. */
const stripped = words(`
  script style foreignObject iframe object embed metadata switch image use symbol filter animate set`);

/** Attributes that a style sheet can set too (SVG 2, "Presentation attributes"), in hast's spelling. */
const presentation = words(`
  fill fillOpacity fillRule stroke strokeWidth strokeOpacity strokeDashArray strokeDashOffset
  strokeLineCap strokeLineJoin strokeMiterLimit opacity color stopColor stopOpacity clipPath clipRule
  mask markerStart markerMid markerEnd vectorEffect paintOrder visibility display overflow
  fontFamily fontSize fontStyle fontWeight letterSpacing wordSpacing textAnchor textDecoration
  dominantBaseline alignmentBaseline baselineShift`);

const geometry = words(`
  x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width height transform viewBox preserveAspectRatio
  textLength lengthAdjust rotate pathLength offset fx fy fr gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
  refX refY markerWidth markerHeight markerUnits orient`);

/** Text for a screen reader: read aloud, never parsed as a style or an address. */
const spoken = words('role ariaLabel ariaLabelledBy ariaDescribedBy ariaHidden lang');

/** Colours and transforms: what a value may call without fetching anything. */
const functions = new Set(words('rgb rgba hsl hsla var calc matrix translate scale rotate skewx skewy'));

const propertyOfStyle = new Map(presentation.map((name) => [name.toLowerCase(), name]));

/**
 * The drawing in `svg` as one `svg` element of a hast tree. Declarations of `style` attributes become presentation attributes.
 * Undefined where there is no drawing, or one of more than 2,000,000 characters or 100 nested elements.
 */
export function sanitizeSvg(svg: string, options: SvgOptions): Element | undefined {
  const root = readSvg(svg);
  return root && sanitizeSvgTree(root, options);
}

/** Does what `sanitizeSvg` does to an `svg` element that `readSvg` returned; the element itself is changed on the way. */
export function sanitizeSvgTree(root: Element, options: SvgOptions): Element | undefined {
  const { idPrefix, classes = new Set<string>() } = options;
  prepare(root, { idPrefix, classes });
  // The allow-list comes last, whatever the steps before it did.
  const clean = sanitize(root, schemaWith(options.attributes ?? []));
  return clean.type === 'element' && clean.tagName === 'svg' ? clean : undefined;
}

/** The first `svg` element of a text, as it stands; undefined where there is none, or one that is too long or nested too deep. */
export function readSvg(svg: string): Element | undefined {
  if (svg.length > longestSvg) return undefined;
  try {
    const tree = fromHtml(svg, { fragment: true });
    const root = tree.children.find((child) => child.type === 'element' && child.tagName === 'svg');
    return root?.type === 'element' && depthOf(root) <= deepestElement ? root : undefined;
  } catch (error) {
    // The parser walks the tree by calling itself: thousands of nested elements exhaust the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function depthOf(node: Nodes): number {
  if (!('children' in node)) return 0;
  return 1 + node.children.reduce((depth, child) => Math.max(depth, depthOf(child)), 0);
}

function schemaWith(attributes: readonly string[]): Schema {
  return {
    tagNames: elements,
    strip: stripped,
    attributes: {
      '*': [...presentation, ...geometry, ...spoken, ...attributes, 'id', 'className', 'xmlns', 'href'],
    },
    clobber: [],
    protocols: {},
    ancestors: {},
    required: {},
    allowComments: false,
    allowDoctypes: false,
  };
}

function prepare(element: Element, context: Required<Pick<SvgOptions, 'idPrefix' | 'classes'>>): void {
  const properties = { ...element.properties, ...styleAttributes(element.properties.style) };
  element.properties = {};
  for (const [name, value] of Object.entries(properties)) {
    const kept = prepareProperty(name, value, context);
    if (kept !== undefined) element.properties[name === 'xLinkHref' ? 'href' : name] = kept;
  }
  // A link goes, but not the place that it gives to what it holds.
  if (element.tagName === 'a') element.tagName = 'g';
  element.children = element.children.filter((child: ElementContent) => child.type !== 'comment');
  for (const child of element.children) if (child.type === 'element') prepare(child, context);
}

function prepareProperty(
  name: string,
  value: Properties[string],
  { idPrefix, classes }: Required<Pick<SvgOptions, 'idPrefix' | 'classes'>>,
): Properties[string] {
  if (name === 'className') {
    const names = Array.isArray(value) ? value.filter((item) => classes.has(String(item))) : [];
    return names.length > 0 ? names : undefined;
  }
  if (name === 'id') return `${idPrefix}${value}`;
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg' ? value : undefined;
  if (name === 'ariaLabelledBy' || name === 'ariaDescribedBy') {
    return [value].flat().map((id) => `${idPrefix}${id}`);
  }
  if (spoken.includes(name)) return value;
  if (name === 'href' || name === 'xLinkHref')
    return prefixReference(String(value), /^#([\w:.-]+)$/, idPrefix, '#', '');
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (/url\s*\(/i.test(text))
    return prefixReference(text, /^url\(\s*["']?#([\w:.-]+)["']?\s*\)$/, idPrefix, 'url(#', ')');
  return isPlainValue(text) ? value : undefined;
}

function prefixReference(
  text: string,
  form: RegExp,
  idPrefix: string,
  open: string,
  close: string,
): string | undefined {
  const id = form.exec(text.trim())?.[1];
  return id === undefined ? undefined : `${open}${idPrefix}${id}${close}`;
}

/** A value that, read as CSS, can fetch nothing: no escape, no comment, no function but colours and transforms. */
function isPlainValue(text: string): boolean {
  if (/\\|\/\*|@/.test(text)) return false;
  return [...text.matchAll(/([\w-]*)\s*\(/g)].every(([, name = '']) => functions.has(name.toLowerCase()));
}

function styleAttributes(style: Properties[string]): Properties {
  const attributes: Properties = {};
  if (typeof style !== 'string') return attributes;
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(/:(.*)/s);
    const property = propertyOfStyle.get(name.trim().toLowerCase().replaceAll('-', ''));
    if (property !== undefined) attributes[property] = value.replace(/!\s*important\s*$/i, '').trim();
  }
  return attributes;
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
