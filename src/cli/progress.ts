// Shows how far a long command is: one line that is rewritten on a terminal, one line per step elsewhere.
import type { Host } from './host.ts';

export interface Progress {
  /** Tells that `step` has done `done` of `total`. */
  readonly show: (step: string, done: number, total: number) => void;
  /** Clears the line. */
  readonly end: () => void;
}

const barWidth = 24;

export function startProgress(host: Host): Progress {
  let current = '';
  let painted = 0;
  const show = (step: string, done: number, total: number): void => {
    if (!host.errIsTerminal) {
      if (step !== current) host.err(`${step}…\n`);
      current = step;
      return;
    }
    // A terminal needs no more than some frames a second.
    const now = host.elapsed();
    if (step === current && now - painted < 80 && done < total) return;
    current = step;
    painted = now;
    const filled = total > 1 ? Math.round((done / total) * barWidth) : 0;
    const bar = total > 1 ? ` ${'━'.repeat(filled)}${'─'.repeat(barWidth - filled)} ${done}/${total}` : '…';
    host.err(`\r\u001B[2K${step}${bar}`.slice(0, Math.max(20, host.width + 4)));
  };
  const end = (): void => {
    if (host.errIsTerminal) host.err('\r\u001B[2K');
  };
  return { show, end };
}
