// How long a language server lives: until its client says so, closes the stream, or is gone.
import type { WatchDog } from 'vscode-languageserver';

/** Milliseconds between two looks at the client's process. */
const interval = 3000;

export interface Lifetime {
  /** What the connection tells of the protocol's end to. */
  readonly watchDog: WatchDog;
  /** The exit code that the protocol asks for: 0 after a `shutdown`, else 1. */
  readonly ended: Promise<number>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user can't be signalled, yet it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Follows the life of whoever writes to `input`, until it ends or `signal` is aborted. */
export function followClient(input: NodeJS.ReadableStream, signal: AbortSignal): Lifetime {
  let shutdownReceived = false;
  let timer: NodeJS.Timeout | undefined;
  let settle: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    settle = resolve;
  });
  const end = () => {
    clearInterval(timer);
    settle(shutdownReceived ? 0 : 1);
  };
  input.on('end', end);
  input.on('close', end);
  signal.addEventListener('abort', end, { once: true });
  return {
    ended,
    watchDog: {
      get shutdownReceived() {
        return shutdownReceived;
      },
      set shutdownReceived(received) {
        shutdownReceived = received;
      },
      initialize: ({ processId }) => {
        if (processId === null || timer !== undefined) return;
        timer = setInterval(() => {
          if (!isAlive(processId)) end();
        }, interval);
      },
      exit: end,
    },
  };
}
