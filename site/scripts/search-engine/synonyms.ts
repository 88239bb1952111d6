// Words and phrases that stand for each other: those of the configuration, and abbreviations that articles explain.
import type { QueryTerm, QueryWorld } from './plan-query.ts';
import type { SpelledWord } from './spell-words.ts';
import type { Stem } from './stems.ts';
import type { CorrectedWord } from './types.ts';
import { isStopWord, queryWords, wordsOf } from './words.ts';

/** A phrase of a group. */
interface SynonymPhrase {
  readonly text: string;
  /** The stems of all its words, in their order. */
  readonly stems: readonly string[];
  /** The words that carry its meaning. */
  readonly telling: readonly string[];
}

export type SynonymGroup = readonly SynonymPhrase[];

/** What the words of a synonym count beside 1 for what was typed; more where they stand for a word that no article has. */
const synonymWeight = 0.5;
const standInWeight = 0.8;

/** `groups` of phrases, ready to be looked for. */
export function readSynonyms(
  groups: readonly (readonly string[])[],
  lang: string,
  stem: Stem,
): SynonymGroup[] {
  return groups.map((group) =>
    group
      .map((text) => ({ text, words: wordsOf(text) }))
      // "Livraison express (LE)" does not make "le" mean anything.
      .filter(({ words }) => words.some((word) => !isStopWord(word, lang)))
      .map(({ text, words }) => ({
        text,
        stems: words.map(stem),
        telling: queryWords(text, lang).telling,
      })),
  );
}

/** Whether `part` stands in `whole`, one stem after the other. */
function includesRun(whole: readonly string[], part: readonly string[]): boolean {
  return (
    part.length > 0 && whole.some((_, start) => part.every((stem, index) => whole[start + index] === stem))
  );
}

export interface Expansion {
  readonly terms: readonly QueryTerm[];
  /** Words that no article has and that a synonym stands in for. */
  readonly standIns: readonly CorrectedWord[];
}

interface ReadQuery {
  /** Every word as typed, and as it is meant. */
  readonly all: readonly string[];
  readonly meant: readonly string[];
  readonly spelled: ReadonlyMap<string, SpelledWord>;
}

/** What else is looked for because it means the same as words of the query. */
export function expandSynonyms(
  { all, meant, spelled }: ReadQuery,
  { stem, vocabulary, synonyms }: QueryWorld,
): Expansion {
  const terms: QueryTerm[] = [];
  const standIns: CorrectedWord[] = [];
  const [typedStems, meantStems] = [all.map(stem), meant.map(stem)];
  const looked = new Set(meantStems);
  for (const group of synonyms) {
    const met = group.filter(({ stems }) => includesRun(typedStems, stems) || includesRun(meantStems, stems));
    if (met.length === 0) continue;
    const choices = group
      .filter((phrase) => !met.includes(phrase))
      .map(({ telling }) =>
        telling.flatMap((word) => vocabulary.find(word) ?? []).filter((form) => !looked.has(stem(form))),
      )
      .filter((words) => words.length > 0);
    const [first] = choices;
    if (first === undefined) continue;
    const metStems = new Set(met.flatMap(({ stems }) => stems));
    const words = [...spelled.values()].filter(({ typed }) => metStems.has(stem(typed)));
    const missing = words.filter(({ known }) => !known);
    for (const { typed } of missing) standIns.push({ typed, used: first.join(' ') });
    const insteadOf = words.filter(({ known }) => known).flatMap((word) => word.choices[0] ?? []);
    terms.push({
      choices,
      weight: missing.length > 0 ? standInWeight : synonymWeight,
      ...(missing.length > 0 || insteadOf.length === 0 ? {} : { insteadOf }),
    });
  }
  return { terms, standIns };
}
