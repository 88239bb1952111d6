// What `--as-of` means: a day that has come, and the commit at which the base stood when it was over.
import { findPastCommit, type PastCommit } from '../history/base-as-of.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import type { Session } from './common-options.ts';

/** The commit of `day`. Raises a `Problem` on a day that is still to come, and where git has or tells no such commit. */
export async function findCommitOf(day: IsoDate, { root, config, today }: Session): Promise<PastCommit> {
  if (day > today)
    throw new Problem({
      fr: `Jour inattendu ${day}, attendu : --as-of avec un jour passé ou aujourd’hui (${today})`,
      en: `Unexpected day ${day}, expected --as-of with a past day or today (${today})`,
    });
  const found = await findPastCommit(root, { day, timezone: config.timezone });
  if ('reason' in found) throw new Problem(found.reason);
  return found;
}
