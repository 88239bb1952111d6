// Reads `git log -z --raw`: which files each commit changed, and the objects that hold them afterwards.

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
  /** Full commit id. */
  readonly commit: string;
  /** The author's calendar day, as git wrote it. */
  readonly day: string;
  readonly author: string;
  /** First line of the commit's message. */
  readonly subject: string;
  readonly changes: readonly RawChange[];
}

/** What `git log` is to print before each commit for `parseRawLog`. */
export const rawLogFormat = '%x01%H %as %aN%x02%s';

const commitMark = '\u0001';
const subjectMark = '\u0002';

const unexpectedEntry = 'Unexpected raw entry in the output of git log';

/** `:mode mode ` before the ids of an entry: a colon, and two modes of six digits with a space after each. */
const modesLength = 15;

/**
 * Reads `:mode mode id id letter` at `start`, in place: a long history has a hundred thousand of them. The second mode and id
 * are those after the commit; ids are all of one length (SHA-1 or SHA-256).
 */
function parseEntry(
  output: string,
  start: number,
): { readonly status: string; readonly blob: string | undefined } {
  const ids = start + modesLength;
  const second = output.indexOf(' ', ids) + 1;
  const letter = second + (second - ids);
  if (second === 0 || output[start + 7] !== ' ' || output[ids - 1] !== ' ' || output[letter - 1] !== ' ')
    throw new Error(unexpectedEntry);
  const status = output[letter];
  if (status === undefined || status === '\0') throw new Error(unexpectedEntry);
  const isFile = output.startsWith('100', start + 8) || output.startsWith('120000', start + 8);
  return { status, blob: isFile ? output.slice(second, letter - 1) : undefined };
}

/** `id day name` and, behind its mark, the subject, as `rawLogFormat` writes them. */
function parseHeader(header: string): Omit<RawCommit, 'changes'> {
  const first = header.indexOf(' ');
  const second = header.indexOf(' ', first + 1);
  const third = header.indexOf(subjectMark, second + 1);
  if (first === -1 || second === -1 || third === -1)
    throw new Error('Unexpected commit in the output of git log');
  const [commit, day] = [header.slice(0, first), header.slice(first + 1, second)];
  return { commit, day, author: header.slice(second + 1, third), subject: header.slice(third + 1) };
}

/** The commits of `output`, in its order, one at a time. Raises an `Error` on anything that git would not print. */
export function* parseRawLog(output: string): Iterable<RawCommit> {
  // Each path follows its entry, so that a path that looks like an entry or a commit is never taken for one.
  let at = 0;
  const next = () => {
    const end = output.indexOf('\0', at);
    const field = end === -1 ? output.slice(at) : output.slice(at, end);
    at = end === -1 ? output.length + 1 : end + 1;
    return field;
  };
  while (at <= output.length) {
    const header = next();
    if (header === '' && at > output.length) return;
    if (!header.startsWith(commitMark)) throw new Error('Unexpected text between two commits of git log');
    const changes: RawChange[] = [];
    for (;;) {
      const start = output[at] === '\n' ? at + 1 : at;
      if (output[start] !== ':') break;
      const { status, blob } = parseEntry(output, start);
      next();
      const path = next();
      const renamed = status === 'R' || status === 'C';
      changes.push({ status, blob, path: renamed ? next() : path, from: renamed ? path : undefined });
    }
    yield { ...parseHeader(header.slice(1)), changes };
  }
}
