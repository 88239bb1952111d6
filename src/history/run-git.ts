// Runs git for questions only: no pager, no prompt, no lock, so that asking changes nothing and never hangs.
import { execFile } from 'node:child_process';

/** What git prints for `args` in the folder `root`. Rejects when git is absent, fails, or takes over two minutes. */
export function runGit(root: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const options = { cwd: root, env, maxBuffer: 1 << 30, timeout: 120_000 };
    execFile('git', ['--no-pager', '-c', 'core.quotePath=false', ...args], options, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });
}
