// The site's words: complete in both languages, with the typography of each.
import { describe, expect, it } from 'vitest';
import { en } from '../../site/locales/en.ts';
import { fieldWordsFor } from '../../site/locales/field-words.ts';
import { formatDate, formatNumber, languageName } from '../../site/locales/format.ts';
import { fr } from '../../site/locales/fr.ts';
import { guideWordsFor } from '../../site/locales/guide-words.ts';
import { messagesFor } from '../../site/locales/messages-for.ts';
import { pageWordsFor } from '../../site/locales/page-words.ts';
import { readingWordsFor } from '../../site/locales/reading-words.ts';
import { day } from './sample-views.ts';

/** Every text of a locale; functions are called with sample words. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [0, 1, 2].flatMap((count) => textsOf(value(count, 'colis')));
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

describe('the French texts', () => {
  it.each(
    textsOf({
      ...fr,
      guide: guideWordsFor('fr'),
      reading: readingWordsFor('fr'),
      pages: pageWordsFor('fr'),
      field: fieldWordsFor('fr'),
    }),
  )('«%s» is set as French is', (text) => {
    expect(text).not.toMatch(/['"]/);
    expect(text).not.toMatch(/ [:;!?»%€]/);
    expect(text).not.toMatch(/« /);
    expect(text).not.toMatch(/\.\.\./);
  });

  it('count as French does', () => {
    expect(fr.articleCount(0, '0')).toBe('0\u00a0article');
    expect(fr.articleCount(2, '2')).toBe('2\u00a0articles');
  });
});

describe('the English texts', () => {
  it('count as English does', () => {
    expect(en.articleCount(0, '0')).toBe('0 articles');
    expect(en.articleCount(1, '1')).toBe('1 article');
  });

  it.each(
    textsOf({
      ...en,
      guide: guideWordsFor('de'),
      reading: readingWordsFor('de'),
      pages: pageWordsFor('de'),
    }),
  )('"%s" uses curly quotes', (text) => {
    expect(text).not.toMatch(/['"]/);
  });
});

describe('messagesFor', () => {
  it('speaks the language of the page and its regions, English elsewhere', () => {
    expect(messagesFor('fr').lang).toBe('fr');
    expect(messagesFor('fr-CA').lang).toBe('fr');
    expect(messagesFor('de').lang).toBe('en');
  });
});

describe('formatting', () => {
  it('writes days in full', () => {
    expect(formatDate(day('2027-03-12'), 'fr')).toBe('12 mars 2027');
    expect(formatDate(day('2027-03-01'), 'fr')).toBe('1er mars 2027');
    expect(formatDate(day('2027-03-11'), 'fr')).toBe('11 mars 2027');
    expect(formatDate(day('2027-03-12'), 'en')).toBe('12 March 2027');
  });

  it('groups thousands', () => {
    expect(formatNumber(1439, 'fr')).toBe('1\u202f439');
    expect(formatNumber(1439, 'en')).toBe('1,439');
  });

  it('names a language in itself and leaves an unknown code as it is', () => {
    expect(languageName('fr')).toBe('Français');
    expect(languageName('en')).toBe('English');
    expect(languageName('not a code')).toBe('not a code');
  });
});
