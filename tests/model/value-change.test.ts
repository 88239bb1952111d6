// What a search result says of values that are others by now.
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { findValueChanges } from '../../src/model/value-change.ts';

const steps = JSON.stringify([
  [
    ['2026-11-16', '9 h'],
    ['2026-12-24', '10 h'],
    ['2026-12-27', '9 h'],
    ['2027-01-02', '8 h'],
  ],
  [
    ['2026-11-16', 'cinq\u00a0jours'],
    ['2026-12-01', 'dix jours'],
  ],
]);
const on = (day: string, excerpt: string, written: string | undefined = steps) =>
  findValueChanges(written, excerpt, day as IsoDate).map(
    ({ from, before, after }) => `${from} ${before} → ${after}`,
  );

describe('the values of an excerpt', () => {
  it('are told where another holds on the day, with the day from which it does', () => {
    expect(on('2026-12-23', 'Dès 9 h.')).toEqual([]);
    expect(on('2026-12-24', 'Dès 9 h.')).toEqual(['2026-12-24 9 h → 10 h']);
    expect(on('2026-12-28', 'Dès 9 h.')).toEqual([]);
    expect(on('2027-02-01', 'Dès 9 h, sous cinq jours.')).toEqual([
      '2027-01-02 9 h → 8 h',
      '2026-12-01 cinq\u00a0jours → dix jours',
    ]);
  });

  it('are words of their own, not parts of others', () => {
    expect(on('2026-12-24', 'Dès 19 h, 9 heures.')).toEqual([]);
    expect(on('2026-12-24', '19 h ou 9 h')).toHaveLength(1);
  });

  it.each([
    undefined,
    '',
    'x',
    '{}',
    '[1]',
    '[[]]',
    '[[["2026-13-01","a"],["2026-12-01",5]]]',
    '[[["2026-11-16",""],["2026-12-01","a"]]]',
  ])('are unknown where the index says %j', (written) => {
    expect(on('2027-01-01', 'a 9 h', written ?? '')).toEqual([]);
    expect(findValueChanges(written, 'a', '2027-01-01' as IsoDate)).toEqual([]);
  });
});
