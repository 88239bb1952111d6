// Writes the look of a drawing into its shapes: Mermaid's style sheets go, and what they said stays as attributes.

/**
 * Runs in the page, so it is made of nothing from outside. Takes the selector of the drawing's container, and returns the drawing as SVG text
 * in which each shape and text bears its own paint and font. Elements that are not shown are gone, and so are HTML labels that have a plain
 * one beside them (`switch`).
 */
export function resolveLooks(container: string): string {
  const root = document.querySelector(`${container} > svg`);
  if (root === null) return '';
  // Today's mark on a Gantt chart would be out of date tomorrow.
  for (const element of root.querySelectorAll('.today, switch > foreignObject')) element.remove();
  for (const element of root.querySelectorAll('switch')) element.replaceWith(...element.childNodes);

  const shape = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'fill-opacity',
    'stroke-opacity',
    'opacity',
  ];
  const text = ['fill', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'];
  const usual: Record<string, string> = {
    stroke: 'none',
    'stroke-width': '1px',
    'stroke-dasharray': 'none',
    'fill-opacity': '1',
    'stroke-opacity': '1',
    opacity: '1',
    'font-weight': '400',
    'font-style': 'normal',
    'text-anchor': 'start',
    'dominant-baseline': 'auto',
  };
  const looks: { element: Element; look: [string, string][] }[] = [];
  const unseen: Element[] = [];
  for (const element of root.querySelectorAll(
    'path, rect, circle, ellipse, line, polyline, polygon, text, tspan, g',
  )) {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') unseen.push(element);
    const properties = element.tagName === 'g' ? ['opacity'] : element.matches('text, tspan') ? text : shape;
    const parent = element.tagName === 'tspan' && element.parentElement;
    const inherited = parent ? getComputedStyle(parent) : undefined;
    const look = properties.map((name): [string, string] => [name, style.getPropertyValue(name)]);
    const said = look.filter(
      ([name, value]) => value !== (inherited ? inherited.getPropertyValue(name) : usual[name]),
    );
    looks.push({ element, look: said });
  }
  // Nothing is changed before everything was read.
  for (const { element, look } of looks) {
    for (const name of [...shape, ...text]) element.removeAttribute(name);
    for (const [name, value] of look) element.setAttribute(name, value);
  }
  for (const element of root.querySelectorAll('*')) {
    element.removeAttribute('class');
    element.removeAttribute('style');
  }
  for (const element of unseen) element.remove();
  for (const element of root.querySelectorAll('style')) element.remove();
  return root.outerHTML;
}
