// Reads `git log -z --raw`: which files each commit changed, and the objects that hold them afterwards. In place, and of a
// commit no more than somebody asks for: a long past has thousands, and a report wants to know who made a few dozen of them.
import { type ByteText, fromByteText } from '../content/byte-text.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';

/** A commit, by what is said of it. */
export interface Commit {
  readonly id: string;
  /** The beginning of the id, as people read it. */
  readonly shortId: string;
  /** The author's calendar day. */
  readonly day: IsoDate;
  /** The author's name, as git's mailmap has it. */
  readonly author: string;
  /** First line of the message. */
  readonly subject: string;
  /** Place in the log, from 0, the first: which of two versions of different files came first. */
  readonly order: number;
}

/** What a commit did to one file. */
export interface RawChange {
  /** git's letter: A added, M modified, D deleted, R renamed, T of another type (a link instead of a file). */
  readonly status: string;
  /** Path from the top of the repository; for a rename, the new one. */
  readonly path: string;
  /** The old path of a rename. */
  readonly from: string | undefined;
  /** Id of the object with the file's bytes; undefined where there is no file any more. */
  readonly blob: string | undefined;
}

export interface RawCommit {
  readonly commit: Commit;
  readonly changes: readonly RawChange[];
}

/** What `git log` is to print before each commit for `parseRawLog`. */
export const rawLogFormat = '%x01%H %as %aN%x02%s';

const commitMark = '\u0001';
const subjectMark = '\u0002';

const abbreviated = 10;
const dayLength = 'YYYY-MM-DD'.length;

/** A commit of a log that knows its place there: its words are taken out when somebody asks for them. */
class LoggedCommit implements Commit {
  readonly day: IsoDate;
  readonly order: number;
  readonly #log: ByteText;
  readonly #idStart: number;
  readonly #idEnd: number;
  readonly #subjectMark: number;
  readonly #end: number;

  /** Reads `id day name`, and the subject behind its mark, as `rawLogFormat` writes them from `start` to `end`, after `before`. */
  constructor(log: ByteText, start: number, end: number, before: LoggedCommit | undefined) {
    this.#log = log;
    this.#idStart = start;
    this.#idEnd = log.indexOf(' ', start);
    this.#subjectMark = log.indexOf(subjectMark, this.#idEnd);
    this.#end = end;
    const dayEnd = this.#idEnd + 1 + dayLength;
    if (this.#idEnd === -1 || log[dayEnd] !== ' ' || this.#subjectMark < dayEnd || this.#subjectMark > end)
      throw new Error('Unexpected commit in the output of git log');
    const written = log.slice(this.#idEnd + 1, dayEnd);
    // Most commits are of the day of the one before; a day that is none of the calendar would be worse than none.
    const day = before?.day === written ? before.day : parseIsoDate(written);
    if (day === undefined) throw new Error(`Unexpected day in commit ${this.id}`);
    this.day = day;
    this.order = before ? before.order + 1 : 0;
  }

  get id(): string {
    return this.#log.slice(this.#idStart, this.#idEnd);
  }

  get shortId(): string {
    return this.id.slice(0, abbreviated);
  }

  get author(): string {
    return fromByteText(this.#log.slice(this.#idEnd + dayLength + 2, this.#subjectMark));
  }

  get subject(): string {
    return fromByteText(this.#log.slice(this.#subjectMark + 1, this.#end));
  }
}

/** `:mode mode ` before the ids of an entry: a colon, and two modes of six digits with a space after each. */
const modesLength = 15;

/** Where the second id of the entry at `start` begins, and its letter: behind the two ids, which are of one length (SHA-1 or SHA-256). */
function findLetter(log: ByteText, start: number): { readonly second: number; readonly letter: number } {
  const ids = start + modesLength;
  const second = log.indexOf(' ', ids) + 1;
  const letter = second + (second - ids);
  const isEntry = second > 0 && log[start + 7] === ' ' && log[ids - 1] === ' ' && log[letter - 1] === ' ';
  if (!isEntry || letter >= log.length || log[letter] === '\0')
    throw new Error('Unexpected raw entry in the output of git log');
  return { second, letter };
}

/** Whether the second mode of the entry at `start` is that of a file or of a link. */
function leavesFile(log: ByteText, start: number): boolean {
  const mode = start + 8;
  return log.startsWith('100', mode) || log.startsWith('120000', mode);
}

/** Where the field ends that `at` is in. */
function endOfField(log: ByteText, at: number): number {
  const end = log.indexOf('\0', at);
  return end === -1 ? log.length : end;
}

/** The commits of `log`, in its order, one at a time. Raises an `Error` on anything that git would not print. */
export function* parseRawLog(log: ByteText): Iterable<RawCommit> {
  // Each path follows its entry, so that a path that looks like an entry or a commit is never taken for one.
  let commit: LoggedCommit | undefined;
  for (let at = 0; at < log.length; ) {
    if (log[at] !== commitMark) throw new Error('Unexpected text between two commits of git log');
    const start = at + 1;
    const end = endOfField(log, start);
    commit = new LoggedCommit(log, start, end, commit);
    at = end + 1;
    const changes: RawChange[] = [];
    for (;;) {
      const entry = log[at] === '\n' ? at + 1 : at;
      if (log[entry] !== ':') break;
      const { second, letter } = findLetter(log, entry);
      const status = log[letter] as string;
      const blob = leavesFile(log, entry) ? log.slice(second, letter - 1) : undefined;
      const first = endOfField(log, letter);
      let last = endOfField(log, first + 1);
      let path = fromByteText(log.slice(first + 1, last));
      let from: string | undefined;
      if (status === 'R' || status === 'C') {
        from = path;
        const before = last;
        last = endOfField(log, before + 1);
        path = fromByteText(log.slice(before + 1, last));
      }
      changes.push({ status, blob, path, from });
      at = last + 1;
    }
    yield { commit, changes };
  }
}
