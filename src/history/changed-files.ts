// Asks git which files of the knowledge base differ from where this branch began; for checks of nothing but that.
import { Problem } from '../model/problem.ts';
import type { Wording } from '../model/wording.ts';
import { explainGitFailure, noCommitReason } from './explain-git.ts';
import { runGit } from './run-git.ts';

export interface ChangedFile {
  readonly kind: 'added' | 'changed' | 'renamed' | 'deleted';
  /** Path from the knowledge base's root, with `/`; the former one of a deleted file. */
  readonly path: string;
  /** The path that a renamed file had. */
  readonly from?: string | undefined;
  /** Whether ids by which others name the article may be gone with the change. */
  readonly mayLoseIds: boolean;
}

export interface ChangedFiles {
  /** Sorted by path; each path once. Files that git does not know yet are among them, those that it ignores are not. */
  readonly files: readonly ChangedFile[];
}

/** Why git can't tell, and what to do about it. */
export interface UnknownChanges {
  readonly reason: Wording;
}

export interface ChangedFilesOptions {
  /** The branch, tag or commit to compare with; found out unless given. */
  readonly ref?: string | undefined;
  /** Environment variables: a CI's tell the branch that a change is meant for. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const shallowReason: Wording = {
  fr: 'Clone superficiel : début de la branche inconnu ; récupérez tout l’historique (fetch-depth: 0, GIT_DEPTH: 0 ou git fetch --unshallow)',
  en: 'Shallow clone: the start of the branch is unknown; fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0 or git fetch --unshallow)',
};

/** The full id of the commit that `ref` names, or undefined. */
async function findCommit(root: string, ref: string): Promise<string | undefined> {
  if (ref === '' || ref.startsWith('-')) return undefined;
  return runGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).then(
    (answer) => answer.trim(),
    () => undefined,
  );
}

/** What a CI says that the change is meant for: GitHub Actions' and GitLab's predefined variables. */
function targetsOfCi(env: ChangedFilesOptions['env']): string[] {
  const onOrigin = (branch: string | undefined) => (branch ? [`origin/${branch}`] : []);
  return [
    ...onOrigin(env.GITHUB_BASE_REF),
    ...(env.CI_MERGE_REQUEST_DIFF_BASE_SHA ? [env.CI_MERGE_REQUEST_DIFF_BASE_SHA] : []),
    ...onOrigin(env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME),
  ];
}

const usualTargets: readonly string[] = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** The commit to compare with. Where a CI names the target, no other is tried: it would be compared with the wrong branch. */
async function findTarget(
  root: string,
  { ref, env }: ChangedFilesOptions,
  shallow: boolean,
): Promise<{ readonly name: string; readonly commit: string } | UnknownChanges> {
  const ofCi = targetsOfCi(env);
  const names = ref !== undefined ? [ref] : ofCi.length > 0 ? ofCi : usualTargets;
  for (const name of names) {
    const commit = await findCommit(root, name);
    if (commit !== undefined) return { name, commit };
  }
  if (ref !== undefined) {
    const shown = ref.length > 40 ? `${ref.slice(0, 39)}…` : ref;
    throw new Problem({
      fr: `Référence git inconnue « ${shown} », attendu : --changed suivi d’une branche, d’une étiquette ou d’un commit`,
      en: `Unknown git reference \`${shown}\`, expected --changed followed by a branch, a tag or a commit`,
    });
  }
  if (shallow) return { reason: shallowReason };
  const [target] = ofCi;
  const reason =
    target === undefined
      ? {
          fr: `Aucune branche à laquelle comparer (${usualTargets.join(', ')}) ; nommez-en une : --changed <ref>`,
          en: `No branch to compare with (${usualTargets.join(', ')}); name one: --changed <ref>`,
        }
      : {
          fr: `Branche cible « ${target} » absente de ce clone ; récupérez-la avec git fetch (fetch-depth: 0, GIT_DEPTH: 0)`,
          en: `The target \`${target}\` is not in this clone; get it with git fetch (fetch-depth: 0, GIT_DEPTH: 0)`,
        };
  return { reason };
}

type FileStatus = Omit<ChangedFile, 'mayLoseIds'>;

/** Reads the output of `git diff -z --name-status`: a letter (with a score for renames and copies), then one path or two. */
function parseNameStatus(output: string): FileStatus[] {
  const fields = output.split('\0');
  const files: FileStatus[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const status = fields[at]?.[0];
    const path = fields[at + 1] ?? '';
    if (status === 'R' || status === 'C') {
      const renamed = fields[at + 2] ?? '';
      files.push(
        status === 'R' ? { kind: 'renamed', path: renamed, from: path } : { kind: 'added', path: renamed },
      );
      at++;
    } else files.push({ kind: status === 'D' ? 'deleted' : status === 'A' ? 'added' : 'changed', path });
  }
  return files;
}

/** Lines of front matter that give an article its ids, as an extended regular expression of POSIX. */
const idLine = '^(id|formerly)[[:space:]]*:';

/** The differences between `commit` and the files as they are on the disk. */
async function readDifferences(root: string, commit: string): Promise<ChangedFile[]> {
  // All answer for the current folder alone, with paths from there: the base may be a part of the repository.
  const diff = ['diff', '-z', '-M', '--relative', '--no-ext-diff'];
  const [tracked, withIds, untracked] = await Promise.all([
    runGit(root, [...diff, '--name-status', commit, '--']),
    runGit(root, [...diff, '--name-only', `-G${idLine}`, commit, '--']),
    runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  const editedIds = new Set(withIds.split('\0'));
  const files = new Map<string, ChangedFile>();
  for (const file of parseNameStatus(tracked)) {
    const { kind, path } = file;
    const mayLoseIds = kind === 'changed' ? editedIds.has(path) : kind !== 'added';
    files.set(path, { ...file, mayLoseIds });
  }
  for (const path of untracked.split('\0')) {
    if (path === '') continue;
    // Deleted for git, there on the disk: `git rm --cached` does that.
    const known = files.has(path);
    files.set(path, { kind: known ? 'changed' : 'added', path, mayLoseIds: known });
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The files below the knowledge base at `root` that differ from the merge base of HEAD and the target, uncommitted ones
 * included. The target is `ref`, else what a CI names, else the first of the usual branches that there is.
 *
 * Where git can't tell, the result says why and what to do. Raises a `Problem` on a `ref` that names no commit.
 */
export async function readChangedFiles(
  root: string,
  options: ChangedFilesOptions,
): Promise<ChangedFiles | UnknownChanges> {
  try {
    const shallow = (await runGit(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    if ((await findCommit(root, 'HEAD')) === undefined) return { reason: noCommitReason };
    const target = await findTarget(root, options, shallow);
    if ('reason' in target) return target;
    const base = await runGit(root, ['merge-base', 'HEAD', target.commit]).catch(() => '');
    if (base !== '') return { files: await readDifferences(root, base.trim()) };
    const shown = target.name.length > 40 ? `${target.name.slice(0, 39)}…` : target.name;
    const apart = {
      fr: `Aucun ancêtre commun avec « ${shown} » ; comparez avec une autre branche : --changed <ref>`,
      en: `No common ancestor with \`${shown}\`; compare with another branch: --changed <ref>`,
    };
    return { reason: shallow ? shallowReason : apart };
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { reason: explainGitFailure(error) };
  }
}
