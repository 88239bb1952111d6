// What git's configuration and repository tell about the person and the checkout; never raises, absent is absent.
import { runGit } from './run-git.ts';

async function ask(root: string, args: readonly string[]): Promise<string | undefined> {
  return runGit(root, args).then(
    (answer) => answer.trim(),
    () => undefined,
  );
}

/** The value of a git setting such as `user.email`, as git sees it from `root`. */
export async function readGitSetting(root: string, name: string): Promise<string | undefined> {
  return (await ask(root, ['config', '--get', name])) || undefined;
}

export interface GitState {
  /** Such as `2.39.5`; undefined where git is not installed. */
  readonly version: string | undefined;
  readonly isRepository: boolean;
  readonly isShallow: boolean;
}

/** What git is like at `root`. */
export async function readGitState(root: string): Promise<GitState> {
  const version = (await ask(root, ['--version']))?.replace(/^git version /, '');
  const shallow =
    version === undefined ? undefined : await ask(root, ['rev-parse', '--is-shallow-repository']);
  return { version, isRepository: shallow !== undefined, isShallow: shallow === 'true' };
}
