// Entry of `usage.js`, which pages load where the configuration has uses counted: never who, and not for a reader who does not want it.
import type { CounterKind } from '../../../src/model/field-item.ts';
import { baseName, pageLang, readerDay } from '../field/field-page.ts';
import { makeKey } from '../field/make-item.ts';
import { readName } from '../field/reader-name.ts';
import { forget, readStored, store } from '../reader-storage.ts';
import { copyTold } from '../usage-events.ts';
import { addCount, closeCounts, forgetCounts, keepClosed } from './count-store.ts';
import { sendCounts } from './send-counts.ts';
import { watchGuides } from './watch-guide.ts';
import { watchSearches } from './watch-search.ts';

/** Kept where the reader does not want to be counted. */
const refusedKey = 'kb:uncounted';

/** Signals by which a browser says that its reader does not want to be followed. */
function asksForPrivacy(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return doNotTrack === '1' || globalPrivacyControl === true;
}

const isCounted = () => !asksForPrivacy() && readStored('localStorage', refusedKey) === undefined;

function count(of: CounterKind, what: string): void {
  if (isCounted()) addCount(baseName(), of, what, { day: readerDay(), now: Date.now() });
}

/** Says once a day that this reader was here, where they gave a name, or a proxy before the server knows it. */
function tellPresence(base: string): void {
  const on = readerDay();
  const place = `kb:present:${base}`;
  if (document.documentElement.dataset.usageAdoption === undefined) return;
  const reader = readName();
  // Who gives a name later that day is told of by name.
  const told = `${on} ${reader ?? ''}`;
  if (readStored('localStorage', place) === told) return;
  const key = reader === undefined ? makeKey(crypto) : `p:${on}:${encodeName(reader)}`;
  if (keepClosed(base, { kind: 'presence', key, on, reader })) store('localStorage', place, told);
}

/** A part of a key: letters and digits, and for all other signs their code. */
function encodeName(name: string): string {
  return [...name]
    .map((sign) => (/[\w.-]/.test(sign) ? sign : `:${sign.codePointAt(0)?.toString(16)}`))
    .join('')
    .slice(0, 80);
}

/** The reader's own choice, at the foot of every page. */
function setUpChoice(): void {
  const choice = document.getElementById('usageChoice');
  if (!(choice instanceof HTMLInputElement)) return;
  choice.checked = isCounted();
  choice.disabled = asksForPrivacy();
  choice.closest('[hidden]')?.removeAttribute('hidden');
  choice.addEventListener('change', () => {
    if (choice.checked) forget('localStorage', refusedKey);
    else {
      store('localStorage', refusedKey, '1');
      forgetCounts(baseName());
    }
  });
}

function setUpUsage(): void {
  setUpChoice();
  const article = document.querySelector<HTMLElement>('.article[data-id]');
  const name = article && `${pageLang()}/${article.dataset.id}`;
  if (name) {
    count('view', name);
    watchGuides(name, count);
    document.addEventListener(copyTold, () => {
      if (article.classList.contains('article-macro')) count('copy', name);
    });
  }
  watchSearches(count);
  if (!isCounted()) return;
  const base = baseName();
  const { fieldEndpoint } = document.documentElement.dataset;
  tellPresence(base);
  closeCounts(base, { day: readerDay(), now: Date.now() });
  if (fieldEndpoint !== undefined) void sendCounts(fieldEndpoint, base);
}

setUpUsage();
