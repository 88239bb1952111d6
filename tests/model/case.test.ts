// Cases that exclude each other: one stands when all is known, none is dropped before, and a page's mark says the same as the text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, judgeCases, readCase, readCaseMark, writeCaseMark } from '../../src/model/case.ts';

const statuses = ['preparing', 'shipped', 'delivered', 'lost'];

/** Conditions on one variable that are for each of its values once, some left to a last case for all others. */
const partition = fc
  .tuple(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), fc.boolean())
  .map(([places, hasOtherwise]): Case[] => {
    const groups = [0, 1, 2, 3].map((place) => statuses.filter((_, index) => places[index] === place));
    const stated = groups
      .filter((values) => values.length > 0)
      .map((values) => readCase({ 'order.status': values.join('|') }));
    return hasOtherwise ? [...stated.slice(1), { kind: 'otherwise' }] : stated;
  })
  .filter((cases) => cases.some(({ kind }) => kind === 'condition'));

describe('the cases of a group', () => {
  it('show exactly one when the value is known, and all of them before', () => {
    fc.assert(
      fc.property(partition, fc.constantFrom(...statuses), (cases, status) => {
        const verdicts = judgeCases(cases, new Map([['order.status', status]]));
        expect(verdicts.filter((verdict) => verdict === 'holds')).toHaveLength(1);
        expect(verdicts.filter((verdict) => verdict === 'fails')).toHaveLength(cases.length - 1);
        const before = judgeCases(cases, new Map());
        expect(before.every((verdict) => verdict === 'unknown')).toBe(true);
      }),
    );
  });

  it('keep the case for all other values while one that is stated may still hold', () => {
    const cases = [readCase({ a: 'x', b: 'y' }), readCase({ else: '' })];
    expect(judgeCases(cases, new Map([['a', 'x']]))).toEqual(['unknown', 'unknown']);
    expect(judgeCases(cases, new Map([['a', 'z']]))).toEqual(['fails', 'holds']);
  });

  it('never hide what nobody can judge', () => {
    expect(judgeCases([readCase({})], new Map([['a', 'x']]))).toEqual(['unknown']);
    expect(judgeCases([{ kind: 'otherwise' }], new Map([['a', 'x']]))).toEqual(['unknown']);
  });
});

describe('the mark of a case in a page', () => {
  it('says what the text says', () => {
    fc.assert(
      fc.property(partition, (cases) => {
        for (const one of cases) expect(readCaseMark(writeCaseMark(one))).toEqual(one);
      }),
    );
    const two = readCase({ 'order.status': 'shipped|lost', 'order.carrier': 'relais' });
    expect(writeCaseMark(two)).toBe('order.status=shipped|lost order.carrier=relais');
    expect(readCaseMark(writeCaseMark(two))).toEqual(two);
  });

  it.each([{}, { 'order status': 'x' }, { a: 'x y' }, { a: '' }, { a: '"><b>' }])(
    'is left out for %j',
    (attributes) => {
      expect(writeCaseMark(readCase(attributes))).toBeUndefined();
    },
  );
});
