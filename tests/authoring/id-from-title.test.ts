// The id that a title gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromTitle, titleIdLength } from '../../src/authoring/id-from-title.ts';

describe('idFromTitle', () => {
  it.each([
    ['Colis en retard', 'colis-en-retard'],
    ['Livraison à l’étranger et outre-mer', 'livraison-a-l-etranger-et-outre-mer'],
    ['Où est mon colis\u202F?', 'ou-est-mon-colis'],
    ['  « Cœur » & œuvre : ÇA, c’est 100 % noté !  ', 'coeur-oeuvre-ca-c-est-100-note'],
    ['e\u0301te\u0301', 'ete'],
    ['Straße, Łódź, İzmir', 'strasse-lodz-izmir'],
  ])('folds accents and drops punctuation in %j', (title, id) => {
    expect(idFromTitle(title, 'fr')).toBe(id);
  });

  it('parts words at an apostrophe in French and joins them in English', () => {
    expect(idFromTitle("L'ami d’Ève", 'fr')).toBe('l-ami-d-eve');
    expect(idFromTitle('The customer’s order can’t wait', 'en-GB')).toBe('the-customers-order-cant-wait');
  });

  it('cuts a long title at the end of a word', () => {
    const id = idFromTitle(
      'Que faire quand le transporteur ne répond plus au téléphone depuis trois jours',
      'fr',
    );
    expect(id).toBe('que-faire-quand-le-transporteur-ne-repond-plus-au-telephone');
  });

  it('keeps a word that ends exactly at the limit, and cuts a single endless one', () => {
    const exact = `${'a'.repeat(29)} ${'b'.repeat(30)}`;
    expect(idFromTitle(`${exact} c`, 'fr')).toBe(exact.replace(' ', '-'));
    expect(idFromTitle('a'.repeat(90), 'fr')).toBe('a'.repeat(titleIdLength));
  });

  it('is empty where nothing has a Latin form', () => {
    expect(idFromTitle('返品の手順', 'fr')).toBe('');
    expect(idFromTitle('?!', 'fr')).toBe('');
  });

  it('gives a well-formed id of at most 60 characters, or none, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('fr', 'en'), (title, lang) => {
        const id = idFromTitle(title, lang);
        expect(id).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(id.length).toBeLessThanOrEqual(titleIdLength);
      }),
    );
  });
});
