// How well a word fits what articles are called: their titles, keywords, those of their contact reasons, and ids.
import type { NamedArticle, NamedReason } from './lexicon.ts';
import { informationOf, saturate } from './rank.ts';
import type { Stem } from './stems.ts';
import { foldAccents, wordsOf } from './words.ts';

/** How much an article's name has of a word, by the article's number. */
export type NameMatches = ReadonlyMap<number, number>;

export interface NameIndex {
  /** What `word` counts for the articles that have it in their names. `unfinished`: it is still being typed. */
  readonly score: (word: string, unfinished: boolean) => NameMatches;
  /** The articles that are called exactly `words`, by title or id; accents aside. */
  readonly calledExactly: (words: readonly string[]) => ReadonlySet<number>;
}

/** How much the length of a title counts: a word is more of a short title than of a long one. */
const lengthShare = 0.7;
const keywordShare = 0.8;
const idShare = 0.5;
/** A reason has several articles: what it is called says less of each than the article's own keywords. */
const reasonShare = 0.4;
/** What a word counts where the name only has a longer or a shorter one: "vidéo" and "vidéosurveillance". */
const beginningShare = 0.7;
const shortestBeginning = 4;
const shortestUnfinished = 2;

function canonical(words: readonly string[]): string {
  return foldAccents(words.join(' '));
}

/** The id in an article's address, `fr/some-id.html`. */
function idOf(url: string): string {
  return url.replace(/^.*\/|\.html$/g, '');
}

/** The index of `articles`, whose numbers are their places in it, and of the `reasons` that lead to them. */
export function createNameIndex(
  articles: readonly NamedArticle[],
  stem: Stem,
  reasons: readonly NamedReason[] = [],
): NameIndex {
  const postings = new Map<string, Map<number, number>>();
  const exact = new Map<string, Set<number>>();
  const call = (name: string, article: number) => {
    const named = exact.get(name);
    if (named) named.add(article);
    else exact.set(name, new Set([article]));
  };
  const add = (word: string, article: number, share: number, once: boolean) => {
    const stemmed = stem(word);
    const articlesOf = postings.get(stemmed) ?? new Map<number, number>();
    postings.set(stemmed, articlesOf);
    const before = articlesOf.get(article) ?? 0;
    articlesOf.set(article, once ? Math.max(before, share) : before + share);
  };

  const titles = articles.map(({ title }) => wordsOf(title));
  const mean = titles.reduce((sum, words) => sum + words.length, 0) / Math.max(1, titles.length);
  for (const [article, { url, keywords }] of articles.entries()) {
    const id = idOf(url);
    const words = titles[article] ?? [];
    const share = 1 / (1 - lengthShare + (lengthShare * words.length) / mean);
    for (const word of words) add(word, article, share, false);
    for (const word of wordsOf(keywords.join(' '))) add(word, article, keywordShare, true);
    for (const word of wordsOf(id)) add(word, article, idShare, true);
    call(canonical(words), article);
    call(canonical(wordsOf(id)), article);
  }
  for (const { keywords, articles: own } of reasons) {
    for (const word of wordsOf(keywords.join(' ')))
      for (const article of own) add(word, article, reasonShare, true);
  }

  /** The articles with a word that begins as `word` does. */
  const matchBeginnings = (word: string, unfinished: boolean): Map<number, number> => {
    const stemmed = stem(word);
    const typed = foldAccents(word);
    const found = new Map<number, number>();
    for (const [other, articlesOf] of postings) {
      const related =
        Math.min(other.length, stemmed.length) >= shortestBeginning &&
        (other.startsWith(stemmed) || stemmed.startsWith(other));
      const begun = unfinished && typed.length >= shortestUnfinished && other.startsWith(typed);
      if (!related && !begun) continue;
      for (const [article, share] of articlesOf)
        found.set(article, Math.max(found.get(article) ?? 0, beginningShare * share));
    }
    return found;
  };

  return {
    score: (word, unfinished) => {
      const same = postings.get(stem(word)) ?? new Map<number, number>();
      const matches = matchBeginnings(word, unfinished);
      const information = informationOf(same.size > 0 ? same.size : matches.size, articles.length);
      for (const [article, share] of same) matches.set(article, share);
      for (const [article, share] of matches)
        matches.set(article, information * saturate(share, nameSaturation));
      return matches;
    },
    calledExactly: (words) => exact.get(canonical(words)) ?? new Set(),
  };
}

/** From this share on, more of the same word in a name adds little. */
const nameSaturation = 1.2;
