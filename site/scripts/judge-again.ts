// A page may be read long after it was built: judges every article on it again, on the reader's clock.

import { formatDate } from '../locales/format.ts';
import { readingWordsFor } from '../locales/reading-words.ts';
import { type JudgingTerms, judgeText, readJudgingTerms } from './reader-clock.ts';

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
  showClock(terms);
}

/** Says on which day and by whose clock the page was judged, and that a clock before the day of the build is wrong. */
function showClock({ today, builtOn, behind }: JudgingTerms): void {
  const { judged, lang } = readingWordsFor(document.documentElement.lang);
  const note = document.getElementById('judgedNote');
  if (note && document.querySelector('[data-validity]') !== null)
    note.textContent =
      behind === undefined
        ? judged.onClock(formatDate(today, lang))
        : judged.atBuild(formatDate(builtOn, lang));
  const warning = document.getElementById('clockNote');
  if (!warning) return;
  warning.hidden = behind === undefined;
  warning.textContent =
    behind === undefined ? '' : judged.behind(formatDate(behind, lang), formatDate(builtOn, lang));
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
