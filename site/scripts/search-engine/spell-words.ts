// Finds for each word of a query the words of the base that it means: itself, its nearest spellings, or two that were run together.
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord } from './words.ts';

export interface SpelledWord {
  /** As it was typed, in lower case. */
  readonly typed: string;
  /** The words to look for, the likeliest first; each of them stands for what was typed. Empty where nothing is near. */
  readonly choices: readonly (readonly string[])[];
  /** Whether the base has the word as it was typed, accents and endings aside. */
  readonly known: boolean;
}

/** Each part of a word that is taken apart has at least as many letters. */
const shortestPart = 3;

/** Two words of the base that were run together: "colisperdu". */
function splitWord(word: string, vocabulary: Vocabulary, lang: string): readonly string[] | undefined {
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.has(part) && !isStopWord(part, lang))) return parts;
  }
  return undefined;
}

/** What is meant by `word`. `unfinished`: it is still being typed. */
export function spellWord(
  word: string,
  vocabulary: Vocabulary,
  lang: string,
  unfinished: boolean,
): SpelledWord {
  const form = vocabulary.find(word);
  if (form !== undefined) return { typed: word, choices: [[form]], known: true };
  const nearest = vocabulary.nearest(word, unfinished).map((near) => [near]);
  const parts = nearest.length === 0 ? splitWord(word, vocabulary, lang) : undefined;
  return { typed: word, choices: parts === undefined ? nearest : [parts], known: false };
}
