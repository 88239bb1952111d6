// Syllables by letters: what a speaker counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEnglishSyllables, countFrenchSyllables } from '../../../src/lint/language/syllables.ts';

const french: readonly (readonly [number, string])[] = [
  [1, 'le de que vie joue quatre porte jours mois suite huit oui pied lien eau août yeux œil SMS 12 prêt'],
  [1, 'livre livres lieu bien rue qu’on'],
  [2, 'client agent colis créé réel maison l’avis l’article oublie trier poète maïs Noël payer duel louer'],
  [2, 'lueur pitié action moitié aller bouteille commande demandes étaient moyen nuage chaos livrée livrées'],
  [3, 'mouvement maintenant aujourd’hui retourner livraison vérifier ouvrier envoyer acheter appuyer aérer'],
  [3, 'obéir article-là client-roi porte-monnaie'],
  [4, 'remboursement situation réclamation annulation coefficient coïncider fidélité'],
  [5, 'immédiatement'],
];

const english: readonly (readonly [number, string])[] = [
  [1, 'the be use sent shipped closed case page parts stores our day quote guess SMS 12 through'],
  [2, 'parcel refund order order’s table tables handled started pages boxes agent being going create client'],
  [3, 'carrier supplier video idea area delivered manual actual customer replacement'],
  [4, 'delivery information operation immediate experience'],
  [5, 'immediately communication electricity'],
];

const cases = (table: readonly (readonly [number, string])[]) =>
  table.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const));

describe('countFrenchSyllables', () => {
  it.each(cases(french))('gives %s %i', (word, count) => expect(countFrenchSyllables(word)).toBe(count));
});

describe('countEnglishSyllables', () => {
  it.each(cases(english))('gives %s %i', (word, count) => expect(countEnglishSyllables(word)).toBe(count));
});

describe('both', () => {
  it('give any text between one syllable and one per letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const count of [countFrenchSyllables(text), countEnglishSyllables(text)]) {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(Math.max(1, text.normalize('NFC').length * 2));
        }
      }),
    );
  });

  it('are quick with a key of 100,000 letters', () => {
    expect(countFrenchSyllables('e'.repeat(100_000))).toBe(1);
    expect(countEnglishSyllables('be'.repeat(50_000))).toBe(50_000);
  });
});
