// The buttons above an article: its star and the printer. The star remembers in this browser, or says that it can't.
import { readingWordsFor } from '../locales/reading-words.ts';
import { announce } from './announce.ts';
import {
  dropFavourite,
  isFavourite,
  keepFavourite,
  mostEntries,
  noteReading,
  type ReadingEntry,
  watchLists,
} from './reading-list.ts';

/** Brings the buttons of an article's page to life, and notes that it was read. */
export function setUpArticleTools(): void {
  const article = articleInView();
  if (!article) return;
  noteReading(article);
  document.getElementById('printButton')?.addEventListener('click', () => window.print());
  setUpStar(article);
  document.querySelector('.article-tools')?.removeAttribute('data-idle');
}

function setUpStar(article: ReadingEntry): void {
  const star = document.getElementById('favouriteButton');
  if (!star) return;
  const { favourites: words } = readingWordsFor(document.documentElement.lang);
  const show = () => star.setAttribute('aria-pressed', String(isFavourite(article)));
  star.addEventListener('click', () => {
    if (isFavourite(article)) {
      announce(dropFavourite(article) ? words.dropped : words.denied);
    } else {
      const outcome = keepFavourite(article);
      announce(outcome === 'full' ? words.full(mostEntries.favourites) : words[outcome]);
    }
    show();
  });
  watchLists(show);
  show();
}

function articleInView(): ReadingEntry | undefined {
  const id = document.querySelector<HTMLElement>('.article')?.dataset.id;
  const title = document.querySelector('h1')?.textContent?.trim();
  return id && title ? { id, lang: document.documentElement.lang, title } : undefined;
}
