// A drawing file (SVG) → the same drawing with nothing that could run or load: opened on its own, it is a document like any page.
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { sanitizeSvg } from './sanitize-svg.ts';

/** The file's text made safe, or undefined where there is no drawing to keep. Ids stay as they are: the file stands alone. */
export function sanitizeSvgFile(text: string): string | undefined {
  const element = sanitizeSvg(text, { idPrefix: '' });
  if (!element) return undefined;
  element.properties.xmlns = 'http://www.w3.org/2000/svg';
  return `${stringifySvg(element)}\n`;
}

/** An SVG element as text, for a page or a file. */
export function stringifySvg(element: Element): string {
  return toHtml(element, { space: 'svg', closeEmptyElements: true });
}
