// Fetches `field.js` when a reader has something to say or to confirm, or something waits to be sent: who only reads does not pay for it.
import { type FieldRequest, fieldRequest, outboxPrefix, quizFinished } from './field-request.ts';
import { loadScript } from './load-script.ts';
import { storedKeys } from './reader-storage.ts';

/** Hands `request` to `field.js`; where that can't be had, the page stays as it is. */
export function askField(request: FieldRequest): void {
  const script = document.documentElement.dataset.field;
  if (script === undefined) return;
  loadScript(script).then(
    () => document.dispatchEvent(new CustomEvent(fieldRequest, { detail: request })),
    () => undefined,
  );
}

/** Listens for every `data-field-ask` of the page, those that other scripts add too. */
export function setUpField(): void {
  let quote = '';
  const askOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-field-ask]') : null;
  // A press may undo the selection before the click comes.
  document.addEventListener('pointerdown', (event) => {
    quote = askOf(event) ? String(getSelection()) : '';
  });
  document.addEventListener('click', (event) => {
    const from = askOf(event);
    if (from) askField({ ask: from.dataset.fieldAsk ?? '', from, quote: quote || String(getSelection()) });
  });
  document.addEventListener(quizFinished, (event) => {
    const { about, score } = (event as CustomEvent<Pick<FieldRequest, 'about' | 'score'>>).detail;
    askField({ ask: 'quiz', about, score, quote: '' });
  });
  // Whoever never wrote nor confirmed anything finds the page as it was built.
  const kept = storedKeys('localStorage').join('\n');
  const look = document.querySelector<HTMLElement>('[data-field-look]')?.dataset.fieldLook;
  if (
    kept.includes(outboxPrefix) ||
    look === 'always' ||
    (look !== undefined && /^kb:(own|read)/m.test(kept))
  )
    askField({ ask: 'look', quote: '' });
}
