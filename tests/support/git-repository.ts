// A real git repository in a temporary folder, removed when the running test ends.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export interface GitRepository {
  readonly folder: string;
  /** Runs git in the folder; gives what it prints. */
  readonly git: (...args: string[]) => string;
  /** Writes a file, with the folders that it needs. */
  readonly put: (file: string, text: string) => void;
  /** Commits all that there is: now and by T unless told. */
  readonly commit: (when?: CommitMoment) => void;
}

export interface CommitMoment {
  /** With its offset, such as `2026-03-01T10:00:00+0100`. */
  readonly at?: string | undefined;
  /** The author's and committer's name. */
  readonly by?: string | undefined;
}

/** The repository that is at `folder`. */
function repositoryAt(folder: string): GitRepository {
  const withSettings = (name: string) =>
    [`user.name=${name}`, 'user.email=t@mirandelle.example', 'init.defaultBranch=main'].flatMap((setting) => [
      '-c',
      setting,
    ]);
  const git = (...args: string[]) =>
    execFileSync('git', [...withSettings('T'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  return {
    folder,
    git,
    put: (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    commit: ({ at, by = 'T' } = {}) => {
      git('add', '--all');
      const dates = at === undefined ? {} : { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
      execFileSync('git', [...withSettings(by), 'commit', '--quiet', '--message=…'], {
        cwd: folder,
        env: { ...process.env, ...dates },
        stdio: 'pipe',
      });
    },
  };
}

/** An empty folder that is removed when the running test ends. */
function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kb-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new repository on branch `main`, with one commit that holds `files` (path → text). */
export function makeRepository(files: Readonly<Record<string, string>>, when?: CommitMoment): GitRepository {
  const repository = repositoryAt(emptyFolder());
  repository.git('init', '--quiet');
  for (const [file, text] of Object.entries(files)) repository.put(file, text);
  repository.commit(when);
  return repository;
}

/** A clone of `origin`; `args` are more of git's options. */
export function cloneRepository(origin: GitRepository, ...args: string[]): GitRepository {
  const folder = path.join(emptyFolder(), 'clone');
  origin.git('clone', '--quiet', ...args, `file://${origin.folder}`, folder);
  return repositoryAt(folder);
}
