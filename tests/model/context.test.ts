// What a variable of a contact may hold, and when a condition on it holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContextVariable,
  judgeCondition,
  readCondition,
  readContextValue,
} from '../../src/model/context.ts';

const status: ContextVariable = {
  name: 'order.status',
  label: {},
  values: ['shipped', 'lost'].map((value) => ({ value, label: {} })),
  samples: [],
};
const firstName: ContextVariable = { name: 'customer.first_name', label: {}, values: undefined, samples: [] };

describe('readContextValue', () => {
  it('takes a declared value, and any line of text where none is declared', () => {
    expect(readContextValue(status, ' lost ')).toBe('lost');
    expect(readContextValue(firstName, 'Anne-Élise <b>')).toBe('Anne-Élise <b>');
  });

  it.each(['', '  ', 'Lost', 'toString', 'lost|shipped'])('refuses %j for declared values', (text) => {
    expect(readContextValue(status, text)).toBeUndefined();
  });

  it.each(['a\nb', 'a\u0000', 'a\u202Eb', '\u2066x', 'x'.repeat(201)])('refuses %j as text', (text) => {
    expect(readContextValue(firstName, text)).toBeUndefined();
  });
});

describe('judgeCondition', () => {
  const condition = readCondition({ 'order.status': 'shipped | lost', 'order.carrier': 'relais' });

  it.each([
    [{ 'order.status': 'lost', 'order.carrier': 'relais' }, 'holds'],
    [{ 'order.status': 'lost' }, 'unknown'],
    [{ 'order.status': 'preparing' }, 'fails'],
    [{ 'order.carrier': 'express' }, 'fails'],
    [{}, 'unknown'],
  ])('of %j %s', (known, verdict) => {
    expect(judgeCondition(condition, new Map(Object.entries(known)))).toBe(verdict);
  });

  it('never turns from yes to no, or back, when one more value becomes known', () => {
    const value = fc.constantFrom('shipped', 'lost', 'relais', 'express');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('order.status', 'order.carrier', 'x.y'), value), (known) => {
        const all = new Map(Object.entries(known));
        const verdict = judgeCondition(condition, all);
        for (const name of all.keys()) {
          const fewer = new Map([...all].filter(([other]) => other !== name));
          const before = judgeCondition(condition, fewer);
          if (before !== 'unknown') expect(verdict).toBe(before);
        }
      }),
    );
  });
});
