// What words count, and the order of hits.
import { describe, expect, it } from 'vitest';
import type { NameIndex } from '../../site/scripts/search-engine/names.ts';
import type { QueryPlan } from '../../site/scripts/search-engine/plan-query.ts';
import {
  informationOf,
  maxHits,
  type RankedBase,
  rankArticles,
  saturate,
  scoreWord,
  type WordScores,
} from '../../site/scripts/search-engine/rank.ts';

const plan = (over: Partial<QueryPlan> = {}): QueryPlan => ({
  terms: [],
  words: [],
  questions: [],
  unfinished: undefined,
  unknown: [],
  corrected: [],
  ...over,
});

const noNames: NameIndex = { score: () => new Map(), calledExactly: () => new Set() };

const base = (articles: number, over: Partial<RankedBase> = {}): RankedBase => ({
  names: noNames,
  lengths: Array(articles).fill(100),
  titleLengths: Array(articles).fill(0),
  questions: Array(articles).fill([]),
  ...over,
});

const scores = (all: Record<string, Record<number, number>>, information = 1) => {
  const words = new Map<string, WordScores>(
    Object.entries(all).map(([word, of]) => [
      word,
      {
        information,
        scores: new Map(Object.entries(of).map(([article, score]) => [Number(article), score])),
      },
    ]),
  );
  return (word: string) => words.get(word);
};

const word = (text: string) => ({ choices: [[text]], weight: 1 });
const all = () => true;
const order = (ranked: readonly { article: number }[]) => ranked.map(({ article }) => article);

describe('informationOf', () => {
  it('tells more of rare words than of common ones, and nothing of unknown ones', () => {
    expect(informationOf(1, 100)).toBeGreaterThan(informationOf(50, 100));
    expect(informationOf(100, 100)).toBeGreaterThan(0);
    expect(informationOf(0, 100)).toBe(0);
  });
});

describe('saturate', () => {
  it('is 1 for one, and levels off', () => {
    expect(saturate(1, 2)).toBe(1);
    expect(saturate(1000, 2)).toBeLessThan(3);
  });
});

describe('scoreWord', () => {
  it('counts a word more in a short text than in a long one', () => {
    const { scores: found } = scoreWord(
      'colis',
      new Map([
        [0, [5]],
        [1, [5]],
      ]),
      base(3, { lengths: [50, 400, 100] }),
      false,
    );
    expect(found.get(0)).toBeGreaterThan(found.get(1) ?? 0);
  });

  it('leaves the title at the beginning of a text to the names, where it counts three times', () => {
    const names = { ...noNames, score: () => new Map([[0, 2]]) };
    const { scores: found } = scoreWord(
      'colis',
      new Map([[0, [0, 1]]]),
      base(2, { names, titleLengths: [2, 0] }),
      false,
    );
    expect(found.get(0)).toBe(6);
  });
});

describe('rankArticles', () => {
  it('adds up what each word counts', () => {
    const found = scores({ colis: { 0: 3, 1: 2 }, perdu: { 1: 2 } });
    const ranked = rankArticles(plan({ terms: [word('colis'), word('perdu')] }), found, base(2), all);
    expect(ranked).toEqual([
      { article: 1, named: false, score: 4 },
      { article: 0, named: false, score: 3 },
    ]);
  });

  it('takes the best of several spellings, not their sum', () => {
    const found = scores({ donnees: { 0: 2 }, donner: { 0: 1, 1: 3 } });
    const term = { choices: [['donnees'], ['donner']], weight: 0.8 };
    const [first, second] = rankArticles(plan({ terms: [term] }), found, base(2), all);
    expect(first).toMatchObject({ article: 1, score: expect.closeTo(2.4) });
    expect(second).toMatchObject({ article: 0, score: expect.closeTo(1.6) });
  });

  it('lets a synonym tell no more than the word for which it stands', () => {
    const rare = scores({ paquet: { 0: 8 } }, 4);
    const common = scores({ colis: { 1: 1 } }, 1);
    const term = { choices: [['paquet']], weight: 0.5, insteadOf: ['colis'] };
    const [first] = rankArticles(plan({ terms: [term] }), (one) => rare(one) ?? common(one), base(2), all);
    expect(first?.score).toBe(1);
  });

  it('prefers a title that asks the kind of question that was asked, among the articles that were found', () => {
    const found = scores({ cookie: { 0: 1, 1: 1 } });
    const questions = [['how'], ['what'], ['what']];
    const asked = plan({ terms: [word('cookie')], questions: ['what'] });
    expect(order(rankArticles(asked, found, base(3, { questions }), all))).toEqual([1, 0]);
  });

  it('puts the article first that is called what was typed', () => {
    const names = { ...noNames, calledExactly: () => new Set([1]) };
    const found = scores({ colis: { 0: 9, 1: 1 } });
    expect(order(rankArticles(plan({ terms: [word('colis')] }), found, base(2, { names }), all))).toEqual([
      1, 0,
    ]);
  });

  it('leaves out what a filter does not let pass, and what counts nothing', () => {
    const found = scores({ colis: { 0: 2, 1: 1, 2: 0 } });
    const ranked = rankArticles(plan({ terms: [word('colis')] }), found, base(3), (article) => article > 0);
    expect(order(ranked)).toEqual([1]);
  });

  it('orders equal scores by number and keeps the best only', () => {
    const many = Object.fromEntries(Array.from({ length: maxHits + 5 }, (_, article) => [article, 1]));
    const ranked = rankArticles(plan({ terms: [word('colis')] }), scores({ colis: many }), base(30), all);
    expect(order(ranked)).toEqual(Array.from({ length: maxHits }, (_, article) => article));
  });
});
