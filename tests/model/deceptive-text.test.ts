// Invisible characters and mixed scripts: what deceives a reader is found, what belongs to a script or an emoji is left alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInvisibleCharacters } from '../../src/model/deceptive-text/invisible-characters.ts';
import { findMixedWords } from '../../src/model/deceptive-text/mixed-scripts.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

const kindsIn = (text: string) => findInvisibleCharacters(text).map(({ kind }) => kind);

describe('invisible characters', () => {
  it.each([
    ['mot\u200Bde', 'zero-width-space'],
    ['mot\u2060de', 'word-joiner'],
    ['rembour\u00ADsement', 'soft-hyphen'],
    ['mot\uFEFFde', 'byte-order-mark'],
    ['mot\u200Dde', 'joiner'],
    ['mot\u200Cde', 'non-joiner'],
    ['mot\u200Ede', 'direction'],
    ['solde \u202E00,01\u202C', 'direction'],
    ['\u2066remis\u2069', 'direction'],
    ['a\u{E0061}\u{E0062}', 'tag'],
    ['mot\uFE0F', 'variation'],
    ['1\uFE0F', 'variation'],
    ['a\u{E0101}', 'variation'],
    ['a\u2028b', 'line-separator'],
    ['a\u0000b', 'control'],
    ['a\u0085b', 'control'],
    ['a\u3164b', 'other'],
    ['a\u034Fb', 'other'],
  ])('in %j are of the kind %s', (text, kind) => {
    expect(new Set(kindsIn(text))).toEqual(new Set([kind]));
  });

  it.each([
    ['emoji', '👩‍👩‍👧 👩🏽‍❤️‍💋‍👨🏻 🏴‍☠️ 👁️‍🗨️ 1️⃣ #️⃣ ✔︎ ©️ ↔️ 🇫🇷 🤷🏾‍♀️'],
    ['a flag of tags', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Persian and Hindi', 'می\u200Cخواهم क्\u200Dष'],
    ['Thai', 'สวัสดี\u200Bครับ'],
    ['marks of direction beside Arabic', 'مرحبا\u200F (12)'],
    ['a byte order mark where a file begins', '\uFEFF---\nid: a'],
    ['spaces that are seen, and lines', '14\u00A0jours\u202F: \u2009\u3000\tfin\r\n'],
  ])('are left alone in %s', (_, text) => {
    expect(findInvisibleCharacters(text)).toEqual([]);
  });

  it('are counted in runs of one kind, each named by its first', () => {
    expect(findInvisibleCharacters('a\u200B\u200B\u202E\u202Cb')).toMatchObject([
      { start: 1, end: 3, codePoint: 0x200b, count: 2 },
      { start: 3, end: 5, codePoint: 0x202e, count: 2 },
    ]);
  });

  it.each([
    ['inside of a word', 'rem\u00ADbour\u200Bsement', true],
    ['where a word ends', 'part\u200B demain', true],
    ['where a line begins', 'a\n\u200B\u200Bdemain', true],
    ['before what would be a heading', '\u200B# a', false],
    ['where emphasis would begin', 'a\u200B*b*', false],
    ['in an address', 'https://a.example/b\u200Bc', false],
    ['beside one that may mean something', 'a\u200B\u202Eb', false],
    ['after a number that would be a list’s', '1.\u200B a', false],
  ])('are removable or not %s', (_, text, removable) => {
    const found = findInvisibleCharacters(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((run) => run.removable === removable)).toBe(true);
  });

  it('take away nothing that is seen', () => {
    const unit = fc.constantFrom(
      'a',
      'é',
      '1',
      ' ',
      '\n',
      '*',
      '👩',
      '\u200D',
      '\u200B',
      '\u00AD',
      '\uFE0F',
      '\u202E',
      '\u{E0041}',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const left = findInvisibleCharacters(text)
          .filter(({ removable }) => removable)
          .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
        const seen = (all: string) => all.replace(/[\u200B\u00AD]/g, '');
        expect(seen(left)).toBe(seen(text));
        expect(findInvisibleCharacters(left).filter(({ removable }) => removable)).toEqual([]);
      }),
    );
  });
});

describe('mixed scripts', () => {
  it.each([
    ['m\u0430il', '\u0430', 'Cyrillic', 'Latin'],
    ['\u0421ompte', '\u0421', 'Cyrillic', 'Latin'],
    ['ser\u03BFd', '\u03BF', 'Greek', 'Latin'],
    ['Зд\u0070авствуйте', 'p', 'Latin', 'Cyrillic'],
    ['Καλη\u0070έρα', 'p', 'Latin', 'Greek'],
    ['me\u0301m\u043E', '\u043E', 'Cyrillic', 'Latin'],
  ])('are found in %s', (text, letter, script, expected) => {
    expect(findMixedWords(`Le ${text}.`)).toMatchObject([{ letter, script, expected, word: text }]);
  });

  it.each([
    '50 μg, 3 µm, 10 kΩ, Δt, λmax, β-test',
    'Привет, мир',
    'Καλημέρα',
    'IT-отдел',
    'naïve Œuvre Straße',
  ])('are not found in %s', (text) => {
    expect(findMixedWords(text)).toEqual([]);
  });
});

describe('both', () => {
  it.each([
    '\u200B',
    '\u200E',
    'a\u200E',
    'a\u200B',
    '\u{E0041}',
    'م\u200E',
    'a\u0430',
    'a\u0430 ',
    '\u0430',
    '👩\u200D',
  ])('get to the end of a long text of %j', (piece) => {
    const text = piece.repeat(200_000);
    expect(findInvisibleCharacters(text)).toBeInstanceOf(Array);
    expect(findMixedWords(text)).toBeInstanceOf(Array);
  });

  const corpus = findCorpus('naughty-strings');
  it.skipIf(!corpus)('take the naughty strings', () => {
    for (const text of readCorpusJson<string[]>(corpus ?? '', 'blns.json')) {
      expect(findInvisibleCharacters(text)).toBeInstanceOf(Array);
      expect(findMixedWords(text)).toEqual([]);
    }
  });
});
