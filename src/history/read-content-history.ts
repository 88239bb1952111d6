// Asks git who last edited each article and who only moved its dates: one pass over the log, nothing in the checkout touched.
import { posix } from 'node:path';
import { parseIsoDate } from '../model/iso-date.ts';
import { isPartialClone } from './clone-state.ts';
import type { ContentHistory, DateMove, LastEdit } from './content-history.ts';
import { judgeChange } from './judge-change.ts';
import { type PatchCommit, parsePatchLog, patchLogFormat } from './parse-patch-log.ts';
import { runGit } from './run-git.ts';

/** What is known of one file while the log is read, oldest commit first. */
interface FileState {
  /** Line that closes the front matter; see `JudgedChange`. */
  readonly closer: number;
  readonly lastEdit: LastEdit | undefined;
  readonly dateMove:
    | { readonly commit: string; readonly day: DateMove['day']; readonly among: Set<string> }
    | undefined;
}

interface Past {
  readonly files: Map<string, FileState>;
  /** Old path → new path: a commit on another branch may still edit the old one. */
  readonly renames: Map<string, string>;
}

/** Pictures are read along: a pattern for the names of articles alone would take git twice the time. */
function isArticle(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** The path that a commit's `path` goes by now. */
function presentPath({ files, renames }: Past, path: string): string {
  const seen = new Set<string>();
  let current = path;
  while (!files.has(current) && !seen.has(current)) {
    seen.add(current);
    current = renames.get(current) ?? current;
  }
  return current;
}

const unknownState: FileState = {
  closer: Number.POSITIVE_INFINITY,
  lastEdit: undefined,
  dateMove: undefined,
};

/** Takes `commit` into `past`. */
function follow(past: Past, { commit, day: written, author, changes }: PatchCommit): void {
  const day = parseIsoDate(written);
  if (day === undefined) return;
  const among = new Set<string>();
  for (const change of changes) {
    const old = change.status === 'A' ? change.path : presentPath(past, change.from ?? change.path);
    const state = past.files.get(old) ?? unknownState;
    const path = change.from === undefined ? old : change.path;
    if (change.status === 'D' || path !== old) past.files.delete(old);
    if (change.status === 'D') continue;
    past.renames.delete(path);
    if (path !== old) past.renames.set(old, path);
    const { kind, closer } = judgeChange(change, state.closer);
    if (kind === 'date-move' && isArticle(path)) among.add(path);
    past.files.set(path, {
      closer,
      lastEdit: kind === 'edit' ? { commit, author, day } : state.lastEdit,
      dateMove: kind === 'date-move' ? { commit, day, among } : state.dateMove,
    });
  }
}

/** The history that `commits`, oldest first, tell of the files below `prefix`. */
function foldHistory(commits: Iterable<PatchCommit>, prefix: string): ContentHistory {
  const past: Past = { files: new Map(), renames: new Map() };
  for (const commit of commits) follow(past, commit);
  const lastEdits = new Map<string, LastEdit>();
  const dateMoves = new Map<string, DateMove>();
  for (const [path, { lastEdit, dateMove }] of past.files) {
    if (!path.startsWith(prefix) || !isArticle(path)) continue;
    const file = path.slice(prefix.length);
    if (lastEdit) lastEdits.set(file, lastEdit);
    if (dateMove)
      dateMoves.set(file, { commit: dateMove.commit, day: dateMove.day, articles: dateMove.among.size });
  }
  return { lastEdits, dateMoves };
}

/** Settings and options by which the output is the same whatever a person's or a repository's configuration says. */
const logArguments: readonly string[] = [
  '-c log.showRoot=true log --date-order --reverse --no-merges --use-mailmap --encoding=UTF-8 --no-show-signature',
  '--no-notes --no-color --no-ext-diff --no-textconv --submodule=short --no-relative -z --raw -p -U0 -M',
  '--inter-hunk-context=0',
].flatMap((line) => line.split(' '));

/**
 * What git knows of the articles below `folder` of the knowledge base at `root`, renames followed, merges left out.
 *
 * Undefined where git can't tell in full: not installed, no repository or one of another person (which git refuses to
 * read), no commit, a shallow or partial clone. Never raises.
 */
export async function readContentHistory(root: string, folder: string): Promise<ContentHistory | undefined> {
  try {
    const asked = await runGit(root, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
    const [shallow, prefix = ''] = asked.split('\n');
    if (shallow !== 'false' || (await isPartialClone(root))) return undefined;
    const files = `:(literal)${posix.join(folder, '/')}`;
    const output = await runGit(root, [...logArguments, `--format=${patchLogFormat}`, '--', files]);
    return foldHistory(parsePatchLog(output), prefix);
  } catch {
    return undefined;
  }
}
