// A section of the article, copied for the guide to show beside a step.
import { headingText } from './heading-text.ts';

export interface SectionCopy {
  readonly title: string;
  readonly content: DocumentFragment;
}

/** Level of the heading that the guide puts above the copy. */
const levelAbove = 3;

/** What stands under the heading with id `anchor`, up to the next heading of its level; undefined where there is nothing. */
export function copySection(anchor: string): SectionCopy | undefined {
  const heading = document.getElementById(anchor);
  const level = levelOf(heading);
  if (heading === null || level === undefined) return undefined;
  const content = document.createDocumentFragment();
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if ((levelOf(next) ?? 7) <= level) break;
    content.append(next.cloneNode(true));
  }
  tidy(content, level);
  if (!content.textContent?.trim() && content.querySelector('img, svg') === null) return undefined;
  return { title: headingText(heading), content };
}

/** No id twice in a page, no button that does nothing, no flowchart in the guide to a flowchart; headings in step with the one above. */
function tidy(content: DocumentFragment, level: number): void {
  for (const element of content.querySelectorAll('.anchor, .link-button, .copy-button, .tick, figure.flow'))
    element.remove();
  for (const element of content.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const name of ['aria-describedby', 'aria-labelledby']) {
    for (const element of content.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
  // Two regions of one name could not be told apart; without a name it is none.
  for (const region of content.querySelectorAll('.table-wrap')) region.removeAttribute('aria-label');
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const below = Math.min(6, levelAbove + (levelOf(heading) ?? level) - level);
    const moved = document.createElement(`h${below}`);
    moved.append(...heading.childNodes);
    heading.replaceWith(moved);
  }
}

function levelOf(element: Element | null): number | undefined {
  const level = /^H([1-6])$/.exec(element?.tagName ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}
