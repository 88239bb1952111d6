// Which searches may be counted: words, and nothing that may be about somebody.
import { describe, expect, it } from 'vitest';
import { countedQuery } from '../../site/scripts/usage/watch-search.ts';

describe('a counted query', () => {
  it.each([
    ['  Où est  mon COLIS ? ', 'où est mon colis ?'],
    ['TVA 20 %', 'tva 20 %'],
    ['garantie 2 ans', 'garantie 2 ans'],
  ])('of %j is %j', (query, counted) => {
    expect(countedQuery(query)).toBe(counted);
  });

  it.each([
    'ab',
    'commande 204815',
    'M 20 48 15',
    'lea.martin@courriel.fr',
    '06 12 34 56 78',
    'x'.repeat(101),
    'mot de passe : Soleil2026!',
  ])('is none for %j', (query) => {
    expect(countedQuery(query)).toBeUndefined();
  });
});
