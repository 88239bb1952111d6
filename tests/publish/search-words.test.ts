// The words that a query is searched for.
import { describe, expect, it } from 'vitest';
import { maxQueryLength, queryWords } from '../../site/scripts/search-engine/words.ts';

const telling = (query: string, lang = 'fr') => queryWords(query, lang).telling;

describe('queryWords', () => {
  it('drops what an apostrophe elides, straight or typographic', () => {
    expect(telling("l’article d'un client qu’il a lu jusqu’à l‘envoi")).toEqual([
      'article',
      'client',
      'lu',
      'envoi',
    ]);
  });

  it('keeps words that merely hold an apostrophe', () => {
    expect(telling('aujourd’hui')).toEqual(["aujourd'hui"]);
  });

  it('drops French stop words in French and English ones in English', () => {
    expect(telling('le colis est en retard')).toEqual(['colis', 'retard']);
    expect(telling('the parcel is late', 'en')).toEqual(['parcel', 'late']);
    expect(telling('the parcel', 'fr')).toEqual(['the', 'parcel']);
    expect(telling('le colis', 'fr-CA')).toEqual(['colis']);
  });

  it('keeps stop words when nothing else remains', () => {
    expect(telling('à la')).toEqual(['à', 'la']);
  });

  it('takes words apart at hyphens and punctuation, and names each once', () => {
    expect(telling('rendez-vous : colis, COLIS ?')).toEqual(['rendez', 'colis']);
  });

  it('finds no word in punctuation alone', () => {
    expect(telling('" \' < > — …')).toEqual([]);
    expect(telling('')).toEqual([]);
  });

  it('reads no further than the longest query that is allowed', () => {
    expect(telling(`${'x'.repeat(maxQueryLength)} colis`)).toEqual(['x'.repeat(maxQueryLength)]);
  });
});
