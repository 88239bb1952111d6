// Which remarks were written here: their answers are shown as the reader's own.
import { answerKeyLength, type InboxData } from '../../inbox-data.ts';
import { build } from '../build-element.ts';
import { ownKeysName } from '../field-request.ts';
import { inboxData, unreadAnswers } from '../inbox.ts';
import { writeMark } from '../read-mark.ts';
import { readStored, store } from '../reader-storage.ts';
import { pageWords, readerDay } from './field-page.ts';

/** How many keys are kept, the latest first. */
const mostKeys = 200;

/** Remembers the key of a remark that was written here. */
export function rememberOwn(key: string): void {
  const keys = (readStored('localStorage', ownKeysName) ?? '').split(' ').filter((one) => one !== '');
  store('localStorage', ownKeysName, [key, ...keys].slice(0, mostKeys).join(' '));
}

/** Marks the reader's own remarks on the page; an answer that is shown counts as seen. */
export function showOwnRemarks(): void {
  const own = new Set((readStored('localStorage', ownKeysName) ?? '').split(' '));
  const data: InboxData | undefined = inboxData();
  const unseen = new Map((data ? unreadAnswers(data) : []).map(({ key, mark }) => [key, mark]));
  for (const remark of document.querySelectorAll<HTMLElement>('.remark[data-key]')) {
    const { key = '' } = remark.dataset;
    if (!own.has(key) || remark.querySelector('.remark-own')) continue;
    remark
      .querySelector('.remark-head')
      ?.append(' ', build('strong', 'remark-own', pageWords().feedback.yours));
    const short = key.slice(0, answerKeyLength);
    const mark = unseen.get(short);
    if (mark !== undefined) writeMark(`answer/${short}`, { version: mark, on: readerDay() });
  }
}
