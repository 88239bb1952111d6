// The knowledge base as it was: finds the commit of a day, and writes that commit's base into a folder that goes again.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import { configFileName } from '../config/read-config.ts';
import { dayIn, endOfDay, type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { readCloneState, type UnknownPast } from './clone-state.ts';
import { explainGitFailure } from './explain-git.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

/** A day as it ends in a time zone (an IANA name), or the name of a commit. */
export type PastMoment =
  | { readonly day: IsoDate; readonly timezone: string }
  | { readonly ref: string; readonly timezone?: string | undefined };

export interface PastCommit {
  /** Full commit id. */
  readonly commit: string;
  /** The day on which it was committed: in the moment's time zone, else in the committer's. */
  readonly day: IsoDate;
}

function noCommitYet(day: IsoDate): UnknownPast {
  return {
    reason: {
      fr: `Aucun commit au ${day} ni avant ; choisissez un jour plus récent`,
      en: `No commit on ${day} or before; choose a later day`,
    },
  };
}

function unknownRef(ref: string): UnknownPast {
  const shown = ref.length > 40 ? `${ref.slice(0, 39)}…` : ref;
  return {
    reason: {
      fr: `Référence git inconnue « ${shown} », attendu : une branche, une étiquette ou un commit`,
      en: `Unknown git reference \`${shown}\`, expected a branch, a tag or a commit`,
    },
  };
}

/** What `git rev-list` is asked for a moment: the last commit before the day is over, or the one that is named. */
function commitArguments(moment: PastMoment): readonly string[] {
  if ('ref' in moment) return ['--no-walk', `${moment.ref}^{commit}`];
  const over = endOfDay(moment.timezone, moment.day).getTime() / 1000;
  // git counts from 1970 and takes a time before it for one far in the future.
  return ['--first-parent', `--min-age=${Math.max(0, over - 1)}`, 'HEAD'];
}

/**
 * The commit at which the base stood at `moment`: for a day, the last one on HEAD's first-parent line that was committed
 * before the day was over. Never raises: where there is none, or git can't tell, the result says why.
 */
export async function findPastCommit(root: string, moment: PastMoment): Promise<PastCommit | UnknownPast> {
  const state = await readCloneState(root);
  if ('reason' in state) return state;
  if ('ref' in moment && (moment.ref === '' || moment.ref.startsWith('-'))) return unknownRef(moment.ref);
  try {
    const [, answer = ''] = (
      await runGit(root, ['rev-list', '-1', '--format=%H %ct %cs', ...commitArguments(moment), '--'])
    ).split('\n');
    const [commit, seconds, written = ''] = answer.split(' ');
    const own = parseIsoDate(written);
    if (!commit || own === undefined)
      return 'day' in moment ? noCommitYet(moment.day) : unknownRef(moment.ref);
    const { timezone } = moment;
    return { commit, day: timezone === undefined ? own : dayIn(timezone, new Date(Number(seconds) * 1000)) };
  } catch (error) {
    return 'ref' in moment ? unknownRef(moment.ref) : { reason: explainGitFailure(error) };
  }
}

/** A file of a commit. */
interface TreeFile {
  /** Path from the knowledge base's root. */
  readonly path: string;
  readonly blob: string;
  /** In bytes. */
  readonly size: number;
}

/** Whether a path of a commit stays inside the folder that it is written to, on every system. */
function staysInside(file: string): boolean {
  return file
    .split('/')
    .every((part) => !/^\.{0,2}$/.test(part) && !/[\\\0]/.test(part) && !/^\.git$/i.test(part));
}

/** The regular files at or below `paths` (from the base's root) in `commit`; links and submodules are left out. */
async function listTree(
  root: string,
  commit: string,
  prefix: string,
  paths: readonly string[],
): Promise<TreeFile[]> {
  const specs = paths.map((file) => `${prefix}${file}`);
  const options = ['--literal-pathspecs', 'ls-tree', '-r', '-l', '-z', '--full-tree'];
  const output = await runGit(root, [...options, commit, '--', ...specs]);
  return output.split('\0').flatMap((entry): TreeFile[] => {
    const tab = entry.indexOf('\t');
    const [mode, , blob = '', size = ''] = entry.slice(0, tab).split(/ +/);
    const file = entry.slice(tab + 1 + prefix.length);
    return tab > 0 && mode?.startsWith('100') && staysInside(file)
      ? [{ path: file, blob, size: Number(size) }]
      : [];
  });
}

/** How much is read of git and held at once, in bytes (16 MiB): an attachment can be larger than all articles together. */
const chunkSize = 16 * 1_048_576;

/** `files` in runs of about `chunkSize` bytes. */
function* inChunks(files: readonly TreeFile[]): Iterable<readonly TreeFile[]> {
  let chunk: TreeFile[] = [];
  let size = 0;
  for (const file of files) {
    chunk.push(file);
    size += file.size;
    if (size < chunkSize) continue;
    yield chunk;
    [chunk, size] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}

/** Writes `files` below `folder`, with the bytes that git keeps. */
async function writeTree(root: string, files: readonly TreeFile[], folder: string): Promise<void> {
  for (const parent of new Set(files.map((file) => path.posix.dirname(file.path))))
    await mkdir(path.join(folder, parent), { recursive: true });
  for (const chunk of inChunks(files)) {
    const blobs = await readBlobs(
      root,
      chunk.map(({ blob }) => blob),
    );
    for (const { path: file, blob } of chunk) {
      const bytes = blobs.get(blob);
      if (bytes === undefined) throw new Error(`Missing object ${blob} of ${file}`);
      await writeFile(path.join(folder, file), bytes);
    }
  }
}

/** What stands beside the content: the texts that articles include, the values that they show, and the training paths. */
const besides = ['fragments', 'variables.yaml', 'paths'];

/** Writes the base of `commit` into `folder`. Raises a `Problem` where there was none or its configuration is wrong. */
async function writePastBase(root: string, commit: string, folder: string): Promise<void> {
  const state = await readCloneState(root);
  if ('reason' in state) throw new Problem(state.reason);
  const { prefix } = state;
  const [config] = await listTree(root, commit, prefix, [configFileName]);
  const text = config && (await readBlobs(root, [config.blob])).get(config.blob)?.toString('utf8');
  const place = `${commit.slice(0, 10)}:${prefix}${configFileName}`;
  if (text === undefined)
    throw new Problem(
      {
        fr: 'Pas encore de configuration dans ce commit ; choisissez un jour plus récent',
        en: 'No configuration in this commit yet; choose a later day',
      },
      place,
    );
  const { content } = parseConfig(text, place);
  const files = await listTree(root, commit, prefix, [configFileName, content, ...besides]);
  await writeTree(root, files, folder);
  // git knows no empty folder; where the content was none at all, whoever reads it says so.
  await mkdir(path.join(folder, content), { recursive: true }).catch(() => undefined);
}

/** An error of git or of the disk, told as a problem. */
function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Problem) return error;
  const syscall = 'syscall' in error ? String(error.syscall) : 'spawn';
  if (syscall.startsWith('spawn')) return new Problem(explainGitFailure(error), undefined, error);
  const code = 'code' in error ? String(error.code) : syscall;
  return new Problem(
    { fr: `Dossier temporaire inutilisable (${code})`, en: `Unusable temporary folder (${code})` },
    tmpdir(),
    error,
  );
}

/**
 * Hands `use` a private temporary folder that holds the base of `commit`, its root as the base's at `root`: the configuration,
 * the content folder that it names, fragments, variables and training paths. Regular files only, with the bytes that git keeps. The folder is
 * removed whatever happens; nothing in the checkout is touched.
 *
 * Raises a `Problem` where `commit` has no base or git can't be read, and what `use` raises.
 */
export async function withPastBase<Result>(
  root: string,
  commit: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kb-as-of-')).catch((error: unknown) => {
    throw asProblem(error);
  });
  try {
    await writePastBase(root, commit, folder).catch((error: unknown) => {
      throw asProblem(error);
    });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
