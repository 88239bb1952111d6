// What is to be done after a contact is over: each article may ask to check something once a while has passed.
import { addPeriod, type IsoDate, type Period } from './iso-date.ts';

export interface FollowUp {
  /** How long after the contact; at least a day. */
  readonly after: Period;
  readonly check: string;
  /** What to do after the check. */
  readonly next?: string | undefined;
}

/** A follow-up of a contact on a known day. */
export interface DueFollowUp {
  readonly day: IsoDate;
  readonly check: string;
  readonly next?: string | undefined;
}

/** The most follow-ups of one article, and the longest text of each in UTF-16 code units: who has more to do needs a procedure. */
export const mostFollowUps = 10;
export const longestFollowUp = 300;

/** The follow-ups of a contact on `day`, the earliest first; those of one day in the order in which they are written. */
export function datedFrom(day: IsoDate, followUps: readonly FollowUp[]): readonly DueFollowUp[] {
  return followUps
    .map(({ after, check, next }) => ({ day: addPeriod(day, after), check, next }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** The last day on which a case that began on `day` is to be resolved: the earliest that `periods` lead to. Undefined where there are none. */
export function deadlineFrom(day: IsoDate, periods: readonly Period[]): IsoDate | undefined {
  const [first] = periods.map((period) => addPeriod(day, period)).sort();
  return first;
}
