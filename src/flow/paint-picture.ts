// A drawn flowchart → a drawing that stands alone: its colours in attributes, because slides and editors do not read the site's style sheet.
import type { Element, Properties } from 'hast';
import { classesOf } from './svg-tree.ts';

const shapes: ReadonlySet<string> = new Set(['rect', 'circle', 'ellipse', 'polygon', 'path']);
/** The light colours of site/styles/flow.css. */
const ink = '#1c2430';
const line = '#5b6b82';
const fills: Readonly<Record<string, string>> = {
  'kb-question': '#fdf3d8',
  'kb-outcome': '#def2e4',
};

/** The light colours of site/styles/diagram.css, by the end of the class: those that are numbered come last. */
const surfaces: Readonly<Record<string, string>> = {
  ...{ node: '#f4f6fa', question: '#eaecfb', cluster: '#fafbfd', note: '#fdf0d3', page: '#ffffff', line },
  ...{
    1: '#cfe3f5',
    2: '#f9dcc2',
    3: '#d3ecd0',
    4: '#f4d3e2',
    5: '#e2d8f5',
    6: '#c9ecea',
    7: '#f3e9b4',
    8: '#e6ddd2',
  },
};
const outlines: Readonly<Record<string, string>> = {
  ...{ node: line, cluster: '#c3ccd9', line },
  ...{
    1: '#2f6f9f',
    2: '#a85a1a',
    3: '#3a7a36',
    4: '#a8446e',
    5: '#6d4fae',
    6: '#1d7b78',
    7: '#7d690e',
    8: '#7a6350',
  },
};

/** What an element's attributes become, by the nearest group that has a say. */
type Paint = (element: Element) => Properties;

/** Sets the looks of a picture of `placePicture`, in place: the site's own in the light. */
export function paintPicture(svg: Element): void {
  Object.assign(svg.properties, {
    fontFamily: '"Open Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontSize: '15',
  });
  paint(svg, () => ({}));
}

function paint(element: Element, inherited: Paint): void {
  const own = paintOf(element) ?? inherited;
  const isText = element.tagName === 'text';
  const looks = isText ? { fill: ink, ...own(element) } : shapes.has(element.tagName) ? own(element) : {};
  for (const [name, value] of Object.entries(looks)) {
    // Where Mermaid draws a surface and its outline as two shapes, it marks what each one leaves out.
    if (element.properties[name] !== 'none') element.properties[name] = value;
  }
  for (const child of element.children) if (child.type === 'element') paint(child, own);
}

function paintOf(element: Element): Paint | undefined {
  const classes = classesOf(element);
  const has = (name: string) => classes.includes(name);
  if (has('kb-inverse')) return () => ({ fill: '#ffffff' });
  if (classes.some((name) => /^kb-(?:fill|stroke)-/.test(name))) return () => diagramLooks(classes);
  if (has('node')) return ({ tagName }) => (tagName === 'text' ? {} : nodeLooks(classes));
  if (has('flowchart-link')) return () => linkLooks(classes);
  if (has('marker')) return () => ({ fill: line, stroke: line, strokeWidth: has('cross') ? '2' : '1' });
  if (has('background')) return () => ({ fill: '#ffffff' });
  if (has('cluster-label')) return () => ({ fontWeight: '600' });
  if (has('cluster')) {
    return ({ tagName }) =>
      tagName === 'text' ? {} : { fill: '#fafbfd', stroke: '#c3ccd9', strokeWidth: '1' };
  }
  if (has('flowchartTitleText')) return () => ({ fontSize: '18', fontWeight: '600', textAnchor: 'middle' });
  return undefined;
}

function diagramLooks(classes: readonly string[]): Properties {
  const endOf = (start: string) => classes.find((name) => name.startsWith(start))?.slice(start.length);
  const [fill, stroke] = [surfaces[endOf('kb-fill-') ?? ''], outlines[endOf('kb-stroke-') ?? '']];
  return { ...(fill ? { fill } : {}), ...(stroke ? { stroke } : {}) };
}

function nodeLooks(classes: readonly string[]): Properties {
  const kind = classes.find((name) => name in fills) ?? '';
  return {
    fill: fills[kind] ?? '#f4f6fa',
    stroke: line,
    strokeWidth: kind === 'kb-outcome' ? '2' : '1.25',
    strokeLinejoin: 'round',
  };
}

function linkLooks(classes: readonly string[]): Properties {
  const has = (name: string) => classes.includes(name);
  const dashes = has('edge-pattern-dotted') ? '2 4' : has('edge-pattern-dashed') ? '6 4' : undefined;
  return {
    fill: 'none',
    stroke: line,
    strokeWidth: has('edge-thickness-thick') ? '3' : '1.5',
    ...(dashes ? { strokeDasharray: dashes } : {}),
  };
}
