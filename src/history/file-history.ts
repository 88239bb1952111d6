// Asks git for the versions of every file that there is now, under whatever names they had: one pass over the log, nothing in the checkout touched.
import { posix } from 'node:path';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import type { Wording } from '../model/wording.ts';
import { readCloneState } from './clone-state.ts';
import { explainGitFailure } from './explain-git.ts';
import { parseRawLog, type RawCommit, rawLogFormat } from './parse-raw-log.ts';
import { runGitToFile } from './run-git.ts';

/** A file as one commit left it. */
export interface FileVersion {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** The author's calendar day. */
  readonly day: IsoDate;
  /** The author's name, as git's mailmap has it. */
  readonly author: string;
  /** The path that the file had then, from the knowledge base's root. */
  readonly path: string;
  /** Id of the object that holds its bytes. */
  readonly blob: string;
  /** Place of the commit in the log, from 0, the oldest: which of two versions of different files came first. */
  readonly order: number;
}

export interface FileHistories {
  /** Whether git could answer in full; otherwise nothing is known of any file. */
  readonly complete: boolean;
  /** Why git can't tell, and what to do about it. */
  readonly reason?: Wording | undefined;
  /** The versions of each file, newest first, by its present path from the knowledge base's root. */
  readonly versions: ReadonlyMap<string, readonly FileVersion[]>;
}

/** What is known while the log is read, oldest commit first; paths count from the top of the repository. */
interface Past {
  readonly files: Map<string, FileVersion[]>;
  /** Old path → new path: a commit on another branch may still edit the old one. */
  readonly renames: Map<string, string>;
  /** How many commits were read. */
  commits: number;
}

const abbreviated = 10;

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

/** Takes `commit` into `past`. Raises an `Error` where its day is none of the calendar: a wrong one is worse than none. */
function follow(past: Past, { commit: id, day: written, author, changes }: RawCommit): void {
  const day = parseIsoDate(written);
  if (day === undefined) throw new Error(`Unexpected day in commit ${id}`);
  const commit = id.slice(0, abbreviated);
  for (const { status, path: changed, from, blob } of changes) {
    const old = status === 'A' ? changed : presentPath(past, from ?? changed);
    const versions = past.files.get(old) ?? [];
    const path = from === undefined ? old : changed;
    if (blob === undefined || path !== old) past.files.delete(old);
    if (blob === undefined) continue;
    past.renames.delete(path);
    if (path !== old) past.renames.set(old, path);
    if (versions.length === 0 || path !== old) past.files.set(path, versions);
    versions.push({ commit, day, author, path, blob, order: past.commits });
  }
  past.commits++;
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
  '--no-notes --no-color --no-ext-diff --no-textconv --submodule=short --no-relative --no-follow -z --raw -M -l1000',
  '--no-abbrev',
].flatMap((line) => line.split(' '));

async function readPast(
  root: string,
  pathspec: readonly string[],
  stop: AbortSignal | undefined,
): Promise<Past> {
  const output = await runGitToFile(root, [...logArguments, `--format=${rawLogFormat}`], pathspec, stop);
  const past: Past = { files: new Map(), renames: new Map(), commits: 0 };
  for (const commit of parseRawLog(output)) follow(past, commit);
  return past;
}

/** Reads the log of the commits that touch the base at `prefix`, or of all where its files came from elsewhere. */
async function readPastOf(root: string, prefix: string, stop: AbortSignal | undefined): Promise<Past> {
  if (prefix === '') return readPast(root, [], stop);
  const past = await readPast(root, ['--full-diff', '--', `:(top,literal)${prefix}`], stop);
  const inBase = (path: string) => path.startsWith(prefix);
  const cameIn = [...past.renames].some(([from, to]) => !inBase(from) && inBase(to));
  return cameIn ? readPast(root, [], stop) : past;
}

/**
 * The versions of the files below `folder` of the knowledge base at `root` (`.` for all of them), renames followed,
 * merges left out. Never raises: where git can't tell in full, or `stop` was aborted, the result says why.
 */
export async function readFileHistories(
  root: string,
  folder: string,
  stop?: AbortSignal,
): Promise<FileHistories> {
  const state = await readCloneState(root);
  if ('reason' in state) return { complete: false, reason: state.reason, versions: new Map() };
  try {
    const past = await readPastOf(root, state.prefix, stop);
    return { complete: true, versions: versionsBelow(past, state.prefix, folder) };
  } catch (error) {
    return { complete: false, reason: explainGitFailure(error), versions: new Map() };
  }
}

/** The day on which each file's bytes were last changed, by present path; a pure rename is no change. */
export function lastChangedOf({ versions }: FileHistories): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>();
  for (const [path, all] of versions) {
    const newest = all.find(({ blob }, at) => blob !== all[at + 1]?.blob);
    if (newest !== undefined) days.set(path, newest.day);
  }
  return days;
}
