// Of cases that exclude each other, shows the one that holds for this contact: the others are folded, and open for who wants to read them.
import { type CaseVerdict, judgeCases, readCaseMark } from '../../../src/model/case.ts';
import { type CaseWords, caseWordsFor } from '../../locales/case-words.ts';
import { build } from '../build-element.ts';
import { contextChange, readContext } from './context-values.ts';

/** Judges now, and whenever the context changes. */
export function setUpCases(): void {
  foldCases();
  revealTarget();
  document.addEventListener(contextChange, foldCases);
  window.addEventListener('hashchange', revealTarget);
}

function foldCases(): void {
  const known = readContext();
  const words = caseWordsFor(document.documentElement.lang);
  for (const group of document.querySelectorAll<HTMLElement>('.cases')) {
    const cases = [...group.querySelectorAll<HTMLDetailsElement>(':scope > .case')];
    const verdicts = judgeCases(
      cases.map(({ dataset }) => readCaseMark(dataset.when)),
      known,
    );
    cases.forEach((element, index) => {
      show(element, verdicts[index] ?? 'unknown', words);
    });
  }
}

/** What a reader opened or folded by hand stays so until the verdict is another one. */
function show(element: HTMLDetailsElement, verdict: CaseVerdict, words: CaseWords): void {
  if ((element.dataset.verdict ?? 'unknown') === verdict) return;
  element.dataset.verdict = verdict;
  element.open = verdict !== 'fails';
  const label = element.querySelector(':scope > .case-label');
  label?.querySelector(':scope > .case-remark')?.remove();
  if (verdict === 'unknown') return;
  const note = build('span', 'case-note', verdict === 'holds' ? words.chosen : words.folded);
  note.lang = words.lang;
  label?.append(build('span', 'case-remark', ' ', note));
}

/** A link to what stands in a folded case opens it. */
function revealTarget(): void {
  const target = targetOf(window.location.hash);
  let folded = target?.closest<HTMLDetailsElement>('.case:not([open])');
  if (!target || !folded) return;
  for (; folded; folded = folded.parentElement?.closest<HTMLDetailsElement>('.case:not([open])'))
    folded.open = true;
  target.scrollIntoView({ behavior: 'instant' });
}

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
