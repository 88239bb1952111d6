// The words of the base: which of them a person means by what was typed.
import { describeWord, type KnownWord, nearestSpellings } from './spelling.ts';
import type { Stem } from './stems.ts';
import { foldAccents } from './words.ts';

export interface Vocabulary {
  /** Whether some article holds exactly this word, accents aside. */
  readonly has: (word: string) => boolean;
  /**
   * `word` as the base writes it, accents and all, where some article holds it, a form of it, or a word that begins with it;
   * undefined otherwise.
   */
  readonly find: (word: string) => string | undefined;
  /** The words of the base that are nearest to one that it lacks, the likeliest first. `unfinished`: it is still being typed. */
  readonly nearest: (word: string, unfinished: boolean) => readonly string[];
}

/** Shorter beginnings of words tell too little. */
const shortestBeginning = 3;

/** A misspelled word is asked about again with every keystroke that follows. */
const mostRemembered = 200;

/** Index of the first of the sorted `words` that does not come before `word`. */
function lowerBound(words: readonly KnownWord[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.folded ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The vocabulary of a lexicon's `words`. */
export function createVocabulary(words: readonly (readonly string[])[], stem: Stem): Vocabulary {
  const known: KnownWord[] = words
    .flatMap((list, commonness) => list.map((word) => describeWord(word, commonness)))
    .sort((a, b) => (a.folded < b.folded ? -1 : 1));
  const byFolded = new Map(known.map(({ folded, word }) => [folded, word]));
  // Made when first needed: most queries are of words that the base has as they are.
  let stems: ReadonlySet<string> | undefined;

  const remembered = new Map<string, readonly string[]>();
  return {
    has: (word) => byFolded.has(foldAccents(word)),
    find: (word) => {
      const folded = foldAccents(word);
      const same = byFolded.get(folded);
      // Somebody who typed accents meant them.
      if (same !== undefined) return folded === word ? same : word;
      stems ??= new Set(known.map((one) => stem(one.word)));
      if (stems.has(stem(word))) return word;
      const next = known[lowerBound(known, folded)];
      return folded.length >= shortestBeginning && next?.folded.startsWith(folded) ? word : undefined;
    },
    nearest: (word, unfinished) => {
      const asked = `${word} ${unfinished}`;
      const nearest =
        remembered.get(asked) ?? nearestSpellings(word, known, unfinished).map((one) => one.word);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(asked, nearest);
      return nearest;
    },
  };
}
