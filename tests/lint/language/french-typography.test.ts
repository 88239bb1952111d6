// The spaces and quotation marks of French, on bare text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotePairs, findSpaceIssues } from '../../../src/lint/language/french-typography.ts';

/** `text` with every issue mended; ~ shows U+00A0 and _ U+202F. */
const shown = (text: string) => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');

function mend(text: string): string {
  let [result, at] = ['', 0];
  for (const { start, end, space } of findSpaceIssues(text)) {
    result += text.slice(at, start) + space;
    at = end;
  }
  return result + text.slice(at);
}

describe('findSpaceIssues', () => {
  it.each([
    ['Note : ceci ; cela ! Quoi ?', 'Note~: ceci_; cela_! Quoi_?'],
    ['Note: ceci; cela! Quoi?', 'Note~: ceci_; cela_! Quoi_?'],
    ['« mot », «mot» et l’«avis»', '«~mot~», «~mot~» et l’«~avis~»'],
    ['Le « Suivi ? » et (quoi ?)', 'Le «~Suivi_?~» et (quoi_?)'],
    ['Quoi ?! Non?! Vraiment ???', 'Quoi_?! Non_?! Vraiment_???'],
    ['un code \uFFFC: le lire', 'un code \uFFFC~: le lire'],
    ['deux  espaces  :', 'deux  espaces~:'],
    ['50 %: oui', '50 %~: oui'],
    ['Et alors…? Rien.', 'Et alors…_? Rien.'],
  ])('mends %j', (text, mended) => expect(shown(mend(text))).toBe(mended));

  it.each([
    'Note\u00A0: ou\u202F: ceci\u202F; cela\u00A0! «\u202Fmot\u202F»',
    'à 12:30, ratio 16:9, C::D, a:b, ?page=1, !important',
    'clin d’œil ;-) :) :-( ;)',
    'Menu » Compte » Suivi',
    'mot\n: suite',
    ': en tête',
    'une citation «\nsur deux lignes\n»',
    'Tom &eacute; ok',
    '(?) [!]',
    'le mot «»',
  ])('leaves %j alone', (text) => expect(findSpaceIssues(text)).toEqual([]));

  it('mends all at once, and touches nothing but spaces', () => {
    const piece = fc.constantFrom(
      'mot',
      ':',
      ';',
      '!',
      '?',
      '«',
      '»',
      ' ',
      '  ',
      '\u00A0',
      '\u202F',
      '(',
      ')',
      '1',
      '\n',
      '.',
      '\uFFFC',
      '"',
      '&amp',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const once = mend(text);
        expect(mend(once)).toBe(once);
        expect(once.replace(/[ \t\u00A0\u202F]/g, '')).toBe(text.replace(/[ \t\u00A0\u202F]/g, ''));
      }),
    );
  });
});

describe('findQuotePairs', () => {
  const pairs = (text: string) => findQuotePairs(text).map(({ start, end }) => text.slice(start, end + 1));

  it.each([
    ['Cliquez sur "Suivi", puis ("Fermer").', ['"Suivi"', '"Fermer"']],
    ['l’"avis" et "5"', ['"avis"', '"5"']],
    ['un écran de 15" ou 17"', []],
    ['un "mot, sans fin', []],
    ['un "mot" et un "autre', []],
    ['lang="fr" et x="1"', []],
    ['""', []],
    ['" mot "', []],
  ])('finds those of %j', (text, found) => expect(pairs(text)).toEqual(found));

  it('never throws, and gives pairs apart and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ' ', 'mot', '1', ',', '=')), (pieces) => {
        let at = -1;
        for (const { start, end } of findQuotePairs(pieces.join(''))) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeGreaterThan(start + 1);
          at = end;
        }
      }),
    );
  });
});
