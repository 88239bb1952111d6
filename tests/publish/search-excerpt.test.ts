// Excerpts of search hits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptHtml } from '../../site/scripts/search-engine/excerpt.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`).join(' ');

describe('excerptHtml', () => {
  it('marks the matched words', () => {
    expect(excerptHtml('un colis perdu', [1], '')).toBe('un <mark>colis</mark> perdu');
  });

  it('shows the place with most matches, with the words before it', () => {
    const excerpt = excerptHtml(numbered(200), [3, 100, 104, 110], '');
    expect(excerpt).toMatch(/^… m96 m97 m98 m99 <mark>m100<\/mark> .*<mark>m110<\/mark>.* m125 …$/);
  });

  it('shows the beginning of the text when nothing in it matched', () => {
    expect(excerptHtml(numbered(40), [], '')).toMatch(/^m0 .* m29 …$/);
  });

  it('does not repeat the title', () => {
    expect(excerptHtml('Colis perdu. Ouvrez une enquête.', [0, 3], 'Colis perdu')).toBe(
      'Ouvrez <mark>une</mark> enquête.',
    );
  });

  it('never shows hidden keywords', () => {
    expect(excerptHtml('Colis perdu. Une enquête. \u2063ristourne, \u2063avoir', [4, 5], 'Colis perdu')).toBe(
      'Une enquête.',
    );
  });

  it('holds no tag but mark, whatever the page says', () => {
    const hostile = fc.array(
      fc.constantFrom('<script>', '</mark>', '<mark>', '"', "'", '&lt;', 'colis', '<b', 'x>'),
    );
    fc.assert(
      fc.property(hostile, fc.array(fc.nat(12)), (words, places) => {
        const html = excerptHtml(
          words.join(' '),
          [...places].sort((a, b) => a - b),
          '',
        );
        expect(html.replace(/<mark>[^<>]*<\/mark>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});
