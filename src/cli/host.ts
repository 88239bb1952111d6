// The machine as the commands see it: streams, clock, environment and Ctrl-C. Tests hand over one of their own.
import { setFlagsFromString } from 'node:v8';

/** Questions to the person at the terminal; absent where nobody can answer. */
export interface Prompts {
  readonly text: (question: string, suggestion?: string) => Promise<string>;
  readonly choose: (question: string, choices: readonly { value: string; name: string }[]) => Promise<string>;
  readonly confirm: (question: string) => Promise<boolean>;
}

export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input, for a file named `-`. */
  readonly input: () => AsyncIterable<Uint8Array>;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and diagnostics. */
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Width of the terminal in columns, 80 where there is none. */
  readonly width: number;
  /** Milliseconds from some fixed point, for durations. */
  readonly elapsed: () => number;
  readonly now: () => Date;
  /** Aborted by Ctrl-C and by a request to end. */
  readonly signal: AbortSignal;
  readonly prompts: Prompts | undefined;
}

/** Aborts at the first SIGINT or SIGTERM, so that a build can tidy up; a second one ends the process at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}

/** How long what a library logs waits for the signal that would explain it, in milliseconds. */
const grace = 1000;

/**
 * What a library logs as an error is held back for a moment, and dropped once the person has asked to stop: Ctrl-C
 * reaches Pagefind's process too, often before this one, and its library would tell of the broken pipe with a stack.
 */
function quietWhenInterrupted(signal: AbortSignal): void {
  const { error } = console;
  const held: unknown[][] = [];
  const release = () => {
    for (const parts of held.splice(0)) if (!signal.aborted) error(...parts);
  };
  console.error = (...parts: unknown[]) => {
    held.push(parts);
    setTimeout(release, grace).unref();
  };
  process.on('exit', release);
}

/** A reader that stops early (`kb report | head`) is no error. */
function writeTo(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return (text) => {
    stream.write(text);
  };
}

/** Loads the prompts at the first question: most commands ask none. */
const loadPrompts = () => import('@inquirer/prompts');

const terminalPrompts: Prompts = {
  text: async (message, suggestion) =>
    (await loadPrompts()).input(suggestion === undefined ? { message } : { message, default: suggestion }),
  choose: async (message, choices) => (await loadPrompts()).select({ message, choices }),
  confirm: async (message) => (await loadPrompts()).confirm({ message }),
};

/** The clock, or the moment that `SOURCE_DATE_EPOCH` names (seconds; https://reproducible-builds.org/specs/source-date-epoch/). */
function readClock(env: Host['env']): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}

/**
 * Keeps V8 from moving what is made for one article straight among what stays. It learns to while the base is read, which
 * does stay, and then held every tree until the next full collection: a build took three times the memory.
 */
function forgetPromptly(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** The real machine. */
export function nodeHost(): Host {
  const { env, stdin, stdout, stderr } = process;
  forgetPromptly();
  const signal = interruptSignal();
  quietWhenInterrupted(signal);
  return {
    cwd: process.cwd(),
    env,
    input: () => stdin,
    out: writeTo(stdout),
    err: writeTo(stderr),
    outIsTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true,
    width: stdout.columns ?? 80,
    elapsed: () => performance.now(),
    now: () => readClock(env),
    signal,
    prompts: stdin.isTTY === true && stderr.isTTY === true ? terminalPrompts : undefined,
  };
}

/** Whether to colour a stream: on a terminal, unless `NO_COLOR` is set (https://no-color.org); `FORCE_COLOR` overrides. */
export function wantsColor(env: Host['env'], isTerminal: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return true;
  return isTerminal && env.TERM !== 'dumb';
}
