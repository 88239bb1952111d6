// How many announcements this reader has not read: a number on the bell of every page, judged on the reader's clock.
import { type InboxData, type InboxItem, inboxGlobal } from '../inbox-data.ts';
import { inboxAsked, laterKey, ownKeysName } from './field-request.ts';
import { loadScript } from './load-script.ts';
import { readMark, writeMark } from './read-mark.ts';
import { type JudgingTerms, judgeText, readJudgingTerms, readReaderDay } from './reader-clock.ts';
import { readStored } from './reader-storage.ts';

/** The data of this page's language, once its script has run. */
export function inboxData(): InboxData | undefined {
  return (window as unknown as Record<string, InboxData | undefined>)[inboxGlobal];
}

/** What is in force and was not read in any version that counts, the newest first. */
function unreadItems({ items, lang }: InboxData, terms: JudgingTerms): readonly InboxItem[] {
  return items.filter(
    ({ id, effective, expires, versions }) =>
      !['scheduled', 'expired'].includes(judgeText(effective, expires, false, terms)) &&
      !versions.includes(readMark(`${lang}/${id}`)?.version ?? ''),
  );
}

/** Answers to this reader's own remarks that they have not seen. */
export function unreadAnswers({ answers }: InboxData): InboxData['answers'] {
  const own = readStored('localStorage', ownKeysName) ?? '';
  return answers.filter(({ key, mark }) => own.includes(key) && readMark(`answer/${key}`)?.version !== mark);
}

/** What `urgent.js` asks for: the inbox's data, and what in it is unread, urgent and not put off. */
export interface InboxNow {
  data?: InboxData | undefined;
  urgent: readonly InboxItem[];
}

/** Names one version of an announcement in the list of those that this tab shows later. */
export function signOf({ id, versions }: InboxItem): string {
  return `${id}@${versions[0] ?? ''}`;
}

function isPutOff(item: InboxItem): boolean {
  return (readStored('sessionStorage', laterKey) ?? '').split(' ').includes(signOf(item));
}

/** Shows the number of what is unread, now and when it changes. */
export function showUnread(): readonly InboxItem[] {
  const data = inboxData();
  const terms = readJudgingTerms(new Date());
  const badge = document.getElementById('inboxCount');
  if (!data || !terms || !badge) return [];
  const unread = unreadItems(data, terms);
  const count = unread.length + unreadAnswers(data).length;
  badge.hidden = count === 0;
  if (badge.firstChild) badge.firstChild.textContent = String(count);
  return unread;
}

/** An announcement counts as read once it was opened, unless its reader is asked to confirm it. */
export function setUpInbox(): void {
  const { id, version, acknowledge } =
    document.querySelector<HTMLElement>('.article-announcement')?.dataset ?? {};
  if (id && version && acknowledge === undefined)
    writeMark(`${document.documentElement.lang}/${id}`, { version, on: readReaderDay(new Date()) });
  const { inbox, urgent } = document.documentElement.dataset;
  if (inbox === undefined || urgent === undefined) return;
  const findUrgent = () => showUnread().filter((item) => item.level === 'urgent' && !isPutOff(item));
  document.addEventListener(inboxAsked, (event) => {
    const now = (event as CustomEvent<InboxNow>).detail;
    now.data = inboxData();
    now.urgent = findUrgent();
  });
  loadScript(inbox)
    .then(() => (findUrgent().length > 0 ? loadScript(urgent) : undefined))
    .catch(() => undefined);
}
