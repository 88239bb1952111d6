// Words as a word processor counts them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, eachWord, hasWord } from '../../../src/lint/language/words.ts';

function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

describe('eachWord', () => {
  it.each([
    ['L’article, porte-t-il le n° 12.50\u202F?', ['L’article', 'porte-t-il', 'le', 'n', '12.50']],
    ['et/ou «\u00A0mot\u00A0» — 1\u202F000 e\u0301te\u0301', ['et/ou', 'mot', '1', '000', 'e\u0301te\u0301']],
    ['\uFFFC et \uFFFC\uFFFC', ['et']],
    ["-t'-", ['t']],
    ['Ωmega Łódź', ['Ωmega', 'Łódź']],
    ['', []],
  ])('finds those of %j', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('finds as many in a text as in its halves between two spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expect(countWords(`${left}  ${right}`)).toBe(countWords(left) + countWords(right));
        expect(hasWord(left, 0, left.length)).toBe(countWords(left) > 0);
      }),
    );
  });
});
