// Prints what a command would change, for `--dry-run`.
import { diffText } from '../content/diff-text.ts';
import { printable } from '../model/printable.ts';
import type { Host } from './host.ts';

export interface ChangedText {
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Prints the diff with lines as a terminal may show them; a file or a pipe gets them as they are, for `git apply`. */
export function showDiff({ path, before, after }: ChangedText, host: Host): void {
  const diff = diffText(path, before, after);
  host.out(host.outIsTerminal ? diff.split('\n').map(printable).join('\n') : diff);
}
