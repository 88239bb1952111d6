// A page may be read long after it was built: judges every article on it again, on the reader's clock.

import { judgeText, readJudgingTerms } from './reader-clock.ts';

/** Judges now, and again whenever the reader comes back to a page left open. */
export function setUpJudging(): void {
  judgePage();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') judgePage();
  });
}

function judgePage(): void {
  const terms = readJudgingTerms(new Date());
  if (!terms) return;
  for (const element of document.querySelectorAll<HTMLElement>('[data-validity]')) {
    const { validity, effective, expires, needsExpiry } = element.dataset;
    const state = judgeText(effective, expires, needsExpiry !== undefined, terms);
    if (state !== validity) show(element, state);
  }
}

/** Fills the element's places with what the page keeps for `state`; a place with nothing kept is emptied. */
function show(element: HTMLElement, state: string): void {
  element.dataset.validity = state;
  for (const place of element.querySelectorAll<HTMLElement>('[data-judged]')) {
    if (place.closest('[data-validity]') !== element) continue;
    const kept = document.querySelector<HTMLTemplateElement>(
      `template[data-for="${place.dataset.judged}"][data-state="${state}"]`,
    );
    place.replaceChildren(...(kept ? [kept.content.cloneNode(true)] : []));
  }
}
