// Sentences end where a reader breathes, and nowhere else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProseLanguage } from '../../../src/lint/language/languages.ts';
import { splitSentences } from '../../../src/lint/language/sentences.ts';

const split = (text: string, language: ProseLanguage = 'fr') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['Le colis est là. Le client rappelle.', ['Le colis est là.', 'Le client rappelle.']],
    ['Où est-il\u202F? Au relais\u202F! Bien…', ['Où est-il\u202F?', 'Au relais\u202F!', 'Bien…']],
    ['Il dit «\u00A0J’attends.\u00A0» Rappelez-le.', ['Il dit «\u00A0J’attends.\u00A0»', 'Rappelez-le.']],
    ['Fermez (voir plus bas.) Notez.', ['Fermez (voir plus bas.)', 'Notez.']],
    ['Choisissez l’option B. Validez.', ['Choisissez l’option B.', 'Validez.']],
    ['Ouvrez à 10 h. \uFFFC indique le retard.', ['Ouvrez à 10 h.', '\uFFFC indique le retard.']],
    ['Bonjour,\u2029Votre colis est là.', ['Bonjour,', 'Votre colis est là.']],
    ['Un délai de\nquatre jours. Puis\nrien.', ['Un délai de\nquatre jours.', 'Puis\nrien.']],
    ['Sans point', ['Sans point']],
    ['… !', []],
    ['', []],
  ])('cuts %j', (text, sentences) => expect(split(text)).toEqual(sentences));

  it.each([
    'Écrivez à M. Martin et à Mme J. Dupont, art. 4 et al. 2, p. ex. le n. 12, cf. Annexe, etc. si besoin.',
    'Le port coûte 12.50 euros sur www.mirandelle.example, version 1.2.',
    '«\u00A0Où est-il\u202F?\u00A0» demande le client.',
    '1. Ouvrez le dossier.',
    'J.-P. Durand répond en sept. 2026.',
    'Attention\u202F!!! et non ?! ou …',
  ])('keeps %j whole', (text) => expect(split(text)).toEqual([text]));

  it.each([
    'Ask Mr. Smith or Dr. J. Brown, e.g. by e-mail (i.e. not by phone), vs. the 2.5 kg limit, no. 4.',
    'What about it? he said.',
  ])('keeps the English %j whole', (text) => expect(split(text, 'en')).toEqual([text]));

  it('gives sentences in order, apart, without spaces around, that hold every word', () => {
    const piece = fc.constantFrom(
      'M',
      'mot',
      'Mot',
      '.',
      '…',
      '?',
      '!',
      ' ',
      '\n',
      '\u2029',
      '»',
      '\u00A0',
      '1',
      '\uFFFC',
      '(',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          let at = 0;
          for (const { start, end } of splitSentences(text, 'fr')) {
            expect(text.slice(at, start)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            at = end;
          }
          expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
        },
      ),
    );
  });

  it('never throws, and is quick with 100,000 marks', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void splitSentences(text, 'en')));
    for (const text of ['.', 'A. ', '.)', '. «', '? ', '"'])
      splitSentences(text.repeat(100_000 / text.length), 'fr');
  });
});
