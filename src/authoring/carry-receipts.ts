// Whether what readers confirmed of an earlier version still counts after a validation: `acknowledged_also` says so in the file.
import type { FieldEdits } from '../content/edit-front-matter.ts';
import type { Article } from '../model/article.ts';
import { versionOf } from '../model/article-version.ts';

/** Most earlier versions that are named: who read one before them is asked again. */
const mostVersions = 20;

/**
 * The edits by which an article that asks to be acknowledged says which earlier versions are as good as the one of `digest`.
 * `minor` names the version validated last. Without it an edited article names none any more, so that it asks everybody again:
 * forgetting to say that an edit is minor costs a click, and never hides a rule.
 */
export function carryReceipts(
  { acknowledge, acknowledgedAlso, validation }: Article,
  digest: string,
  minor: boolean,
): FieldEdits {
  if (!acknowledge || validation === undefined || validation.digest === digest) return {};
  if (!minor) return acknowledgedAlso.length > 0 ? { acknowledged_also: [] } : {};
  const current = versionOf(digest);
  const versions = [...new Set([...acknowledgedAlso, versionOf(validation.digest)])];
  return { acknowledged_also: versions.filter((version) => version !== current).slice(-mostVersions) };
}
