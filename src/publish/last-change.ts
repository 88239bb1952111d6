// An article's versions → its last change that a reader would notice. Pure.
import type { ArticleVersion, ArticleVersions } from '../history/read-versions.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';

/** What git knows of the articles' past. */
export interface VersionsInGit {
  /** By path. */
  readonly versions: ReadonlyMap<string, ArticleVersions>;
  /** Commits that touch more articles than anybody reads at once: an import, a new spelling. */
  readonly massEdits: ReadonlySet<string>;
}

export interface LastChange {
  readonly kind: 'new' | 'changed' | 'archived';
  readonly day: IsoDate;
  readonly by: string;
}

/** What the step from `before` to `after` was to a reader: a validation or other dates alone are nothing to notice. */
function noticed(before: ArticleVersion | undefined, after: ArticleVersion): LastChange['kind'] | undefined {
  if (after.trust === undefined || after.trust === 'draft') return undefined;
  if (after.trust === 'archived') return before?.trust === 'archived' ? undefined : 'archived';
  if (before?.trust === undefined || before.trust === 'draft') return 'new';
  return before.digest === after.digest ? undefined : 'changed';
}

/** The last noticeable change on or before `today` of the article at `path`; undefined where git does not know of one. */
export function findLastChange(
  { versions, massEdits }: VersionsInGit,
  path: string,
  today: IsoDate,
): LastChange | undefined {
  const known = versions.get(path);
  if (known === undefined) return undefined;
  for (const [at, after] of known.versions.entries()) {
    const before = known.versions[at + 1];
    // What the oldest of the versions that were read changed is not known.
    if (before === undefined && !known.complete) return undefined;
    if (after.day > today || massEdits.has(after.commit)) continue;
    const kind = noticed(before, after);
    if (kind !== undefined) return { kind, day: after.day, by: printable(after.author) };
  }
  return undefined;
}

/** Whether git holds a version of the article that says anything of it: on or before `today`, and of no mass edit. */
export function isKnownInGit({ versions, massEdits }: VersionsInGit, path: string, today: IsoDate): boolean {
  const known = versions.get(path)?.versions ?? [];
  return known.some(({ day, commit }) => day <= today && !massEdits.has(commit));
}
