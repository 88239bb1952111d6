// What a word counts for an article, and how the counts become one order. See docs/search.md.
import type { NameIndex } from './names.ts';
import type { QueryPlan, QueryTerm } from './plan-query.ts';

/** No more hits than this are read and shown: further down nobody looks. */
export const maxHits = 20;

/** What a word in an article's name counts, beside 1 in its text. */
const nameWeight = 3;
/** What it counts that an article's title asks the kind of question that was asked. */
const questionWeight = 3;
/** From this often on, more of the same word in a text adds little. */
const textSaturation = 2;
/** How much the length of a text counts: 0 ignores it, 1 strongly favours short ones. */
const lengthShare = 0.4;
/** A word is not counted more often than this in one text. */
const maxCount = 20;

/** How much it tells that an article is one of the `holding` among `all`: much for a rare word, little for a common one (BM25's idf). */
export function informationOf(holding: number, all: number): number {
  return holding === 0 ? 0 : Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/** `count`, levelled off: 1 for 1, never more than `saturation` + 1. */
export function saturate(count: number, saturation: number): number {
  return (count * (saturation + 1)) / (count + saturation);
}

/** The texts in which a word was found: article's number → places of the word in its text, ascending. */
export type TextMatches = ReadonlyMap<number, readonly number[]>;

export interface RankedArticle {
  readonly article: number;
  /** Whether it is called exactly what was typed. */
  readonly named: boolean;
  readonly score: number;
}

/** The order of a list of hits: those that are called what was typed, then the others by their scores; equals by number. */
export function compareRanked(a: RankedArticle, b: RankedArticle): number {
  return Number(b.named) - Number(a.named) || b.score - a.score || a.article - b.article;
}

/** What the articles' texts and names are like, apart from any query. */
export interface RankedBase {
  readonly names: NameIndex;
  /** Words in the text of each article. */
  readonly lengths: readonly number[];
  /** Words at the beginning of each text that repeat its title, and count as a name. */
  readonly titleLengths: readonly number[];
  /** Kinds of question that each title asks. */
  readonly questions: readonly (readonly string[])[];
}

export interface WordScores {
  /** Article's number → what the word counts for it. */
  readonly scores: ReadonlyMap<number, number>;
  /** How much the word tells, at most. */
  readonly information: number;
}

/** What `word` counts for every article that has it in its text, where `matches` are its places, or in its name. */
export function scoreWord(
  word: string,
  matches: TextMatches,
  { names, lengths, titleLengths }: RankedBase,
  unfinished: boolean,
): WordScores {
  const information = informationOf(matches.size, lengths.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scores = new Map<number, number>();
  for (const [article, places] of matches) {
    const titleLength = titleLengths[article] ?? 0;
    const count = Math.min(maxCount, places.filter((place) => place >= titleLength).length);
    const relativeLength = (lengths[article] ?? mean) / mean;
    const share = count / (1 - lengthShare + lengthShare * relativeLength);
    if (count > 0) scores.set(article, information * saturate(share, textSaturation));
  }
  for (const [article, score] of names.score(word, unfinished))
    scores.set(article, (scores.get(article) ?? 0) + nameWeight * score);
  return { scores, information };
}

/** What each word that is looked for counts. */
export type ScoresOf = (word: string) => WordScores | undefined;

const nothing: WordScores = { scores: new Map(), information: 0 };

/** The sum of what several words count, no more telling than `most`. */
function scoreChoice(words: readonly string[], scoresOf: ScoresOf, most: number) {
  const sum = new Map<number, number>();
  for (const word of words) {
    const { scores, information } = scoresOf(word) ?? nothing;
    const share = information > most ? most / information : 1;
    for (const [article, score] of scores) sum.set(article, (sum.get(article) ?? 0) + share * score);
  }
  return sum;
}

/** What a term of the query counts: for each article, the best of its choices. */
function scoreTerm({ choices, weight, insteadOf }: QueryTerm, scoresOf: ScoresOf) {
  const informations = (insteadOf ?? []).map((word) => scoresOf(word)?.information ?? 0);
  const most = informations.length > 0 ? Math.max(...informations) : Number.POSITIVE_INFINITY;
  const best = new Map<number, number>();
  for (const words of choices) {
    for (const [article, score] of scoreChoice(words, scoresOf, most))
      best.set(article, Math.max(best.get(article) ?? 0, weight * score));
  }
  return best;
}

/**
 * The articles that answer `plan`, best first, at most `maxHits`.
 * @param passes whether an article may be among them
 */
export function rankArticles(
  plan: QueryPlan,
  scoresOf: ScoresOf,
  { names, questions, lengths }: RankedBase,
  passes: (article: number) => boolean,
): RankedArticle[] {
  const sums = new Map<number, number>();
  for (const term of plan.terms) {
    for (const [article, score] of scoreTerm(term, scoresOf))
      if (passes(article)) sums.set(article, (sums.get(article) ?? 0) + score);
  }
  for (const kind of plan.questions) {
    const asking = questions.filter((kinds) => kinds.includes(kind)).length;
    const bonus = questionWeight * informationOf(asking, lengths.length);
    for (const [article, score] of sums)
      if (questions[article]?.includes(kind)) sums.set(article, score + bonus);
  }
  const named = names.calledExactly(plan.words);
  return [...sums]
    .filter(([, score]) => score > 0)
    .map(([article, score]) => ({ article, named: named.has(article), score }))
    .sort(compareRanked)
    .slice(0, maxHits);
}
