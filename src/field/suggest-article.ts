// Which article a search that found nothing may have meant: so that a writer adds the words to its keywords, or writes the one that is missing.
import { suggestName } from '../config/schema-issue.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { Article } from '../model/article.ts';

/** Words shorter than this say little of what somebody looks for. */
const shortestWord = 4;
/** More than this part of a query's words have to be an article's for it to be meant. */
const leastShare = 0.5;
/** Letters of a beginning that two forms of one word share. */
const shortestStem = 5;

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortestWord);
}

/** What an article is called by, and how much each counts. */
function namesOf({ title, summary = '', keywords, id }: Article): { text: string; share: number }[] {
  return [
    { text: `${title} ${id}`, share: 1 },
    { text: keywords.join(' '), share: 0.8 },
    { text: summary, share: 0.3 },
  ];
}

/** The article that shares most of its words, spelling aside; undefined where none shares half. */
export type SuggestArticle = (query: string) => ArticleDocument | undefined;

/** A function that suggests among `documents`: by title, summary, keywords and id, words of few articles before words of many. */
export function createSuggestions(documents: readonly ArticleDocument[]): SuggestArticle {
  const holders = new Map<string, Map<number, number>>();
  for (const [index, { article }] of documents.entries()) {
    for (const { text, share } of namesOf(article)) {
      for (const word of wordsOf(text)) {
        const held = holders.get(word) ?? new Map<number, number>();
        holders.set(word, held.set(index, Math.max(share, held.get(index) ?? 0)));
      }
    }
  }
  const vocabulary = [...holders.keys()];

  /** The articles that have the word, in another form or another spelling too. */
  const holdersOf = (word: string): ReadonlyMap<number, number> => {
    const exact = holders.get(word);
    if (exact) return exact;
    const stem = word.slice(0, Math.max(shortestStem, word.length - 2));
    const related = vocabulary.filter((known) => word.length >= shortestStem && known.startsWith(stem));
    if (related.length > 0) return new Map(related.flatMap((known) => [...(holders.get(known) ?? [])]));
    const near = suggestName(word, vocabulary);
    return (near !== undefined && holders.get(near)) || new Map();
  };

  return (query) => {
    const words = [...new Set(wordsOf(query))];
    if (words.length === 0) return undefined;
    const found = new Map<number, { words: number; weight: number }>();
    for (const word of words) {
      const held = holdersOf(word);
      for (const [index, share] of held) {
        const before = found.get(index) ?? { words: 0, weight: 0 };
        const weight = before.weight + share / Math.log2(1 + held.size);
        found.set(index, { words: before.words + 1, weight });
      }
    }
    const [best] = [...found].sort(
      ([a, one], [b, other]) => other.words - one.words || other.weight - one.weight || a - b,
    );
    return best && best[1].words > words.length * leastShare ? documents[best[0]] : undefined;
  };
}
