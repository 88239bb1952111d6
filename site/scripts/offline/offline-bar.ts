// What a page says of reading offline: quietly at its end, and in a bar over its lower edge what the reader should know now or can choose.
import { parseIsoDate } from '../../../src/model/iso-date.ts';
import { formatDate } from '../../locales/format.ts';
import type { OfflineWords } from '../../locales/offline-words.ts';
import { build } from '../build-element.ts';
import type { WorkerMessage } from './messages.ts';

type State = Extract<WorkerMessage, { kind: 'state' }>;

export interface OfflineBar {
  readonly show: (message: Exclude<WorkerMessage, { kind: 'reload' }>) => void;
  /** Calls `refresh` when the reader wants the other build; `pending` where the worker has to be asked for it. */
  readonly onRefresh: (refresh: (pending: boolean) => void) => void;
}

/** What there is to refresh for, in words, and whether the worker has to be asked. */
interface Offer {
  readonly text: string;
  readonly pending: boolean;
}

export function createOfflineBar(words: OfflineWords): OfflineBar {
  let refresh: (pending: boolean) => void = () => undefined;
  let state: State | undefined;
  /** An offer that stays, whatever else is said. */
  let lasting: Offer | undefined;
  let dismissed: string | undefined;
  const status = document.getElementById('offlineStatus');
  const text = build('p', 'offline-bar-text');
  text.setAttribute('role', 'status');
  const accept = build('button', 'button', words.refresh);
  const later = build('button', 'button button-quiet', words.later);
  const buttons = build('div', 'offline-bar-buttons', accept, later);
  for (const button of [accept, later]) button.type = 'button';
  const bar = build('aside', 'offline-bar', text, buttons);
  bar.lang = words.lang;
  bar.ariaLabel = words.region;
  document.body.append(bar);

  const offerNow = () => lasting ?? offerOf(state, words);
  const draw = () => {
    const offer = offerNow();
    const offered = offer !== undefined && offer.text !== dismissed;
    const offline = isOffline(state) ? offlineText(state, words) : undefined;
    say(text, (offered ? offer.text : offline) ?? '');
    buttons.hidden = !offered;
    bar.classList.toggle('shown', offered || offline !== undefined);
    if (!status) return;
    // The bar says it aloud already.
    status.ariaLive = offline === undefined ? 'polite' : 'off';
    status.ariaBusy = String(state?.progress !== undefined);
    say(status, offline ?? statusText(state, words));
  };
  accept.addEventListener('click', () => refresh(offerNow()?.pending ?? false));
  later.addEventListener('click', () => {
    dismissed = offerNow()?.text;
    draw();
  });
  for (const happening of ['online', 'offline']) window.addEventListener(happening, draw);
  draw();
  return {
    show: (message) => {
      if (message.kind === 'state') state = message;
      else lasting = { text: message.kind === 'ended' ? words.ended : words.newVersion, pending: false };
      draw();
    },
    onRefresh: (listen) => {
      refresh = listen;
    },
  };
}

/** The same text again would be read aloud again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

function isOffline(state: State | undefined): boolean {
  return !navigator.onLine || state?.trouble === 'unreachable';
}

function offerOf(state: State | undefined, words: OfflineWords): Offer | undefined {
  const { build: own, builtOn } = document.documentElement.dataset;
  const other = state?.candidate ?? (state?.active?.version === own ? undefined : own && state?.active);
  if (!other) return undefined;
  const text = other.builtOn === builtOn ? words.newVersion : words.newVersionOf(dayOf(other.builtOn, words));
  return { text, pending: state?.candidate !== undefined };
}

function offlineText(state: State | undefined, words: OfflineWords): string {
  return state?.active ? words.offline(dayOf(ownDay(state.active.builtOn), words)) : words.offlineOnly;
}

function statusText(state: State | undefined, words: OfflineWords): string {
  if (!state) return '';
  const { active, progress, trouble } = state;
  if (progress !== undefined) return words.taking(Math.floor(progress * 100));
  if (trouble === 'altered') return words.altered;
  if (trouble === 'full') return active ? words.full(dayOf(active.builtOn, words)) : words.fullOnly;
  return active ? words.ready(dayOf(active.builtOn, words)) : '';
}

/** The day of the page in view, which tells more than that of the build that is served. */
function ownDay(served: string): string {
  return document.documentElement.dataset.builtOn ?? served;
}

function dayOf(day: string, words: OfflineWords): string {
  const date = parseIsoDate(day);
  return date ? formatDate(date, words.lang) : day;
}
