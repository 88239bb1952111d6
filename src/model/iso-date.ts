// Calendar days as `YYYY-MM-DD` strings: checked as real days, compared as strings, moved by calendar periods.

declare const isoDateBrand: unique symbol;

/** A real day of the proleptic Gregorian calendar, years 0001 to 9999, as `YYYY-MM-DD` (ISO 8601); compares with `<`. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** A calendar period, such as `90d`, `6m`, `2w` or `1y`. */
export interface Period {
  readonly amount: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const periodPattern = /^(\d{1,4})([dwmy])$/;
const millisecondsPerDay = 86_400_000;

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day that `text` names, or undefined where it is not exactly `YYYY-MM-DD` or no such day exists. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = datePattern.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? (text as IsoDate) : undefined;
}

/** The period that `text` names, or undefined. */
export function parsePeriod(text: string): Period | undefined {
  const match = periodPattern.exec(text);
  if (!match) return undefined;
  return { amount: Number(match[1]), unit: match[2] as Period['unit'] };
}

/** `period` as it is written in the configuration, such as `30d`. */
export function formatPeriod(period: Period): string {
  return `${period.amount}${period.unit}`;
}

function format(year: number, month: number, day: number): IsoDate {
  if (year > 9999) return '9999-12-31' as IsoDate;
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate;
}

function split(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function dayNumber(date: IsoDate): number {
  const [year, month, day] = split(date);
  // Date.UTC reads years 0–99 as 1900–1999, so the year is set on its own.
  return new Date(0).setUTCFullYear(year, month - 1, day) / millisecondsPerDay;
}

function dayOf(number: number): IsoDate {
  const date = new Date(number * millisecondsPerDay);
  return format(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** `date` moved forward by `period`; months keep the day of the month, clamped to the month's last day, and year 9999 is the end. */
export function addPeriod(date: IsoDate, period: Period): IsoDate {
  const [year, month, day] = split(date);
  if (period.unit === 'd' || period.unit === 'w') {
    const days = period.unit === 'w' ? period.amount * 7 : period.amount;
    return dayOf(dayNumber(date) + days);
  }
  const months = year * 12 + month - 1 + (period.unit === 'y' ? period.amount * 12 : period.amount);
  const [newYear, newMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return format(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** A week as ISO 8601 counts: it begins on a Monday and belongs to the year that holds its Thursday. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 52, and 53 in a year with as many Thursdays. */
  readonly week: number;
  readonly monday: IsoDate;
}

const daysPerWeek = 7;

/** The number of the Monday on or before day `number`; day 0, the first of January 1970, was a Thursday. */
function mondayBefore(number: number): number {
  return Math.floor((number + 3) / daysPerWeek) * daysPerWeek - 3;
}

function weekAt(monday: number): IsoWeek {
  const thursday = monday + 3;
  const [year] = split(dayOf(thursday));
  const week = Math.floor((thursday - dayNumber(format(year, 1, 1))) / daysPerWeek) + 1;
  return { year, week, monday: dayOf(monday) };
}

/** The ISO 8601 week of `date`. */
export function weekOf(date: IsoDate): IsoWeek {
  return weekAt(mondayBefore(dayNumber(date)));
}

/** `count` weeks in a row, the one of `date` first; fewer where the calendar ends with year 9999. */
export function weeksFrom(date: IsoDate, count: number): IsoWeek[] {
  const first = mondayBefore(dayNumber(date));
  const end = dayNumber('9999-12-31' as IsoDate);
  return Array.from({ length: count }, (_, index) => first + index * daysPerWeek)
    .filter((monday) => monday <= end)
    .map(weekAt);
}

/** The calendar day that it is at the instant `now` in `timezone` (an IANA name such as `Europe/Paris`). Throws RangeError on an unknown zone. */
export function dayIn(timezone: string, now: Date): IsoDate {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(now);
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((p) => p.type === type)?.value);
  return format(part('year'), part('month'), part('day'));
}

/** The first instant, to the second, at which `day` is over in `timezone`. Throws RangeError on an unknown zone. */
export function endOfDay(timezone: string, day: IsoDate): Date {
  // No zone is further than 14 hours from UTC; what its clocks do in between (DST, a skipped day) is asked, not computed.
  const hour = 3600;
  const midnight = dayNumber(day) * 24 * hour;
  let [during, over] = [midnight - 15 * hour, midnight + 40 * hour];
  while (over - during > 1) {
    const middle = Math.floor((during + over) / 2);
    if (dayIn(timezone, new Date(middle * 1000)) > day) over = middle;
    else during = middle;
  }
  return new Date(over * 1000);
}
