// Gives each finding a name that stays the same from run to run, so that a forge can tell new ones from old ones.
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import { sourceLines } from './source-lines.ts';

/** What is left of `text` when it is set anew: no indent, every gap one space. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The fingerprint of each of `findings`, in their order: SHA-256 in hexadecimal digits, all different.
 *
 * It is made of the path, the rule, the words of the line and those of the message, and the how-manieth of its like it is.
 * Lines that are added above don't change it, nor does the reader's language. Numbers in the message count for
 * nothing: "expired 10 d ago" is tomorrow's "expired 11 d ago".
 */
export function fingerprintFindings(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const readLine = sourceLines(texts);
  const seen = new Map<string, number>();
  return findings.map(({ path, rule, line, message }) => {
    const wording = message.en.replace(/\d+/g, '0');
    const likeness = JSON.stringify([path, rule, squeeze(readLine(path, line) ?? ''), squeeze(wording)]);
    const nth = (seen.get(likeness) ?? 0) + 1;
    seen.set(likeness, nth);
    return createHash('sha256').update(`kb-finding/1 ${nth} ${likeness}`).digest('hex');
  });
}
