// The marks of an article's type, validity and trust, made in the browser as components/badge.tsx makes them on the server.
import { stateIcons } from '../components/state-icons.ts';
import { build } from './build-element.ts';

/** A mark with its icon and word, such as `badge badge-expired`. */
export function buildMark(
  className: string,
  state: keyof typeof stateIcons,
  words: Readonly<Record<string, string>>,
): HTMLElement {
  return build('span', className, buildIcon(stateIcons[state]), words[state] ?? state);
}

function buildIcon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of [
    ['class', 'icon'],
    ['viewBox', '0 0 16 16'],
    ['width', '16'],
    ['height', '16'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ] as const)
    svg.setAttribute(name, value);
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** Whether the site has an icon of this name: what an index says may be damaged. */
export function isState(name: string | undefined): name is keyof typeof stateIcons {
  return name !== undefined && Object.hasOwn(stateIcons, name);
}
