// Whether the past can be read here at all: a clone that lacks a part of it would give wrong days, or fetch it piece by piece.
import type { Wording } from '../model/wording.ts';
import { explainGitFailure, noCommitReason } from './explain-git.ts';
import { runGit } from './run-git.ts';

/** A clone that holds its whole past. */
export interface WholeClone {
  /** The knowledge base's folder from the top of the repository: '' or with a `/` at its end. */
  readonly prefix: string;
}

/** Why git can't tell, and what to do about it. */
export interface UnknownPast {
  readonly reason: Wording;
}

const shallowReason: Wording = {
  fr: 'Clone superficiel ; récupérez tout l’historique (fetch-depth: 0, GIT_DEPTH: 0 ou git fetch --unshallow)',
  en: 'Shallow clone; fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0 or git fetch --unshallow)',
};

const partialReason: Wording = {
  fr: 'Clone partiel : des objets sont restés sur le serveur ; clonez sans --filter',
  en: 'Partial clone: objects were left on the server; clone without --filter',
};

/** git's settings of a clone that left objects on a server, where reading the past would fetch them one by one. */
const partialClone = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';

/** Whether the clone at `root` left objects on a server. */
export async function isPartialClone(root: string): Promise<boolean> {
  return runGit(root, ['config', '--get-regexp', partialClone]).then(
    () => true,
    () => false,
  );
}

/** Asks `rev-parse` for the commit that is checked out: where there is none, it fails without a word, all else told. */
const presentCommit = ['--verify', '--quiet', 'HEAD^{commit}'];

/** Whether git ended as `--quiet` has it: with 1, where it would have ended with 128 and a reason. */
function isQuietFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 1;
}

/** What there is of the past at `root`. Never raises. */
export async function readCloneState(root: string): Promise<WholeClone | UnknownPast> {
  try {
    const [asked, partial] = await Promise.all([
      runGit(root, ['rev-parse', '--is-shallow-repository', '--show-prefix', ...presentCommit]),
      isPartialClone(root),
    ]);
    const [shallow, prefix = ''] = asked.split('\n');
    if (shallow !== 'false') return { reason: shallowReason };
    return partial ? { reason: partialReason } : { prefix };
  } catch (error) {
    return { reason: isQuietFailure(error) ? noCommitReason : explainGitFailure(error) };
  }
}
