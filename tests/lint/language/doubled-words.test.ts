// Words that stand twice by accident, and those that may.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDoubledWords } from '../../../src/lint/language/doubled-words.ts';

const french = (text: string) => findDoubledWords(text, 'fr').map(({ start, end }) => text.slice(start, end));
const english = (text: string) =>
  findDoubledWords(text, 'en').map(({ start, end }) => text.slice(start, end));

describe('findDoubledWords', () => {
  it.each([
    ['le suivi de de la commande', ['de de']],
    ['Le le colis, à à Lyon', ['Le le', 'à à']],
    ['(été été) la\nla fin', ['été été', 'la\nla']],
    ['le le le', ['le le', 'le le']],
  ])('finds those of %j', (text, found) => expect(french(text)).toEqual(found));

  it.each([
    'nous nous engageons, vous vous trompez, faire faire, donnez-le le jour même',
    'non, non ; le 10 10 ; A A ; Bora Bora ; de demande ; l’une une ; code\uFFFC \uFFFCcode',
    'aujourd’hui hui ; sous-sol sol',
  ])('lets %j be', (text) => expect(french(text)).toEqual([]));

  it('knows English ones', () => {
    expect(english('Open the the order in a a box. She had had that that log in in.')).toEqual([
      'the the',
      'a a',
    ]);
  });

  it('finds what a search for two equal words finds, allowed ones left out', () => {
    const word = fc.constantFrom('le', 'Le', 'été', 'colis', 'nous', ',', '(', '-le', 'x');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        const expected = words.filter((one, index) => {
          const before = words[index - 1]?.toLowerCase();
          return before === one && ['le', 'été', 'colis'].includes(one);
        });
        expect(french(text).length).toBe(expected.length);
      }),
    );
  });
});
