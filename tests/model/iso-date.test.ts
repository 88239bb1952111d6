import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPeriod,
  dayIn,
  daysBetween,
  endOfDay,
  type IsoDate,
  parseIsoDate,
  parsePeriod,
  weekOf,
  weeksFrom,
} from '../../src/model/iso-date.ts';

const day = (text: string): IsoDate => {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('parseIsoDate', () => {
  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    ' 2026-01-01',
    '0000-01-01',
    '',
  ])('refuses %j', (text) => expect(parseIsoDate(text)).toBeUndefined());
  it.each(['2028-02-29', '2000-02-29', '9999-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });
  it('takes every day that the calendar has', () => {
    fc.assert(fc.property(anyDay, (date) => parseIsoDate(date) === date));
  });
});

describe('addPeriod', () => {
  it.each([
    ['2026-01-31', '1m', '2026-02-28'],
    ['2028-02-29', '1y', '2029-02-28'],
    ['2026-08-31', '6m', '2027-02-28'],
    ['2026-12-15', '30d', '2027-01-14'],
    ['2026-12-15', '2w', '2026-12-29'],
    ['9999-12-01', '1y', '9999-12-31'],
    ['9999-12-31', '1d', '9999-12-31'],
  ])('moves %s by %s to %s', (from, by, to) => {
    expect(addPeriod(day(from), period(by))).toBe(to);
  });
  it('moves by days as the difference of days says', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 4000 }), (from, days) => {
        const to = addPeriod(from, { amount: days, unit: 'd' });
        return to === '9999-12-31' || daysBetween(from, to) === days;
      }),
    );
  });
});

describe('dayIn', () => {
  // 22:30 UTC on 31 December: three zones around the world are on different days.
  const instant = new Date('2026-12-31T22:30:00Z');
  it.each([
    ['Europe/Paris', '2026-12-31'],
    ['Indian/Antananarivo', '2027-01-01'],
    ['Pacific/Kiritimati', '2027-01-01'],
    ['America/Los_Angeles', '2026-12-31'],
  ])('is in %s the %s', (zone, expected) => {
    expect(dayIn(zone, instant)).toBe(expected);
  });
});

describe('endOfDay', () => {
  it.each([
    ['Europe/Paris', '2026-11-25', '2026-11-25T23:00:00Z'],
    ['Europe/Paris', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['Indian/Antananarivo', '2026-11-25', '2026-11-25T21:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-25', '2026-11-25T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-11-25', '2026-11-26T11:00:00Z'],
    // Samoa had no 30 December 2011: the 29th was followed by the 31st.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  ])('in %s, %s is over at %s', (zone, day, instant) => {
    expect(endOfDay(zone, day as IsoDate)).toEqual(new Date(instant));
  });
});

describe('weekOf', () => {
  // Every way in which a year can begin and end: ISO 8601 counts a week to the year of its Thursday.
  it.each([
    ['2026-11-16', 2026, 47, '2026-11-16'],
    ['2026-11-22', 2026, 47, '2026-11-16'],
    ['2026-12-31', 2026, 53, '2026-12-28'],
    ['2027-01-03', 2026, 53, '2026-12-28'],
    ['2027-01-04', 2027, 1, '2027-01-04'],
    ['2024-12-30', 2025, 1, '2024-12-30'],
    ['2020-12-31', 2020, 53, '2020-12-28'],
    ['2022-01-02', 2021, 52, '2021-12-27'],
    ['2018-01-01', 2018, 1, '2018-01-01'],
    ['1969-12-31', 1970, 1, '1969-12-29'],
    ['0001-01-01', 1, 1, '0001-01-01'],
    ['9999-12-31', 9999, 52, '9999-12-27'],
  ])('puts %s in week %i-W%i, which began on %s', (date, year, week, monday) => {
    expect(weekOf(day(date))).toEqual({ year, week, monday });
  });

  it('begins at most six days before, and holds its Thursday’s year, for any day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { year, week, monday } = weekOf(date);
        expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, date)).toBeLessThan(7);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(String(addPeriod(monday, period('3d'))).slice(0, 4)).toBe(String(year).padStart(4, '0'));
        expect(week).toBeLessThanOrEqual(53);
      }),
    );
  });
});

describe('weeksFrom', () => {
  it('counts on from the week of the day, across a year of 53 weeks', () => {
    expect(weeksFrom(day('2026-12-24'), 4).map(({ year, week }) => [year, week])).toEqual([
      [2026, 52],
      [2026, 53],
      [2027, 1],
      [2027, 2],
    ]);
  });
  it('ends with the calendar', () => {
    expect(weeksFrom(day('9999-12-20'), 26).map(({ week }) => week)).toEqual([51, 52]);
  });
});
