// The inbox page in this reader's eyes: which announcements are unread, and the answers to their own remarks.
import { build } from '../build-element.ts';
import { readingChanged } from '../field-request.ts';
import { inboxData, showUnread, unreadAnswers } from '../inbox.ts';
import { readMark, writeMark } from '../read-mark.ts';
import { addressOf } from '../reading-list.ts';
import { pressButton } from './field-dialog.ts';
import { pageLang, pageWords, readerDay } from './field-page.ts';
import { acknowledge, type KeepReceipt } from './receipts.ts';

/** Marks the rows; does nothing on other pages. */
export function showInboxList(keep: KeepReceipt): void {
  const { inbox: t } = pageWords();
  for (const row of document.querySelectorAll<HTMLElement>('[data-inbox-id]')) {
    const { inboxId: id = '', versions = '', acknowledge: asked } = row.dataset;
    const [version = ''] = versions.split(' ');
    const lang = pageLang();
    const isRead = versions.split(' ').includes(readMark(`${lang}/${id}`)?.version ?? '');
    const mark = row.querySelector<HTMLElement>('.inbox-mark');
    row.classList.toggle('inbox-read', isRead);
    if (!mark) continue;
    const confirm = pressButton('button button-quiet', t.markRead, () =>
      acknowledge({ id, lang, version }, keep, () => {
        showInboxList(keep);
        document.dispatchEvent(new CustomEvent(readingChanged));
        showUnread();
        row.querySelector<HTMLElement>('a')?.focus();
      }),
    );
    const open = ['current', 'due', 'undated'].includes(row.dataset.validity ?? '');
    mark.replaceChildren(
      ...(isRead || !open ? [] : [build('span', 'inbox-unread', t.unread)]),
      ...(isRead || !open || asked === undefined ? [] : [confirm]),
    );
  }
  showAnswers();
}

/** Opening the inbox is to see them: they are marked as seen once they are shown. */
function showAnswers(): void {
  const place = document.getElementById('inboxAnswers');
  const data = inboxData();
  if (!place || !data) return;
  const answers = unreadAnswers(data);
  if (answers.length === 0) return;
  const { inbox: t } = pageWords();
  const rows = answers.map(({ key, mark, id, title }) => {
    const link = build('a', '', t.answered(title));
    link.href = `${addressOf({ id, lang: data.lang })}#remarksSection`;
    link.addEventListener('click', () => writeMark(`answer/${key}`, { version: mark, on: readerDay() }));
    return build('li', '', link);
  });
  place.replaceChildren(build('h2', 'section-title', t.answers), build('ul', 'inbox-answers', ...rows));
  place.hidden = false;
}
