// From a query to what is looked for: spelling, synonyms, kinds of question.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../site/scripts/search-engine/names.ts';
import { planQuery } from '../../site/scripts/search-engine/plan-query.ts';
import { questionKinds } from '../../site/scripts/search-engine/question-kinds.ts';
import { spellingDistance } from '../../site/scripts/search-engine/spelling.ts';
import { createStemmer } from '../../site/scripts/search-engine/stems.ts';
import { readSynonyms } from '../../site/scripts/search-engine/synonyms.ts';
import { createVocabulary } from '../../site/scripts/search-engine/vocabulary.ts';

const words =
  'colis remboursement rembourser livrée retard données personnelles perdu compte mot de passe livraison le dans vidéosurveillance délégué protection';
const stem = createStemmer('fr');
const world = {
  lang: 'fr',
  stem,
  vocabulary: createVocabulary([words.split(' ')], stem),
  synonyms: readSynonyms(
    [
      ['colis', 'paquet'],
      ['mot de passe', 'mdp'],
      ['le', 'livraison'],
      ['dpo', 'délégué à la protection des données'],
    ],
    'fr',
    stem,
  ),
};
const planned = (query: string) => planQuery(query, world);
const own = (query: string) =>
  planned(query)
    .terms.filter(({ insteadOf }) => insteadOf === undefined)
    .map(({ choices }) => choices[0]?.join(' '));

describe('planQuery', () => {
  it.each([
    ['remboursements', 'remboursements'],
    ['Livree', 'livrée'],
    ['REMBOURSEMENT', 'remboursement'],
    ['vidéo', 'vidéo'],
    ['donées', 'donées'],
  ])('knows %s by its stem, its beginning or without its accents', (query, looked) => {
    expect(own(query)).toEqual([looked]);
    expect(planned(query)).toMatchObject({ unknown: [], corrected: [] });
  });

  it.each([
    ['rembourcement', 'remboursement'],
    ['colsi', 'colis'],
    ['livr2e', 'livrée'],
    ['personelles', 'personnelles'],
    ['colisperdu', 'colis perdu'],
    ['motdepasse', 'mot de passe'],
    ['retrd', 'retard'],
  ])('looks for %s as %s', (query, used) => {
    expect(planned(query).corrected).toEqual([{ typed: query, used }]);
    expect(planned(query).suggestion).toBe(used);
    expect(own(query)).toEqual([used]);
  });

  it.each(['zzyzx', 'abc', '123456789', 'qwertyuiop'])('drops %s, to which nothing is near', (query) => {
    expect(planned(query)).toMatchObject({ terms: [], unknown: [query], corrected: [] });
  });

  it('says nothing more by a misspelled small word than by the word itself', () => {
    expect(own('dnas colis')).toEqual(['colis']);
  });

  it('takes no small word for an abbreviation', () => {
    expect(own('le colis')).toEqual(['colis']);
  });

  it('looks for synonyms beside the word, in both directions, phrases too', () => {
    expect(planned('perdu mon mot de passe').terms).not.toContainEqual(
      expect.objectContaining({ insteadOf: expect.anything() }),
    );
    expect(planned('mdp perdu').terms).toContainEqual({ choices: [['mot', 'passe']], weight: 0.8 });
    expect(planned('le DPO').corrected).toEqual([{ typed: 'DPO', used: 'délégué protection données' }]);
  });

  it('suggests the query with whole words replaced, where they stand', () => {
    expect(planned('Retard-retrd, RETRD !').suggestion).toBe('Retard-retard, RETRD !');
    expect(planned('colsis colsi').suggestion).toBe('colis colis');
  });

  it('knows which word is still being typed', () => {
    expect(planned('colis rembou').unfinished).toBe('rembou');
    expect(planned('colis perdu ').unfinished).toBeUndefined();
    expect(planned('colis perdu ?').unfinished).toBeUndefined();
  });

  it('corrects a word that is still being typed', () => {
    expect(planned('remborse').corrected).toEqual([{ typed: 'remborse', used: 'rembourser' }]);
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (query) => {
        const { unknown, words: typed } = planned(query);
        expect(unknown.length).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
});

describe('spellingDistance', () => {
  it('is 0 for equal words only, and the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeilmnorst'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = spellingDistance(a, b, 100);
        expect(distance === 0).toBe(a === b);
        expect(spellingDistance(b, a, 100)).toBeCloseTo(distance);
      }),
    );
  });

  it.each([
    ['colsi', 'colis', 0.8],
    ['colis', 'coliss', 0.6],
    ['livr2e', 'livree', 0.3],
    ['retrd', 'retard', 1],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(spellingDistance(a, b, 2)).toBeCloseTo(distance);
  });

  it('gives up above the limit', () => {
    expect(spellingDistance('colis', 'remboursement', 2)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('questionKinds', () => {
  it.each([
    ['Un cookie, c’est quoi ?', 'fr', ['what']],
    ["Qu'est-ce qu'un moteur de recherche ?", 'fr', ['what']],
    ['Combien de temps mes données sont-elles gardées ?', 'fr', ['when']],
    ['Puis-je annuler ma commande ?', 'fr', ['may']],
    ['où est mon colis', 'fr', ['where']],
    ['colis perdu ou volé', 'fr', []],
    ['How long does a refund take?', 'en', ['when']],
    ['Can I cancel my order?', 'en', ['may']],
    ['Wo ist mein Paket?', 'de', []],
  ])('of "%s" (%s) are %j', (text, lang, kinds) => {
    expect(questionKinds(text, lang)).toEqual(kinds);
  });
});

describe('the index of names', () => {
  const article = (title: string, keywords: readonly string[] = []) => ({
    url: `fr/${title.toLowerCase().replaceAll(' ', '-')}.html`,
    title,
    keywords,
    length: 100,
  });
  const names = createNameIndex(
    [
      article('Colis perdu'),
      article('Vidéosurveillance au travail'),
      article('Geste commercial', ['ristourne']),
    ],
    stem,
  );

  it('finds titles, keywords and longer words, each for less than the one before', () => {
    const title = names.score('perdu', false).get(0) ?? 0;
    const keyword = names.score('ristourne', false).get(2) ?? 0;
    expect(title).toBeGreaterThan(keyword);
    expect(names.score('vidéo', false).has(1)).toBe(true);
    expect(names.score('travailler', false).has(1)).toBe(true);
  });

  it('finds the beginning of a word only while it is being typed', () => {
    expect(names.score('co', true).size).toBe(2);
    expect(names.score('co', false).size).toBe(0);
  });

  it('knows what an article is called, accents aside', () => {
    expect([...names.calledExactly(['videosurveillance', 'au', 'travail'])]).toEqual([1]);
    expect(names.calledExactly(['colis']).size).toBe(0);
  });
});
