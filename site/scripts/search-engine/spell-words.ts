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

/** The longest small word between two others: "mot de passe", "Poste sur rendez-vous". */
const longestJoint = 3;

/** Two words of the base that were run together, with a small word between them or none: "colisperdu", "motdepasse". */
function splitWord(word: string, vocabulary: Vocabulary, lang: string): readonly string[] | undefined {
  const isTelling = (part: string) =>
    part.length >= shortestPart && vocabulary.has(part) && !isStopWord(part, lang);
  for (let joint = longestJoint; joint >= 0; joint--) {
    for (let at = shortestPart; at + joint + shortestPart <= word.length; at++) {
      const [first, small, last] = [word.slice(0, at), word.slice(at, at + joint), word.slice(at + joint)];
      if (!isTelling(first) || !isTelling(last)) continue;
      if (small === '') return [first, last];
      if (small.length > 1 && isStopWord(small, lang)) return [first, small, last];
    }
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
  // A word that has hardly begun may become anything.
  const form = vocabulary.find(word) ?? (unfinished && word.length < shortestPart ? word : undefined);
  if (form !== undefined) return { typed: word, choices: [[form]], known: true };
  const nearest = vocabulary.nearest(word, unfinished).map((near) => [near]);
  const parts = nearest.length === 0 ? splitWord(word, vocabulary, lang) : undefined;
  return { typed: word, choices: parts === undefined ? nearest : [parts], known: false };
}
