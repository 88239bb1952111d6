// The order of search hits.
import { describe, expect, it } from 'vitest';
import { maxHits, putNamedFirst, rankPages } from '../../site/scripts/search-engine/rank.ts';

const page = (id: string, score: number, words: number[] = []) => ({ id, score, words });
const ids = (ranked: ReturnType<typeof rankPages>) => ranked.map((hit) => hit.page.id);

describe('rankPages', () => {
  it('adds up what each word found', () => {
    const ranked = rankPages([], [[page('a', 3), page('b', 2)], [page('b', 2)]]);
    expect(ids(ranked)).toEqual(['b', 'a']);
    expect(ranked[0]?.score).toBe(4);
  });

  it('prefers the page that has all words together', () => {
    expect(ids(rankPages([page('b', 1)], [[page('a', 2), page('b', 1.5)]]))).toEqual(['b', 'a']);
  });

  it('leaves out pages that matched in silenced fields alone', () => {
    expect(rankPages([page('a', 0)], [[page('a', 0)]])).toEqual([]);
  });

  it('gathers the places of all matches in order, each once', () => {
    const [hit] = rankPages([page('a', 1, [4, 9])], [[page('a', 1, [9])], [page('a', 1, [2, 4])]]);
    expect(hit?.words).toEqual([2, 4, 9]);
  });

  it('orders equal scores by id, so that the same index always answers the same', () => {
    expect(ids(rankPages([page('b', 1), page('c', 1), page('a', 1)], []))).toEqual(['a', 'b', 'c']);
  });

  it('keeps the best only', () => {
    const many = Array.from({ length: maxHits + 5 }, (_, index) => page(`p${index}`, index + 1));
    const ranked = rankPages(many, []);
    expect(ranked).toHaveLength(maxHits);
    expect(ranked[0]?.page.id).toBe(`p${maxHits + 4}`);
  });
});

describe('putNamedFirst', () => {
  const hits = [
    { title: 'Suivre un colis', meta: { id: 'suivre-colis' } },
    { title: 'Rembourser l’achat abîmé', meta: { id: 'achat-abime' } },
  ];
  const first = (query: string) => putNamedFirst(hits, query, 'fr')[0]?.title;

  it('puts the article first whose title was typed, accents and apostrophes aside', () => {
    expect(first("rembourser l'achat abime")).toBe('Rembourser l’achat abîmé');
  });

  it('puts the article first whose id was typed', () => {
    expect(first('achat-abime')).toBe('Rembourser l’achat abîmé');
  });

  it('keeps the order otherwise', () => {
    expect(first('rembourser')).toBe('Suivre un colis');
  });
});
