// Where an article stands in time. The one judgement that lint, report, page and browser all use.
import { addPeriod, type IsoDate, type Period } from './iso-date.ts';

/** The states of the time axis, in the order in which reports list them. */
export const validities = ['expired', 'due', 'undated', 'scheduled', 'current'] as const;

export type Validity = (typeof validities)[number];

export interface ValidityTerms {
  /** First valid day. */
  readonly effective?: IsoDate | undefined;
  /** Last valid day, inclusive. */
  readonly expires?: IsoDate | undefined;
  /** Whether the article's type has to name its last valid day. */
  readonly needsExpiry: boolean;
}

/** The validity of an article on `today`; an article whose end falls within `dueWithin` from `today` is `due`. */
export function judgeValidity(terms: ValidityTerms, today: IsoDate, dueWithin: Period): Validity {
  const { effective, expires, needsExpiry } = terms;
  if (expires !== undefined && expires < today) return 'expired';
  if (effective !== undefined && today < effective) return 'scheduled';
  if (expires !== undefined && expires <= addPeriod(today, dueWithin)) return 'due';
  if (expires === undefined && needsExpiry) return 'undated';
  return 'current';
}
