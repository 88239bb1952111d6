// What the base keeps of its readers: remarks and counts, for the pages of those who may know.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { KnownFlows } from '../field/build-guide-usage.ts';
import { countViews } from '../field/build-usage.ts';
import { countOpenFeedback } from '../field/count-open-feedback.ts';
import { type Ledger, readLedger } from '../field/ledger.ts';
import { type FeedbackFile, readFeedback } from '../field/read-feedback.ts';
import { readRoster } from '../field/read-roster.ts';
import { type UsageEntry, usageLedger } from '../field/usage-ledger.ts';
import { voteLedger } from '../field/vote-ledger.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { KnownPast } from './plan-health.ts';
import type { CountedUse } from './plan-usage.ts';

export interface FieldOfBase {
  /** What the priority of articles counts. */
  readonly past: Pick<KnownPast, 'feedback' | 'views'>;
  readonly feedback: readonly FeedbackFile[];
  /** Undefined where nothing was counted. */
  readonly use: CountedUse | undefined;
}

/** Reads it, judged on `today`. Raises a `Problem` where the roster is wrong, which only bases with counts are asked for. */
export async function readFieldOfBase(
  base: KnowledgeBase,
  diagrams: ReadonlyMap<string, DiagramResult>,
  today: IsoDate,
): Promise<FieldOfBase> {
  const [feedback, usage] = await Promise.all([readFeedback(base.root), readLedger(base.root, usageLedger)]);
  const known = feedback.files.length + feedback.problems.length > 0;
  return {
    past: {
      views: countViews(usage.entries, base, today),
      feedback: known ? countOpenFeedback(feedback.files, base) : undefined,
    },
    feedback: feedback.files,
    use: await readUse(base, usage, diagrams),
  };
}

async function readUse(
  { root, config }: KnowledgeBase,
  { entries }: Ledger<UsageEntry>,
  diagrams: ReadonlyMap<string, DiagramResult>,
): Promise<CountedUse | undefined> {
  if (entries.length === 0) return undefined;
  const votes = await readLedger(root, voteLedger);
  const roster = await readRoster(root, config.audiences);
  const flows: KnownFlows = new Map(
    [...diagrams].flatMap(([code, result]) => (result.ok ? [[code, result] as const] : [])),
  );
  return { entries, votes: votes.entries, roster, flows };
}
