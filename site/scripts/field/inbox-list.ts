// The inbox page in this reader's eyes: which announcements are unread, and the answers to their own remarks.
import { build } from '../build-element.ts';
import { readingChanged } from '../field-request.ts';
import { inboxData, showUnread, unreadAnswers } from '../inbox.ts';
import { loadScript } from '../load-script.ts';
import { readMark, writeMark } from '../read-mark.ts';
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

/** Shows the answers to this reader's own remarks that they have not seen; following one is to see it. */
function showAnswers(isLast = false): void {
  const place = document.getElementById('inboxAnswers');
  const data = inboxData();
  const { inbox } = document.documentElement.dataset;
  // The data come by a script of their own, which may be slower than this one.
  if (place && !data && inbox !== undefined && !isLast)
    void loadScript(inbox).then(
      () => showAnswers(true),
      () => undefined,
    );
  if (!place || !data) return;
  for (const { key, mark } of unreadAnswers(data)) {
    const row = place.querySelector<HTMLElement>(`[data-answer="${CSS.escape(key)}"]`);
    if (!row?.hidden) continue;
    row.hidden = place.hidden = false;
    row.addEventListener('click', () => writeMark(`answer/${key}`, { version: mark, on: readerDay() }));
  }
}
