// A machine for tests of commands: collects what is printed, stands in a folder of its own, at a fixed moment.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An empty folder that is removed when the running test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kb-test-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The moment at which every fake host stands: 16 November 2026, 10:00 in Paris. */
const fakeNow = new Date('2026-11-16T09:00:00Z');

/** A host in `cwd`; `out` and `err` of the result give what was printed so far. */
function fakeHost(
  cwd: string,
  overrides: Partial<Host> = {},
): { readonly host: Host; readonly out: () => string; readonly err: () => string } {
  const printed = { out: '', err: '' };
  const host: Host = {
    cwd,
    env: {},
    input: async function* () {},
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    width: 100,
    elapsed: () => 0,
    now: () => fakeNow,
    signal: new AbortController().signal,
    prompts: undefined,
    ...overrides,
  };
  return { host, out: () => printed.out, err: () => printed.err };
}

/** Runs `kb` with `args` in `cwd`. */
export async function runKb(
  cwd: string,
  args: readonly string[],
  overrides: Partial<Host> = {},
): Promise<Ran> {
  const { host, out, err } = fakeHost(cwd, overrides);
  const code = await main(args, host);
  return { code, out: out(), err: err() };
}
