// What to update first: how much an article needs it, times how many meet it (docs/report.md).
import type { Trust } from '../model/trust.ts';
import type { Validity } from '../model/validity.ts';

/** A file that can't be read as an article has a place on both axes, so that each sums to the total. */
export type ReportState<State> = State | 'invalid';

/** What an article's place in the queue hangs on. */
export interface PriorityTerms {
  readonly validity: ReportState<Validity>;
  readonly trust: ReportState<Trust>;
  /** Days until the last valid day, negative once it is past. */
  readonly daysLeft: number | null;
  /** How many other published articles link to it. */
  readonly incomingLinks: number;
  /** Remarks of readers that nobody has answered; null where none are collected. */
  readonly openFeedback: number | null;
  /** Contacts a month for its reasons; null where no volumes were given. */
  readonly contactsPerMonth: number | null;
  /** How often it was opened in the last 30 days; null where nothing is counted. */
  readonly viewsPerMonth: number | null;
}

/** Nobody knows what an unreadable file says: it comes before anything that a sum can reach (at most about 6,000). */
const unreadableScore = 10_000;

/** Most remarks that count: past these, everybody knows. */
const feedbackLimit = 5;

/** 0 to 200: what an end of validity asks for, more as it nears and more as it passes. */
function needOfTime(validity: ReportState<Validity>, daysLeft: number): number {
  if (validity === 'expired') return 100 + (100 * Math.min(-daysLeft, 365)) / 365;
  if (validity === 'undated') return 80;
  return validity === 'due' ? (50 * 30) / (30 + daysLeft) : 0;
}

/** 1 for an article that nobody asks about, links to or opens; one more for every tenfold of contacts, half of one for every tenfold of links and of views. */
function reachOf({ contactsPerMonth, viewsPerMonth, incomingLinks }: PriorityTerms): number {
  const tenfolds = (count: number | null) => Math.log10(1 + (count ?? 0));
  return 1 + tenfolds(contactsPerMonth) + tenfolds(viewsPerMonth) / 2 + tenfolds(incomingLinks) / 2;
}

/**
 * How urgently an article asks for an update: 0 for nothing to do, else a whole number from 1. Grows, or stays, with the
 * days overdue, the distance from a validation, open feedback, contacts a month, views and incoming links.
 */
export function scoreArticle(terms: PriorityTerms): number {
  const { validity, trust, daysLeft, openFeedback } = terms;
  if (validity === 'invalid' || trust === 'invalid') return unreadableScore;
  // Nobody is shown a draft, and an archived article says itself that it is one.
  if (trust === 'archived' || trust === 'draft') return 0;
  const need =
    needOfTime(validity, daysLeft ?? 0) +
    { changed: 40, unvalidated: 30, validated: 0 }[trust] +
    20 * Math.min(openFeedback ?? 0, feedbackLimit);
  return need === 0 ? 0 : Math.max(1, Math.round(need * reachOf(terms)));
}

/** What decides between two articles. */
export interface Ranked extends Pick<PriorityTerms, 'trust' | 'daysLeft'> {
  readonly score: number;
  readonly path: string;
}

function archived({ trust }: Ranked): number {
  return trust === 'archived' ? 1 : 0;
}

function end({ daysLeft }: Ranked): number {
  return daysLeft ?? Number.MAX_SAFE_INTEGER;
}

/** Orders articles by what to update first: score, then what is not archived, then the earlier end, then the path. */
export function comparePriority(a: Ranked, b: Ranked): number {
  return b.score - a.score || archived(a) - archived(b) || end(a) - end(b) || (a.path < b.path ? -1 : 1);
}
