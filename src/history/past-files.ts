// Commits, oldest first → the versions of every file that there is in the end, under whatever names it had.
import type { FileVersion } from './file-history.ts';
import type { RawChange, RawCommit } from './parse-raw-log.ts';

/**
 * Which renames are followed: `all`, or `exact` where a file may begin anew with a rename that edited it too
 * (`mayContinue`). To tell such renames, git compares the bytes of files, which takes as long as all the rest.
 */
export type FollowedRenames = 'all' | 'exact';

/** What is known while the log is read, oldest commit first; paths count from the top of the repository. */
export interface Past {
  readonly files: Map<string, FileVersion[]>;
  /** Old path → new path: a commit on another branch may still edit the old one. */
  readonly renames: Map<string, string>;
  readonly followed: FollowedRenames;
  /** With exact renames: the versions of the files that each commit removed, by the commit's place and the path. */
  readonly removed: Map<string, readonly FileVersion[]>;
}

export function createPast(followed: FollowedRenames): Past {
  return { files: new Map(), renames: new Map(), followed, removed: new Map() };
}

/** The path that a commit's `path` goes by now. */
function presentPath({ files, renames }: Past, path: string): string {
  if (files.has(path) || !renames.has(path)) return path;
  const seen = new Set<string>();
  let current = path;
  while (!files.has(current) && !seen.has(current)) {
    seen.add(current);
    current = renames.get(current) ?? current;
  }
  return current;
}

function removedKey(order: number, path: string): string {
  return `${order} ${path}`;
}

/** The versions, oldest first, of the file at `path` that the commit at place `order` removed; undefined where it removed none. */
export function removedFile(
  { removed }: Past,
  order: number,
  path: string,
): readonly FileVersion[] | undefined {
  return removed.get(removedKey(order, path));
}

/**
 * Whether every one of `changes` finds the file that it speaks of as it expects: changed and removed ones there, new ones not.
 * It may not where branches were merged; then what an unseen rename did to a file can't be told from the others.
 */
export function findsFiles({ files }: Past, changes: readonly RawChange[]): boolean {
  return changes.every(({ status, path, from }) =>
    status === 'A' ? !files.has(path) : files.has(from ?? path) && (from === undefined || !files.has(path)),
  );
}

/** Takes a commit into `past`. */
export function follow(past: Past, { commit, changes }: RawCommit): void {
  const mayRename = past.followed === 'exact' && changes.some(({ status }) => status === 'D');
  for (const { status, path: changed, from, blob } of changes) {
    const old = status === 'A' ? changed : presentPath(past, from ?? changed);
    const versions = past.files.get(old) ?? [];
    const path = from === undefined ? old : changed;
    if (blob === undefined || path !== old) past.files.delete(old);
    if (mayRename && status === 'D') past.removed.set(removedKey(commit.order, old), versions);
    if (blob === undefined) continue;
    past.renames.delete(path);
    if (path !== old) past.renames.set(old, path);
    if (versions.length === 0 || path !== old) past.files.set(path, versions);
    const version: FileVersion = { commit, path, blob };
    versions.push(mayRename && status === 'A' ? { ...version, mayContinue: true } : version);
  }
}
