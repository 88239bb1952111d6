// Runs the real program of this checkout, bin/kb.js on the compiled dist/, in a process of its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './corpora.ts';

const kbBin = path.join(projectRoot, 'bin', 'kb.js');

/** The day for which the sample base was written: it has articles in every state then. */
export const sampleDay = '2026-11-16';

export interface KbEnding {
  /** The exit code, or null where a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface KbOptions {
  readonly cwd: string;
  /** Variables beside those that a program needs to run at all: nothing else of the tests' own environment is passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Sends a signal to the process and all its children: `after` milliseconds, counted from when stderr holds the text `at`, else from the start. */
  readonly end?: { readonly by: NodeJS.Signals; readonly at?: string; readonly after?: number };
}

const passedOn = ['PATH', 'HOME', 'TMPDIR', 'SYSTEMROOT'];

/** The environment of a person who has set nothing. */
export function plainEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...extra };
}

/** Runs `kb` with `args` and waits until it and its output have ended. */
export function runKb(args: readonly string[], { cwd, env, end }: KbOptions): Promise<KbEnding> {
  return new Promise((resolve, reject) => {
    // A process group of its own, so that a signal reaches the browser and Pagefind's process too.
    const child = spawn(process.execPath, [kbBin, ...args], {
      cwd,
      env: plainEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const printed = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.out += text;
    });
    let timer: NodeJS.Timeout | undefined;
    const endOnce = () => {
      if (end === undefined || timer !== undefined) return;
      timer = setTimeout(() => signalGroup(child.pid, end.by), end.after ?? 0);
    };
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.err += text;
      if (end?.at !== undefined && printed.err.includes(end.at)) endOnce();
    });
    if (end?.at === undefined) endOnce();
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...printed });
    });
  });
}

/** Sends `signal` to the process group of `pid`, which may have ended by itself. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
