// Entry of `urgent.js`, loaded where one is unread. Urgent announcements stand before the page until they are read: the first thing in it for keyboard and screen reader, a bar at the foot of the window for
// the eye, where it moves nothing. It takes no focus, and whatever it covers can be scrolled out from behind it.

import type { InboxData, InboxItem } from '../../inbox-data.ts';
import { announce } from '../announce.ts';
import { askField } from '../ask-field.ts';
import { build } from '../build-element.ts';
import { inboxAsked, laterKey, readingChanged } from '../field-request.ts';
import { type InboxNow, signOf } from '../inbox.ts';
import { loadStyle } from '../load-style.ts';
import { readStored, store } from '../reader-storage.ts';
import { addressOf } from '../reading-list.ts';
import { pressButton } from './field-dialog.ts';
import { articleInView } from './field-page.ts';

/** How many stand there at once; the next ones follow when these are read. */
const mostShown = 3;

/** While the tab keeps nothing: what was put off on this page. */
const putOff = new Set<string>();

function putOffAll(items: readonly InboxItem[]): void {
  for (const item of items) putOff.add(signOf(item));
  const kept = (readStored('sessionStorage', laterKey) ?? '').split(' ').slice(-50);
  store('sessionStorage', laterKey, [...kept, ...items.map(signOf)].join(' ').trim());
}

/** What `kb.js` knows of the inbox, without what this page put off. */
function askInbox(): InboxNow {
  const now: InboxNow = { urgent: [] };
  document.dispatchEvent(new CustomEvent(inboxAsked, { detail: now }));
  return { ...now, urgent: now.urgent.filter((item) => !putOff.has(signOf(item))) };
}

/** Puts the unread urgent announcements of this page's language at its top, or takes them away. */
async function showUrgent(): Promise<void> {
  if (askInbox().urgent.length > 0) await loadStyle(document.documentElement.dataset.urgentStyle);
  // Whatever happened while the style sheet was on its way counts.
  const { urgent, data } = askInbox();
  const old = document.querySelector('.urgent-banner');
  if (urgent.length === 0 || !data) {
    old?.remove();
    document.documentElement.style.removeProperty('--urgent-height');
    return;
  }
  const { words } = data;
  const banner = build('section', 'urgent-banner');
  banner.lang = words.lang;
  banner.setAttribute('aria-label', words.region);
  const later = (): void => {
    putOffAll(urgent);
    void showUrgent();
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  banner.append(pressButton('button button-quiet', words.later, later));
  banner.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    later();
  });
  const hadFocus = old?.contains(document.activeElement);
  old?.remove();
  // Read aloud where it was not there before.
  const news = build('div', '');
  if (old === null) news.setAttribute('aria-live', 'polite');
  banner.prepend(news);
  document.querySelector('.skip-link')?.after(banner);
  news.append(build('ul', '', ...urgent.slice(0, mostShown).map((item) => drawItem(item, data))));
  // It grows and shrinks with the window; once it is gone nothing is measured any more.
  new ResizeObserver(() => {
    if (banner.isConnected)
      document.documentElement.style.setProperty('--urgent-height', `${banner.offsetHeight}px`);
  }).observe(banner);
  if (hadFocus) banner.querySelector('a')?.focus();
}

function drawItem(item: InboxItem, { words, lang }: InboxData): HTMLElement {
  const about = { id: item.id, lang, version: item.versions[0] ?? '' };
  const link = build('a', 'urgent-title', item.title ?? item.id);
  link.href = addressOf(about);
  link.lang = lang;
  const read = pressButton('button', words.markRead, () => askField({ ask: 'confirm', about, quote: '' }));
  const open = build('a', 'button button-quiet', words.read);
  open.href = link.href;
  open.setAttribute('aria-label', `${words.read}\u00a0: ${item.title}`);
  const isHere = articleInView()?.id === item.id;
  return build(
    'li',
    '',
    build('p', '', build('strong', 'urgent-level', words.urgent), ' ', link),
    build('p', 'field-ways', ...(isHere ? [] : [open]), read),
  );
}

// Something was read; where that could not be kept, it is put off, so that the page can be used.
document.addEventListener(readingChanged, (event) => {
  const { urgent, data } = askInbox();
  const denied = urgent.filter(({ id }) => id === (event as CustomEvent<string | undefined>).detail);
  if (denied.length > 0) {
    announce(data?.words.denied ?? '');
    putOffAll(denied);
  }
  const had = document.querySelector('.urgent-banner') !== null;
  void showUrgent().then(() => {
    if (had && !document.querySelector('.urgent-banner'))
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  });
});
void showUrgent();
