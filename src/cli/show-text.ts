// Text of content on its way out: as it is for a file or a pipe, harmless for a terminal.
import { printable } from '../model/printable.ts';
import type { Host } from './host.ts';

/** Prints `text`; on a terminal its control characters are shown, line by line. */
export function showText(text: string, host: Host): void {
  host.out(
    host.outIsTerminal
      ? text
          .split(/\r\n|\n/)
          .map(printable)
          .join('\n')
      : text,
  );
}
