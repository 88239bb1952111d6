// Follow-ups as a calendar file, read back by another program's parser.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeReminderFile } from '../../site/reminder-file.ts';
import { datedFrom, deadlineFrom } from '../../src/model/follow-up.ts';
import { type IsoDate, parsePeriod } from '../../src/model/iso-date.ts';

const terms = { stamp: '20261116T093000Z', uidOf: (index: number) => `x-${index}@kb`, url: undefined };

const eventsOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('follow-ups', () => {
  it('are dated from the day of the contact by the calendar, the earliest first', () => {
    const followUps = [
      { after: { amount: 1, unit: 'm' }, check: 'b' },
      { after: { amount: 2, unit: 'd' }, check: 'a', next: 'c' },
    ] as const;
    expect(datedFrom('2027-01-31' as IsoDate, followUps)).toEqual([
      { day: '2027-02-02', check: 'a', next: 'c' },
      { day: '2027-02-28', check: 'b', next: undefined },
    ]);
  });
});

describe('the last day for a resolution', () => {
  const periods = (...texts: readonly string[]) => texts.flatMap((text) => parsePeriod(text) ?? []);
  it.each([
    ['2026-11-16', ['14d'], '2026-11-30'],
    ['2026-01-31', ['30d', '1m'], '2026-02-28'],
    ['2026-03-01', ['1m', '30d'], '2026-03-31'],
    ['2026-02-01', ['1m', '30d'], '2026-03-01'],
  ] as const)('from %s on is the earliest of %j', (day, texts, last) => {
    expect(deadlineFrom(day as IsoDate, periods(...texts))).toBe(last);
  });
  it('is not there without a period', () => {
    expect(deadlineFrom('2026-11-16' as IsoDate, [])).toBeUndefined();
  });
});

describe('a reminder file', () => {
  it('has one all-day event with an alarm for each follow-up', () => {
    const file = writeReminderFile({
      ...terms,
      url: 'https://kb.example/fr/a.html',
      title: 'Livraison en retard',
      followUps: [
        { day: '2026-12-31' as IsoDate, check: 'Livré ?', next: 'Sinon, enquête ; voir b, c\\d' },
        { day: '2027-01-05' as IsoDate, check: 'Clos ?' },
      ],
    });
    const events = eventsOf(file);
    expect(
      events.map(({ uid, summary, description, startDate, endDate }) => [
        uid,
        summary,
        description,
        String(startDate),
        String(endDate),
      ]),
    ).toEqual([
      ['x-0@kb', 'Livré ?', 'Sinon, enquête ; voir b, c\\d\nLivraison en retard', '2026-12-31', '2027-01-01'],
      ['x-1@kb', 'Clos ?', 'Livraison en retard', '2027-01-05', '2027-01-06'],
    ]);
    for (const { component } of events) {
      expect(component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(component.getFirstPropertyValue('url')).toBe('https://kb.example/fr/a.html');
    }
  });

  it('gives any text back, in lines of at most 75 bytes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (check, title) => {
        const file = writeReminderFile({
          ...terms,
          title,
          followUps: [{ day: '2026-11-18' as IsoDate, check }],
        });
        const read = (written: string) => written.replace(/(?!\n)\p{Cc}/gu, ' ');
        const [event] = eventsOf(file);
        expect([event?.summary, event?.description]).toEqual([read(check), read(title)]);
        const lines = file.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
      }),
    );
  });
});
