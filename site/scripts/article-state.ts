// What the page says of its article at this moment: the notices above it, as they were judged last, and the facts of a case note.
import type { GuideWords } from '../locales/guide-words.ts';

/** Notices of an article that is not to be applied as it is. */
const grave = '.notice-expired, .notice-scheduled, .notice-draft, .notice-archived';
const doubtful = '.notice-unvalidated, .notice-changed';

/** Copies of the notices that have to be passed before the first step, one per reason; a site that shows a past day is one too. */
export function graveNotices(): readonly HTMLElement[] {
  const notices = [
    ...document.querySelectorAll<HTMLElement>('body > .as-of-notice'),
    ...[...document.querySelectorAll<HTMLElement>('.article-header .notice')].filter((notice) =>
      notice.matches(grave),
    ),
  ];
  return notices.map(copyNotice);
}

function copyNotice(notice: HTMLElement): HTMLElement {
  const copy = notice.cloneNode(true) as HTMLElement;
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  return copy;
}

/** Copies of the notices of an article that nobody answers for as it stands. */
export function doubtfulNotices(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.article-header .notice')]
    .filter((notice) => notice.matches(doubtful))
    .map(copyNotice);
}

/** The titles of the other notices, in one line; undefined where there are none. */
export function lightNotices(): string | undefined {
  const titles = [...document.querySelectorAll('.article-header .notice')]
    .filter((notice) => !notice.matches(grave))
    .map((notice) => notice.querySelector('.notice-title')?.textContent ?? '');
  return titles.length === 0 ? undefined : titles.join(' · ');
}

export function articleTitle(): string {
  return document.querySelector('h1')?.textContent ?? '';
}

/** What is certain of the article, a line each: its id and language, the version that the page shows, its approval and validity. */
export function articleFacts(words: GuideWords['note']): readonly string[] {
  const { id = '', version = '' } = document.querySelector<HTMLElement>('.article')?.dataset ?? {};
  const states = document.querySelectorAll('.status-bar .status[class*=" status-"]');
  return [
    words.article(id, document.documentElement.lang),
    words.version(version),
    ...[...states].map((state) => state.textContent ?? ''),
  ];
}
