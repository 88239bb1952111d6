// How many words of a text stand, in their order, in another: what an import is judged by.
import { diffArrays } from 'diff';

/** Differences after which comparing is given up: its cost grows with their number times the length. */
const mostDifferences = 4000;

/** The words of `text`: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

export interface KeptWords {
  /** Words of the first text. */
  readonly total: number;
  /** Those of them that a word diff finds in the second; null where the texts differ too much to compare. */
  readonly kept: number | null;
}

/** Compares `before` with `after` word by word. */
export function countKeptWords(before: string, after: string): KeptWords {
  const words = wordsOf(before);
  const parts = diffArrays(words, wordsOf(after), { maxEditLength: mostDifferences });
  if (parts === undefined) return { total: words.length, kept: null };
  const removed = parts.reduce((sum, { removed, count }) => sum + (removed ? count : 0), 0);
  return { total: words.length, kept: words.length - removed };
}
