// The day on which the reader reads, and the terms that the site gives for judging validity on it.
import {
  dayIn,
  daysBetween,
  type IsoDate,
  type Period,
  parseIsoDate,
  parsePeriod,
} from '../../src/model/iso-date.ts';
import { judgeValidity, type Validity } from '../../src/model/validity.ts';

export interface JudgingTerms {
  /**
   * The reader's day in the site's time zone; never before the day of the build, for a clock behind that is wrong. On a
   * site that shows a past day, that day: it was built to answer what was in force then.
   */
  readonly today: IsoDate;
  readonly dueWithin: Period;
  readonly builtOn: IsoDate;
  /** The day on the reader's clock where it stands before the day of the build, which can't be; a clock some minutes slow around midnight is let pass. */
  readonly behind?: IsoDate | undefined;
}

/** Reads the site's terms from the page; undefined where they are damaged, and then what the build judged stays. */
export function readJudgingTerms(now: Date): JudgingTerms | undefined {
  const { timezone, dueWithin, builtOn, asOf } = document.documentElement.dataset;
  const period = parsePeriod(dueWithin ?? '');
  const built = parseIsoDate(builtOn ?? '');
  if (!period || !built || timezone === undefined) return undefined;
  const today = dayInSite(timezone, now);
  const terms = { today: built, dueWithin: period, builtOn: built };
  if (asOf !== undefined) return terms;
  if (today >= built) return { ...terms, today };
  return daysBetween(today, built) > 1 ? { ...terms, behind: today } : terms;
}

/** Judges dates that came as text. A date that is there but cannot be read never counts as fresh: the article is `expired`. */
export function judgeText(
  effective: string | undefined,
  expires: string | undefined,
  needsExpiry: boolean,
  terms: JudgingTerms,
): Validity {
  const [first, last] = [parseIsoDate(effective ?? ''), parseIsoDate(expires ?? '')];
  if ((effective && !first) || (expires && !last)) return 'expired';
  return judgeValidity({ effective: first, expires: last, needsExpiry }, terms.today, terms.dueWithin);
}

/** The reader's day in the site's time zone, as their clock has it. */
export function readReaderDay(now: Date): IsoDate {
  return dayInSite(document.documentElement.dataset.timezone ?? 'UTC', now);
}

function dayInSite(timezone: string, now: Date): IsoDate {
  try {
    return dayIn(timezone, now);
  } catch {
    return dayIn('UTC', now); // A browser without this zone: at worst some hours off, still a real day.
  }
}
