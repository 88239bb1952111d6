import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearDuplicates } from '../../src/lint/near-duplicates.ts';
import { shingleText } from '../../src/lint/text-shingles.ts';

/** The same answer by comparing each pair in full, on words instead of hashes. */
function findByBruteForce(texts: readonly string[], threshold: number) {
  const sets = texts.map((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
  });
  return sets.map((own, later) => {
    let best: { earlier: number; share: number } | undefined;
    let most = 0;
    for (const [earlier, other] of sets.slice(0, later).entries()) {
      const common = [...own].filter((shingle) => other.has(shingle)).length;
      const likeness = common / (own.size + other.size - common);
      if (own.size === 0 || likeness * 100 < threshold || likeness <= most) continue;
      most = likeness;
      best = { earlier, share: Math.floor((100 * common) / (own.size + other.size - common)) };
    }
    return best;
  });
}

const find = (texts: readonly string[], threshold = 80) =>
  findNearDuplicates(texts.map(shingleText), threshold);

/** Words of a text, drawn from `vocabulary` by a generator with a seed (Park and Miller's). */
function randomWords(count: number, seed: number, vocabulary = 3000): string[] {
  let state = seed * 7919 + 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 0x7fffffff;
    return `mot${state % vocabulary}é`;
  });
}

/** Bases of some texts, each with copies in which some words were replaced. */
const family = fc
  .record({
    words: fc.integer({ min: 43, max: 900 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    changes: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
  })
  .map(({ words, seed, changes }) => {
    const original = randomWords(words, seed);
    const copies = changes.map((percent, copy) =>
      original.map((word, at) => ((at * 37 + copy * 11) % 100 < percent ? `autre${at}` : word)),
    );
    return [original, ...copies].map((text) => text.join(' '));
  });

describe('near-duplicates', () => {
  it('are those that a comparison of all pairs finds', () => {
    fc.assert(
      fc.property(fc.array(family, { maxLength: 6 }), (families) => {
        const texts = families.flat();
        expect(find(texts)).toEqual(findByBruteForce(texts, 80));
      }),
      { seed: 20_260_615, numRuns: 150 },
    );
  });

  it('are found at the threshold and not below it', () => {
    const words = randomWords(162, 3, 1_000_000);
    const shorter = words.slice(0, 130);
    expect(findByBruteForce([words.join(' '), shorter.join(' ')], 80)).toEqual([
      undefined,
      { earlier: 0, share: 80 },
    ]);
    expect(find([words.join(' '), shorter.join(' ')])).toEqual([undefined, { earlier: 0, share: 80 }]);
    expect(find([words.join(' '), shorter.slice(1).join(' ')])).toEqual([undefined, undefined]);
  });

  it('name the likest earlier text, and the first where several are as alike', () => {
    const text = randomWords(200, 5).join(' ');
    expect(find([`${text} fin`, text, 'autre chose', text, text]).map((found) => found?.earlier)).toEqual([
      undefined,
      0,
      undefined,
      1,
      1,
    ]);
  });

  it('leave out pairs that do not count, and texts without words', () => {
    const text = shingleText(randomWords(200, 5).join(' '));
    expect(findNearDuplicates([text, text], 80, () => false)).toEqual([undefined, undefined]);
    expect(find(['', '', '…'])).toEqual([undefined, undefined, undefined]);
  });

  it('of hundreds of copies are found in one pass, without comparing each with each', () => {
    const words = randomWords(400, 9);
    const texts = Array.from({ length: 600 }, (_, copy) => [...words, `copie${copy}`].join(' '));
    expect(
      find(texts)
        .slice(1)
        .every((found) => found !== undefined && found.share >= 99),
    ).toBe(true);
  });
});

describe('the words of a text', () => {
  const same = (a: string, b: string) => expect([...shingleText(a)]).toEqual([...shingleText(b)]);

  it('are the visible ones, whatever their marks and capitals', () => {
    same(
      '## Étapes\n\n1. Ouvrez **le suivi** du [colis](../suivi/colis.md#étapes "x") — tout de suite !\n',
      'étapes 1 ouvrez le suivi du colis x tout de suite',
    );
    same('un deux <!-- kb-disable-next-line x: y --> trois quatre', 'un deux trois quatre');
  });

  it('of a hostile text are read in a time that grows with its length', () => {
    const opened = `${'<!-- '.repeat(200_000)}${'](('.repeat(200_000)}`;
    expect(shingleText(opened).length).toBe(0);
    expect(shingleText('mot '.repeat(1_000_000)).length).toBe(19_998);
  });
});
