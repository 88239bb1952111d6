// Reads `git log -z --raw -p -U0`: names from the raw part, where nothing is quoted, and lines by the hunks' own counts.
// A line of content may look like any header; it is never searched for one.

/** Lines that a commit took away and put in at one place. */
export interface Hunk {
  /** Line of the old file at which `removed` begins or, where nothing was removed, after which `added` was put. */
  readonly oldStart: number;
  /** Without their line feeds; a carriage return before one stays. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What a commit did to one file. */
export interface FileChange {
  /** git's letter: A added, M modified, D deleted, R renamed, T of another type (a link instead of a file). */
  readonly status: string;
  /** Path from the top of the repository; for a rename, the new one. */
  readonly path: string;
  /** The old path of a rename. */
  readonly from: string | undefined;
  /** Undefined where git takes the file for binary and shows no lines. */
  readonly hunks: readonly Hunk[] | undefined;
}

export interface PatchCommit {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** The author's calendar day, as git wrote it. */
  readonly day: string;
  readonly author: string;
  readonly changes: readonly FileChange[];
}

/** What `git log` is to print before each commit for `parsePatchLog`. */
export const patchLogFormat = '%x01%h %as %aN';

/** A position in git's output. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** What stands up to the next `end`, which is stepped over; up to the end of the text where there is none. */
function take(cursor: Cursor, end: '\0' | '\n'): string {
  const found = cursor.text.indexOf(end, cursor.at);
  const stop = found === -1 ? cursor.text.length : found;
  const taken = cursor.text.slice(cursor.at, stop);
  cursor.at = stop + 1;
  return taken;
}

function next(cursor: Cursor, start: string): boolean {
  return cursor.text.startsWith(start, cursor.at);
}

/** As `patchLogFormat` writes it, without the mark before it. */
const commitLine = /^(\S+) (\S+) (.*)$/s;
const rawEntry = /^:\d+ \d+ \S+ \S+ ([A-Z])\d*$/;
const hunkHeader = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/** The files that the raw part names, in the order in which the patches follow. */
function takeRawEntries(cursor: Cursor): Omit<FileChange, 'hunks'>[] {
  const entries: Omit<FileChange, 'hunks'>[] = [];
  while (next(cursor, ':')) {
    const status = rawEntry.exec(take(cursor, '\0'))?.[1];
    if (status === undefined) throw new Error('Unexpected raw entry in the output of git log');
    const first = take(cursor, '\0');
    const renamed = status === 'R' || status === 'C';
    entries.push({ status, path: renamed ? take(cursor, '\0') : first, from: renamed ? first : undefined });
  }
  return entries;
}

/** `count` lines that begin with `sign`, and git's remark on a last line without a line feed. */
function takeLines(cursor: Cursor, sign: '-' | '+', count: number): string[] {
  const lines: string[] = [];
  while (lines.length < count) {
    if (!next(cursor, sign)) throw new Error('Unexpected line in a hunk of git log');
    lines.push(take(cursor, '\n').slice(1));
  }
  if (next(cursor, '\\')) take(cursor, '\n');
  return lines;
}

function takeHunk(cursor: Cursor): Hunk {
  const [, oldStart, oldCount = '1', newCount = '1'] = hunkHeader.exec(take(cursor, '\n')) ?? [];
  if (oldStart === undefined) throw new Error('Unexpected hunk header in the output of git log');
  const removed = takeLines(cursor, '-', Number(oldCount));
  return { oldStart: Number(oldStart), removed, added: takeLines(cursor, '+', Number(newCount)) };
}

/** The hunks of one `diff --git` block. File names in its header are quoted, so that a line of it is one line. */
function takeBlock(cursor: Cursor): Hunk[] | undefined {
  if (!next(cursor, 'diff --git ')) throw new Error('Unexpected end of a patch in the output of git log');
  let binary = false;
  do {
    binary ||= next(cursor, 'Binary files ');
    take(cursor, '\n');
  } while (
    cursor.at < cursor.text.length &&
    !next(cursor, '@@ ') &&
    !next(cursor, 'diff --git ') &&
    !next(cursor, '\u0001')
  );
  const hunks: Hunk[] = [];
  while (next(cursor, '@@ ')) hunks.push(takeHunk(cursor));
  return binary ? undefined : hunks;
}

/** The commits of `output`, in its order, one at a time. Raises an `Error` on anything that git would not print. */
export function* parsePatchLog(output: string): Iterable<PatchCommit> {
  const cursor: Cursor = { text: output, at: 0 };
  while (cursor.at < output.length) {
    if (!next(cursor, '\u0001')) throw new Error('Unexpected text between two commits of git log');
    cursor.at++;
    const [, commit, day, author] = commitLine.exec(take(cursor, '\0')) ?? [];
    if (commit === undefined || day === undefined || author === undefined)
      throw new Error('Unexpected commit in the output of git log');
    if (!next(cursor, '\n')) {
      yield { commit, day, author, changes: [] };
      continue;
    }
    cursor.at++;
    const entries = takeRawEntries(cursor);
    if (next(cursor, '\0')) cursor.at++;
    const changes = entries.map((entry) => {
      const hunks = takeBlock(cursor);
      // A file that became a link, or the reverse, is deleted in one block and written in a second one.
      return { ...entry, hunks: entry.status === 'T' ? takeBlock(cursor) : hunks };
    });
    yield { commit, day, author, changes };
  }
}
