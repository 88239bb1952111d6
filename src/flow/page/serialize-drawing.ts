// Runs in the page that draws flowcharts: turns a drawing into text without the parts that no picture keeps.

export type DrawingSerializer = (frame: Element) => string;

/** The drawing in `frame` as text, less its style sheet, the markers that no line ends in and what is drawn twice. */
export function serializeDrawing(frame: Element): string {
  frame.querySelector(':scope > svg > style')?.remove();
  dropUnusedMarkers(frame);
  for (const line of frame.querySelectorAll('[data-points]')) line.removeAttribute('data-points');
  // A shape's surface and its line share an outline: `simplifyShape` keeps the first.
  for (const shape of frame.querySelectorAll('g.label-container')) {
    const [surface, line] = shape.children;
    const twice = shape.children.length === 2 && surface?.tagName === 'path' && line?.tagName === 'path';
    if (twice && surface.getAttribute('fill') !== 'none') line.removeAttribute('d');
  }
  return frame.innerHTML;
}

function dropUnusedMarkers(frame: Element): void {
  const used = new Set<string>();
  for (const name of ['marker-start', 'marker-mid', 'marker-end']) {
    for (const line of frame.querySelectorAll(`[${name}]`)) used.add(line.getAttribute(name) ?? '');
  }
  for (const marker of frame.querySelectorAll('marker'))
    if (![...used].some((reference) => reference.endsWith(`#${marker.id})`))) marker.remove();
}
