// Where in an article its reader stands: the step of an open guide, else the section of what they selected.
import type { FieldWords } from '../../locales/field-words.ts';
import { headingText } from '../heading-text.ts';

export function stepInView({
  report,
}: FieldWords): { readonly name: string; readonly words: string } | undefined {
  const guide = document.querySelector<HTMLElement>('.guide[data-step]');
  if (guide) {
    const text = guide.querySelector('.guide-text')?.textContent ?? '';
    return { name: guide.dataset.step ?? '', words: report.atStep(text) };
  }
  const { anchorNode } = window.getSelection() ?? {};
  if (!anchorNode || !document.querySelector('.prose')?.contains(anchorNode)) return undefined;
  const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4)[id]')];
  // The last heading that stands before the selection.
  const heading = headings
    .reverse()
    .find((one) => (one.compareDocumentPosition(anchorNode) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return heading && { name: heading.id, words: report.atSection(headingText(heading)) };
}
