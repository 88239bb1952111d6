// Entry of `field.js`, fetched when a reader says something or something waits: votes, remarks, the outbox, confirmations.
import {
  type ArticleReference,
  type FieldItem,
  fieldLimits as limits,
} from '../../../src/model/field-item.ts';
import { announce } from '../announce.ts';
import { type FieldRequest, fieldRequest, readingChanged } from '../field-request.ts';
import { showUnread } from '../inbox.ts';
import {
  articleInView,
  baseName,
  collects,
  fieldSettings,
  pageLang,
  pageWords,
  readerDay,
  referenceTo,
} from './field-page.ts';
import { showInboxList } from './inbox-list.ts';
import { makeFeedback, makeKey, makeQuizReceipt } from './make-item.ts';
import { keepItem, mostEntries, readOutbox, watchOutbox } from './outbox.ts';
import { openOutbox } from './outbox-panel.ts';
import { rememberOwn, showOwnRemarks } from './own-remarks.ts';
import { readName } from './reader-name.ts';
import { acknowledge, showReceipt } from './receipts.ts';
import { namePersonalData, openReport } from './report-dialog.ts';
import { sendWaiting } from './send-waiting.ts';
import { stepInView } from './step-in-view.ts';
import { castVote } from './vote.ts';

export type KeepItem = (item: FieldItem) => 'kept' | 'full' | 'denied';

const words = pageWords();
const base = baseName();
const settings = fieldSettings();

/** Keeps `item`, shows the number, and sends it where there is somewhere to send it. */
const keep: KeepItem = (item) => {
  const outcome = keepItem(base, item, Date.now());
  if (outcome === 'kept') {
    if (item.kind === 'feedback') rememberOwn(item.key);
    void send(false);
  }
  showCount();
  return outcome;
};

/** The number of what waits, at the foot of every page and below an article. */
function showCount(): void {
  const { entries, strange } = readOutbox(base);
  const count = entries.length + strange.length;
  for (const button of document.querySelectorAll<HTMLElement>('[data-field-ask=outbox]')) {
    button.hidden = count === 0;
    button.textContent = words.outbox.open(count);
  }
}

let timer: number | undefined;

/** Tries to send what waits; returns what to say of it. */
async function send(force: boolean): Promise<string> {
  if (settings.endpoint === undefined || !collects()) return '';
  const attempt = await sendWaiting(settings.endpoint, base, force).catch(() => undefined);
  showCount();
  window.clearTimeout(timer);
  // While the page is open; the next page that loads looks for itself.
  if (attempt?.failed) timer = window.setTimeout(() => void send(false), 61_000);
  if (attempt === undefined) return '';
  return attempt.failed ? words.outbox.notSent : words.outbox.sent(attempt.sent);
}

function report(quote: string): void {
  const about = articleInView();
  if (!about) return;
  const step = stepInView(words);
  openReport({
    about,
    step,
    quote: quoteOf(quote),
    domains: settings.domains,
    sends: settings.endpoint !== undefined,
    keep: (item) => {
      const outcome = keep({ ...item, about: referenceTo(about) });
      if (outcome === 'kept') announce(words.report.kept);
      return outcome;
    },
  });
}

/** What was selected, where it is of the article and not of the page around it. */
function quoteOf(selected: string): string | undefined {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, '');
  const quote = selected.replace(/\s+/g, ' ').trim().slice(0, limits.quote);
  const article = plain(document.querySelector('.article')?.textContent);
  return quote !== '' && article.includes(plain(quote)) ? quote : undefined;
}

/** A search that found nothing: what was typed may hold a customer's data, and then it is said and not kept at the first press. */
function tellNotFound(from: HTMLElement | undefined): void {
  const { query = '' } = from?.dataset ?? {};
  const personal = namePersonalData([query], settings.domains, words.lang);
  if (personal !== undefined && from && from.dataset.confirmed === undefined) {
    from.dataset.confirmed = '';
    announce(words.report.personal(personal));
    from.textContent = words.report.anyway;
    return;
  }
  const item = makeFeedback({ verdict: 'not-found', query, lang: pageLang() }, makeKey(crypto), readerDay());
  const outcome = item.query === undefined ? 'denied' : keep(item);
  announce(outcome === 'full' ? words.report.full(mostEntries) : words.report[outcome]);
  if (outcome === 'kept' && from instanceof HTMLButtonElement) from.disabled = true;
}

function confirmArticle(): void {
  const about = articleInView();
  if (!about) return;
  acknowledge(referenceTo(about), keep, (outcome) => {
    if (outcome !== 'kept')
      announce(outcome === 'full' ? words.report.full(mostEntries) : words.report.denied);
    showReceipt(keep);
    tellReading(undefined);
    document.querySelector<HTMLElement>('.field-receipt [role=status]')?.focus();
  });
}

/** Tells the bell and the banner of urgent announcements; `denied` is the id of one that this browser can't keep as read. */
function tellReading(denied: string | undefined): void {
  showUnread();
  document.dispatchEvent(new CustomEvent(readingChanged, { detail: denied }));
}

/** An urgent announcement was read where it stands, before another page. */
function confirmAnnouncement(about: ArticleReference): void {
  acknowledge(about, keep, (outcome) => {
    tellReading(outcome === 'kept' ? undefined : about.id);
    showReceipt(keep);
    showInboxList(keep);
  });
}

/** Keeps the score in the name that the reader confirms with, where the site collects receipts; whoever gave none keeps it to themself. */
function confirmQuiz(about: ArticleReference, score: NonNullable<FieldRequest['score']>): void {
  const name = readName();
  if (!collects() || name === undefined) return;
  const outcome = keep(makeQuizReceipt(about, score, name, readerDay()));
  if (outcome !== 'kept') announce(outcome === 'full' ? words.report.full(mostEntries) : words.report.denied);
}

function vote(verdict: 'helpful' | 'unhelpful'): void {
  const said = castVote(verdict, keep, words);
  const status = document.getElementById('voteStatus');
  if (said !== undefined && status) status.textContent = said;
}

/** Everything that depends on what this browser keeps. */
function look(): void {
  showCount();
  showReceipt(keep);
  showInboxList(keep);
  showOwnRemarks();
  showUnread();
}

document.addEventListener(fieldRequest, (event) => {
  const { ask, from, quote, about, score } = (event as CustomEvent<FieldRequest>).detail;
  if (ask === 'helpful' || ask === 'unhelpful') vote(ask);
  else if (ask === 'report') report(quote);
  else if (ask === 'not-found') tellNotFound(from);
  else if (ask === 'receipt') confirmArticle();
  else if (about && score) confirmQuiz(about, score);
  else if (about) confirmAnnouncement(about);
  else if (ask === 'outbox')
    openOutbox({
      send: settings.endpoint === undefined ? undefined : () => send(true),
      changed: showCount,
    });
  else look();
});

window.addEventListener('online', () => void send(true));
watchOutbox(showCount);
showCount();
void send(false);
