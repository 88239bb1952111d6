// Runs git for questions only: no pager, no prompt, no lock, so that asking changes nothing and never hangs.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ByteText, sliceBytes } from '../content/byte-text.ts';

/** What git tells its hooks of the repository: from there, a question about `root` would be answered for another folder. */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/** The bytes that git prints for `args` in the folder `root`, `input` on its stdin. Rejects as `runGit` does, and when `stop` is aborted. */
export function runGitBytes(
  root: string,
  args: readonly string[],
  input = '',
  stop?: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    };
    for (const name of hookVariables) delete env[name];
    const limits = { maxBuffer: 1 << 30, timeout: 120_000, ...(stop && { signal: stop }) };
    const words = ['--no-pager', '-c', 'core.quotePath=false', ...args];
    const child = execFile(
      'git',
      words,
      { cwd: root, env, ...limits, encoding: 'buffer' },
      (error, stdout) => {
        if (error) reject(error);
        else resolve(stdout);
      },
    );
    // Where git ends before it has read everything, its exit code tells why.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** What git prints for `args` in the folder `root`. Rejects when git is absent, fails, or takes over two minutes. */
export async function runGit(root: string, args: readonly string[]): Promise<string> {
  return (await runGitBytes(root, args)).toString('utf8');
}

/**
 * What git's `log` prints for `args` and then `paths`, by way of a temporary file: through a pipe, git would stand still
 * whenever this process is busy with something else. Rejects as `runGit` does, and with what the disk raises.
 */
export async function runGitToFile(
  root: string,
  args: readonly string[],
  paths: readonly string[],
  stop?: AbortSignal,
): Promise<ByteText> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kb-git-'));
  try {
    const file = path.join(folder, 'log');
    await runGitBytes(root, [...args, `--output=${file}`, ...paths], '', stop);
    // In one go: while this process reads articles, each step of an asynchronous read would wait for dozens of them.
    return sliceBytes(readFileSync(file), 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
