// Follow-ups as a calendar file (iCalendar, RFC 5545): one event of a whole day for each, with an alarm. Pure: the clock and the identifiers are given.
import type { DueFollowUp } from '../src/model/follow-up.ts';
import { addPeriod, type IsoDate } from '../src/model/iso-date.ts';

export interface ReminderTerms {
  readonly followUps: readonly DueFollowUp[];
  /** Title of the article, which says in the calendar what the check is about. */
  readonly title: string;
  /** Address of the article, where calendars can open it. */
  readonly url: string | undefined;
  /** When the file is made, in UTC: `20261116T093000Z`. */
  readonly stamp: string;
  /** Names an event, different in every file: two contacts of one day are two reminders. */
  readonly uidOf: (index: number) => string;
}

/** Bytes of UTF-8 in a line, its break not counted (RFC 5545, 3.1). */
const longestLine = 75;
/** Nine in the morning of the day, where the day begins. */
const alarmAt = 'PT9H';

/** The file's text; every line ends with CR and LF. */
export function writeReminderFile({ followUps, title, url, stamp, uidOf }: ReminderTerms): string {
  const events = followUps.flatMap(({ day, check, next }, index) => [
    'BEGIN:VEVENT',
    `UID:${uidOf(index)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addPeriod(day, { amount: 1, unit: 'd' }))}`,
    `SUMMARY:${escapeText(check)}`,
    `DESCRIPTION:${escapeText([...(next === undefined ? [] : [next]), title].join('\n'))}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    // A whole day is not blocked in a calendar by something that takes a minute of it.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${alarmAt}`,
    `DESCRIPTION:${escapeText(check)}`,
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kb//follow-ups//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function compact(day: IsoDate): string {
  return day.replaceAll('-', '');
}

/** `text` as a value of type TEXT (RFC 5545, 3.3.11), without the control characters that it must not hold. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A line that is too long goes on in the next, after a space; no character is cut in two. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > longestLine) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}
