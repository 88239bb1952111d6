// Decisions of the search page that need no browser: what is left out, what stands in the address, what the index is told.
import { describe, expect, it } from 'vitest';
import { keywordMark, markKeywords } from '../../site/keyword-mark.ts';
import { chooseHits } from '../../site/scripts/choose-hits.ts';
import { filtersOf, formatWanted, readWanted } from '../../site/scripts/search-address.ts';
import type { SearchHit } from '../../site/scripts/search-engine/types.ts';

function hit(title: string, meta: Record<string, string> = {}): SearchHit {
  return { url: `fr/${title}.html`, title, excerptHtml: '', meta, filters: {}, score: 1 };
}

const hits = [hit('a'), hit('b', { expires: '2026-01-01' }), hit('c', { trust: 'archived' }), hit('d')];
const judge = ({ meta }: SearchHit) => (meta.expires === undefined ? 'current' : 'expired');

describe('chooseHits', () => {
  it('leaves out expired and archived articles, and counts them', () => {
    const { shown, hidden } = chooseHits(hits, false, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['a', 'd']);
    expect(hidden).toBe(2);
  });

  it('shows them in their place when they are wanted', () => {
    const { shown, hidden } = chooseHits(hits, true, judge);
    expect(shown.map(({ hit: { title } }) => title)).toEqual(['a', 'b', 'c', 'd']);
    expect(hidden).toBe(0);
  });
});

describe('the address of a search', () => {
  it('brings back what was wanted', () => {
    const wanted = {
      query: 'livrée & « perdue »',
      types: new Set(['faq', 'macro']),
      reason: 'Colis en retard',
      obsolete: true,
    };
    expect(readWanted(formatWanted(wanted))).toEqual(wanted);
    expect(filtersOf(wanted)).toEqual({ type: ['faq', 'macro'], reason: ['Colis en retard'] });
  });

  it('is empty for an empty search', () => {
    expect(formatWanted(readWanted(''))).toBe('');
  });
});

describe('markKeywords', () => {
  it('puts the invisible mark before every word and changes nothing else', () => {
    const marked = markKeywords(['rendre l’argent', 'avoir']);
    expect(marked.replaceAll(keywordMark, '')).toBe('rendre l’argent, avoir');
    expect(marked.split(keywordMark)).toHaveLength(4);
  });
});
