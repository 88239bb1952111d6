// The home page's lists of favourites and of what was read last: empty in the page, filled from this browser's storage.
import { type ReadingWords, readingWordsFor } from '../locales/reading-words.ts';
import { announce } from './announce.ts';
import { build } from './build-element.ts';
import {
  addressOf,
  clearRecent,
  dropFavourite,
  type ReadingEntry,
  readFavourites,
  readRecent,
  watchLists,
} from './reading-list.ts';
import { keepRoom } from './reading-room.ts';

/** Shows the lists that hold something, here and whenever they change. */
export function setUpReadingHome(): void {
  const favourites = document.getElementById('favourites');
  const recent = document.getElementById('recent');
  if (!favourites && !recent) return;
  const words = readingWordsFor(document.documentElement.lang);
  const show = () => {
    const [marked, read] = [readFavourites(), readRecent()];
    if (favourites) fill(favourites, marked, (entry) => [link(entry), dropButton(entry)]);
    if (recent) fill(recent, read, (entry) => [link(entry)]);
    keepRoom('favourites', marked.length);
    keepRoom('recent', read.length);
  };

  function dropButton(entry: ReadingEntry): HTMLButtonElement {
    const button = build('button', 'icon-button', '×');
    button.type = 'button';
    button.title = words.favourites.drop(entry.title);
    button.setAttribute('aria-label', button.title);
    button.addEventListener('click', () => {
      const at = [...(favourites?.querySelectorAll('button') ?? [])].indexOf(button);
      announce(dropFavourite(entry) ? words.favourites.dropped : words.favourites.denied);
      show();
      focusNear(favourites, at);
    });
    return button;
  }

  addClearButton(recent, words, show);
  watchLists(show);
  show();
}

/** A list of its own words: the page it is in may be in another language than an entry. */
function fill(
  section: HTMLElement,
  entries: readonly ReadingEntry[],
  show: (entry: ReadingEntry) => readonly HTMLElement[],
): void {
  section.querySelector('ul')?.replaceChildren(...entries.map((entry) => build('li', '', ...show(entry))));
  section.hidden = entries.length === 0;
}

function link(entry: ReadingEntry): HTMLAnchorElement {
  const anchor = build('a', '', entry.title);
  anchor.href = addressOf(entry);
  anchor.title = entry.title;
  if (entry.lang !== document.documentElement.lang) anchor.lang = anchor.hreflang = entry.lang;
  return anchor;
}

function addClearButton(recent: HTMLElement | null, words: ReadingWords, show: () => void): void {
  if (!recent) return;
  const button = build('button', 'reading-clear', words.recent.clear);
  button.type = 'button';
  button.addEventListener('click', () => {
    clearRecent();
    announce(words.recent.cleared);
    show();
    focusNear(undefined, 0);
  });
  recent.append(button);
}

/** The focus stays where the reader was, not at the top of the page. */
function focusNear(section: HTMLElement | null | undefined, at: number): void {
  const buttons = section?.hidden === false ? [...section.querySelectorAll('button')] : [];
  (buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector<HTMLElement>('main'))?.focus({
    preventScroll: true,
  });
}
