// The follow-ups of the page's article: read from the page, dated from the reader's day, as text and as a file for a calendar.
import { type DueFollowUp, datedFrom, deadlineFrom, type FollowUp } from '../../../src/model/follow-up.ts';
import { type IsoDate, parsePeriod } from '../../../src/model/iso-date.ts';
import type { FollowUpWords } from '../../locales/follow-up-words.ts';
import { formatDate } from '../../locales/format.ts';
import { writeReminderFile } from '../../reminder-file.ts';
import { articleTitle } from '../article-state.ts';
import { readReaderDay } from '../reader-clock.ts';
import { saveFile } from '../save-file.ts';

/** The article's follow-ups with the days of a contact today; none where it has none or a damaged page holds something else. */
export function readDueFollowUps(): readonly DueFollowUp[] {
  const written = document.querySelector<HTMLElement>('.article')?.dataset.followUps;
  if (written === undefined) return [];
  try {
    return datedFrom(readReaderDay(new Date()), JSON.parse(written) as readonly FollowUp[]);
  } catch {
    return [];
  }
}

/** The last day on which a contact of today is to be resolved; undefined where the article's reasons say none. */
export function readDeadline(): IsoDate | undefined {
  const written = document.querySelector<HTMLElement>('.article')?.dataset.resolveWithin ?? '';
  const periods = written.split(' ').flatMap((text) => parsePeriod(text) ?? []);
  return deadlineFrom(readReaderDay(new Date()), periods);
}

/** What is to be done once a guide of the article came to its end: its follow-ups, and the resolution by the last day for it. */
export function readAfterGuide(words: FollowUpWords): readonly DueFollowUp[] {
  const deadline = readDeadline();
  const followUps = readDueFollowUps();
  if (deadline === undefined) return followUps;
  const later = followUps.findIndex(({ day }) => day > deadline);
  const at = later === -1 ? followUps.length : later;
  return [...followUps.slice(0, at), { day: deadline, check: words.lastDay }, ...followUps.slice(at)];
}

/** `followUps` as lines of text. */
export function writeFollowUps(followUps: readonly DueFollowUp[], words: FollowUpWords): readonly string[] {
  return followUps.map(({ day, check, next }) => words.line(formatDate(day, words.lang), check, next));
}

/** Gives the reader `followUps` as a file. It says nothing of the contact: a calendar may be anybody's to read. */
export function saveReminder(followUps: readonly DueFollowUp[], words: FollowUpWords): void {
  const now = new Date();
  const { protocol, origin, pathname } = window.location;
  const name = randomName();
  const text = writeReminderFile({
    followUps,
    title: articleTitle(),
    url: protocol.startsWith('http') ? `${origin}${pathname}` : undefined,
    stamp: now.toISOString().replace(/[-:]|\.\d+/g, ''),
    uidOf: (index) => `${name}-${index + 1}@kb`,
  });
  saveFile(`${words.file}-${followUps[0]?.day ?? readReaderDay(now)}.ics`, text, 'text/calendar');
}

/** 128 random bits in hexadecimal digits; `crypto.randomUUID` is not there on plain `http://`. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
