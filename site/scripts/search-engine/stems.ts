// Word forms brought to one stem, as Pagefind's own stemmer does: "remboursements", "remboursée" → "rembours".
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { foldAccents } from './words.ts';

/** Stemmers (Snowball) by main language. A language without one goes by its words as they are, and by their beginnings. */
const stemmers: Readonly<Record<string, (word: string) => string>> = { fr: stemFrench, en: stemEnglish };

export type Stem = (word: string) => string;

/** A function from a word in lower case to its stem without accents; it remembers what it was asked. */
export function createStemmer(lang: string): Stem {
  const stem = stemmers[lang.split('-')[0] ?? ''] ?? ((word: string) => word);
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const stemmed = foldAccents(stem(word));
    known.set(word, stemmed);
    return stemmed;
  };
}
