// From what was typed to what is looked for: known words, words in another spelling, and words that mean the same.
import { questionKinds } from './question-kinds.ts';
import { type SpelledWord, spellWord } from './spell-words.ts';
import type { Stem } from './stems.ts';
import type { SynonymGroup } from './synonyms.ts';
import { expandSynonyms } from './synonyms.ts';
import type { CorrectedWord } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStopWord, maxQueryLength, queryWords } from './words.ts';

/** One thing that is looked for; the best of its choices counts for an article. */
export interface QueryTerm {
  /** Words that count together. */
  readonly choices: readonly (readonly string[])[];
  readonly weight: number;
  /** The words of the query for which the choices stand: they tell no more than those. Absent where those tell nothing. */
  readonly insteadOf?: readonly string[] | undefined;
}

export interface QueryPlan {
  readonly terms: readonly QueryTerm[];
  /** Every word of the query in its order, as typed. */
  readonly words: readonly string[];
  /** The kinds of question that it asks. */
  readonly questions: readonly string[];
  /** The word with which the query ends, as it is looked for, where it may still be in the making. */
  readonly unfinished: string | undefined;
  readonly unknown: readonly string[];
  readonly corrected: readonly CorrectedWord[];
  /** The query in the spelling in which it is looked for, where that is another. */
  readonly suggestion?: string | undefined;
}

/** What a query is understood with. */
export interface QueryWorld {
  readonly lang: string;
  readonly stem: Stem;
  readonly vocabulary: Vocabulary;
  readonly synonyms: readonly SynonymGroup[];
}

/** What a word in another spelling counts, beside 1 for a word as it was typed. */
const spellingWeight = 0.8;

/** Finds `word` in a query, however it is written there. */
function wordPattern(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’ʼ‘]");
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
}

/** How `word` is written in `query`: "COLIS" for "colis". */
function asTyped(word: string, query: string): string {
  return wordPattern(word).exec(query)?.[0] ?? word;
}

/** `query` with its misspelled words in their nearest spelling. */
function respell(query: string, corrected: readonly CorrectedWord[]): string {
  return corrected.reduce((text, { typed, used }) => text.replace(wordPattern(typed), () => used), query);
}

/** What is looked for, for a person who typed `query`. */
export function planQuery(query: string, world: QueryWorld): QueryPlan {
  const { lang, vocabulary } = world;
  const text = query.slice(0, maxQueryLength).normalize('NFC');
  const { all, telling } = queryWords(text, lang);
  const last = /[\p{L}\p{M}\p{N}]$/u.test(text) ? all.at(-1) : undefined;
  const spelled = new Map<string, SpelledWord>(
    telling.map((word) => [word, spellWord(word, vocabulary, lang, word === last)]),
  );
  const meant = all.flatMap((word) => spelled.get(word)?.choices[0] ?? [word]);
  const synonyms = expandSynonyms({ all, meant, spelled }, world);
  const replaced = new Set(synonyms.standIns.map(({ typed }) => typed));

  const own = [...spelled.values()].filter(({ typed }) => !replaced.has(typed));
  const misspelled = own.filter(({ known }) => !known);
  const nameTyped = ({ typed, used }: CorrectedWord) => ({ typed: asTyped(typed, text), used });
  const respelled = misspelled.flatMap(({ typed, choices: [first] }) =>
    first === undefined ? [] : [nameTyped({ typed, used: first.join(' ') })],
  );
  const suggestion = respell(text, respelled);
  const terms = own
    .map(({ choices, known }) => ({ choices, weight: known ? 1 : spellingWeight }))
    // A misspelled small word says as little as it always does.
    .filter(
      ({ choices: [first], weight }) =>
        first !== undefined && (weight === 1 || !first.every((word) => isStopWord(word, lang))),
    );
  return {
    terms: [...terms, ...synonyms.terms],
    words: all,
    questions: questionKinds(meant.join(' '), lang),
    unfinished: last === undefined ? undefined : meant.at(-1),
    unknown: misspelled
      .filter(({ choices }) => choices.length === 0)
      .map(({ typed }) => asTyped(typed, text)),
    corrected: [...respelled, ...synonyms.standIns.map(nameTyped)],
    ...(suggestion === text ? {} : { suggestion }),
  };
}
