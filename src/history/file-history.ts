// Asks git for the versions of every file that there is now, under whatever names they had: one pass over the log, nothing in the checkout touched.
import { posix } from 'node:path';
import { sliceBytes } from '../content/byte-text.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Wording } from '../model/wording.ts';
import { readCloneState } from './clone-state.ts';
import { explainGitFailure } from './explain-git.ts';
import { type Commit, parseRawLog, rawLogFormat } from './parse-raw-log.ts';
import {
  createPast,
  type FollowedRenames,
  findsFiles,
  follow,
  type Past,
  removedFile,
} from './past-files.ts';
import { runGitBytes, runGitToFile } from './run-git.ts';

/** A file as one commit left it. */
export interface FileVersion {
  readonly commit: Commit;
  /** The path that the file had then, from the knowledge base's root. */
  readonly path: string;
  /** Id of the object that holds its bytes. */
  readonly blob: string;
  /** Set on a file's first version where it may have had another before, under a name that git was not asked for; see `extend`. */
  readonly mayContinue?: true;
}

export interface FileHistories {
  /** Whether git could answer in full; otherwise nothing is known of any file. */
  readonly complete: boolean;
  /** Why git can't tell, and what to do about it. */
  readonly reason?: Wording | undefined;
  /** The versions of each file, newest first, by its present path from the knowledge base's root. */
  readonly versions: ReadonlyMap<string, readonly FileVersion[]>;
  /**
   * The same, in which the files at `paths` have all their versions; absent where every file has. Rejects where git can't
   * tell.
   */
  readonly extend?: ((paths: Iterable<string>) => Promise<FileHistories>) | undefined;
}

export interface HistoryOptions {
  /** `all` unless told. */
  readonly renames?: FollowedRenames | undefined;
  readonly stop?: AbortSignal | undefined;
}

/** The versions, newest first, of the files below `folder` of the base at `prefix`; their paths from the base's root. */
function versionsBelow({ files }: Past, prefix: string, folder: string): Map<string, FileVersion[]> {
  const start = posix.join(prefix, folder, '/');
  const everything = start === './';
  const fromRoot = (path: string) =>
    path.startsWith(prefix) ? path.slice(prefix.length) : posix.relative(prefix, path);
  const found = new Map<string, FileVersion[]>();
  for (const [path, versions] of files) {
    if (!everything && !path.startsWith(start)) continue;
    const newestFirst = prefix === '' ? versions : versions.map((v) => ({ ...v, path: fromRoot(v.path) }));
    found.set(fromRoot(path), newestFirst.reverse());
  }
  return found;
}

/** Settings and options by which the output is the same whatever a person's or a repository's configuration says. */
const logArguments: readonly string[] = [
  '-c log.showRoot=true log --date-order --reverse --no-merges --use-mailmap --encoding=UTF-8 --no-show-signature',
  '--no-notes --no-color --no-ext-diff --no-textconv --submodule=short --no-relative --no-follow -z --raw',
  '--no-abbrev',
].flatMap((line) => line.split(' '));

const renameArguments: Readonly<Record<FollowedRenames, readonly string[]>> = {
  all: ['-M', '-l1000'],
  exact: ['-M100%'],
};

/** Reads the log of all commits, or of those that `pathspec` names; undefined where its exact renames alone would not tell. */
async function readPast(
  root: string,
  pathspec: readonly string[],
  { renames: followed = 'all', stop }: HistoryOptions,
): Promise<Past | undefined> {
  const options = [...logArguments, ...renameArguments[followed], `--format=${rawLogFormat}`];
  const output = await runGitToFile(root, options, pathspec, stop);
  const past = createPast(followed);
  for (const one of parseRawLog(output)) {
    if (followed === 'exact' && !findsFiles(past, one.changes)) return undefined;
    follow(past, one);
  }
  return past;
}

/** Reads the whole log, with all renames unless the exact ones are asked for and tell. */
async function readWhole(root: string, { renames, stop }: HistoryOptions): Promise<Past> {
  const exact = renames === 'exact' ? await readPast(root, [], { renames, stop }) : undefined;
  return exact ?? ((await readPast(root, [], { stop })) as Past);
}

/** Reads the log of the commits that touch the base at `prefix`, or of all where its files came from elsewhere. */
async function readPastOf(root: string, prefix: string, options: HistoryOptions): Promise<Past> {
  if (prefix === '') return readWhole(root, options);
  const { stop } = options;
  const past = await readPast(root, ['--full-diff', '--', `:(top,literal)${prefix}`], { stop });
  const inBase = (path: string) => path.startsWith(prefix);
  const cameIn = !past || [...past.renames].some(([from, to]) => !inBase(from) && inBase(to));
  return cameIn ? readWhole(root, { stop }) : past;
}

/** The old path of every renamed file of each of `commits` (full ids), by commit and new path. */
async function readRenames(
  root: string,
  commits: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const options = [...logArguments, ...renameArguments.all, '--no-walk', `--format=${rawLogFormat}`];
  const output = await runGitBytes(root, [...options, ...commits]);
  return new Map(
    [...parseRawLog(sliceBytes(output, 0))].map(({ commit, changes }) => [
      commit.id,
      new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[path, from] as const]))),
    ]),
  );
}

/** `histories` of `past`, whose exact renames were followed, in which the files at `paths` have all their versions. */
async function extendHistories(
  root: string,
  past: Past,
  histories: FileHistories,
  paths: Iterable<string>,
): Promise<FileHistories> {
  const versions = new Map(histories.versions);
  let open = new Set(paths);
  while (open.size > 0) {
    const ends = [...open].flatMap((path) => {
      const all = versions.get(path) ?? [];
      const first = all.at(-1);
      return first?.mayContinue ? [{ path, newer: all.slice(0, -1), first }] : [];
    });
    const commits = [...new Set(ends.map(({ first }) => first.commit.id))];
    const renames = commits.length > 0 ? await readRenames(root, commits) : new Map();
    open = new Set();
    for (const { path, newer, first } of ends) {
      const { mayContinue: _, ...known } = first;
      const from = renames.get(first.commit.id)?.get(first.path);
      const older = from === undefined ? undefined : removedFile(past, first.commit.order, from);
      versions.set(path, [...newer, known, ...(older ?? []).toReversed()]);
      if (older) open.add(path);
    }
  }
  return { ...histories, versions };
}

/**
 * The versions of the files below `folder` of the knowledge base at `root` (`.` for all of them), renames followed,
 * merges left out. Never raises: where git can't tell in full, or `stop` was aborted, the result says why.
 */
export async function readFileHistories(
  root: string,
  folder: string,
  options: HistoryOptions = {},
): Promise<FileHistories> {
  const state = await readCloneState(root);
  if ('reason' in state) return { complete: false, reason: state.reason, versions: new Map() };
  try {
    const past = await readPastOf(root, state.prefix, options);
    const histories = { complete: true, versions: versionsBelow(past, state.prefix, folder) };
    if (past.followed === 'all') return histories;
    return { ...histories, extend: (paths) => extendHistories(root, past, histories, paths) };
  } catch (error) {
    return { complete: false, reason: explainGitFailure(error), versions: new Map() };
  }
}

/** The day on which each file's bytes were last changed, by present path; a pure rename is no change, so exact renames tell. */
export function lastChangedOf({ versions }: FileHistories): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>();
  for (const [path, all] of versions) {
    const newest = all.find(({ blob }, at) => blob !== all[at + 1]?.blob);
    if (newest !== undefined) days.set(path, newest.commit.day);
  }
  return days;
}
