// Which contact reasons a query names: by all the words of a label, or of something else that a reason is called.
import type { NamedReason } from './lexicon.ts';
import type { QueryPlan, QueryWorld } from './plan-query.ts';
import type { FoundReason } from './types.ts';
import { isStopWord, wordsOf } from './words.ts';

/** More links would keep the reader from the results. */
const mostReasons = 3;

/** The reasons named by the query, those named with more words first; equals in their order. */
export function findReasons(
  { words, corrected }: Pick<QueryPlan, 'words' | 'corrected'>,
  reasons: readonly NamedReason[],
  { lang, stem }: Pick<QueryWorld, 'lang' | 'stem'>,
): FoundReason[] {
  const asked = new Set([...words, ...corrected.flatMap(({ used }) => wordsOf(used))].map(stem));
  const named = reasons.flatMap(({ url, label, keywords }) => {
    const met = [label, ...keywords]
      .map((name) => [...new Set(wordsOf(name))].filter((word) => !isStopWord(word, lang)))
      .filter((name) => name.length > 0 && name.every((word) => asked.has(stem(word))))
      .map(({ length }) => length);
    return met.length === 0 ? [] : [{ reason: { url, label }, length: Math.max(...met) }];
  });
  return named
    .sort((a, b) => b.length - a.length)
    .slice(0, mostReasons)
    .map(({ reason }) => reason);
}
