// `--since`: the report of an earlier moment, from the base as git has it.
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { findPastCommit, withPastBase } from '../history/base-as-of.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { buildReport, type Report, type ReportOptions } from '../report/report.ts';
import type { Session } from './common-options.ts';

/** A day or a commit to compare with. */
export type Since = { readonly day: IsoDate } | { readonly ref: string };

/**
 * The report of the base as it was: on the day that is named, or at a commit and judged on that commit's day. Raises a
 * `Problem` where git knows no such moment, or there was no base yet.
 */
export async function readPastReport(
  since: Since,
  session: Session,
  options: Pick<ReportOptions, 'dueWithin' | 'owner'>,
): Promise<Report> {
  if ('day' in since && since.day >= session.today) {
    throw new Problem(
      {
        fr: `Jour inattendu ${since.day}, attendu : un jour avant le ${session.today}`,
        en: `Unexpected day ${since.day}, expected one before ${session.today}`,
      },
      '--since',
    );
  }
  const { timezone } = session.config;
  const past = await findPastCommit(session.root, { ...since, timezone });
  if ('reason' in past) throw new Problem(past.reason, '--since');
  const today = 'day' in since ? since.day : past.day;
  return withPastBase(session.root, past.commit, async (folder) => {
    const base = await readKnowledgeBase(folder, session);
    return buildReport(base, { ...options, today, lastChanged: new Map() });
  });
}
