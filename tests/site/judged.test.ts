// The browser can show only what the page keeps ready: every state that time can bring must be among it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laterStates } from '../../site/components/judged.tsx';
import { addPeriod } from '../../src/model/iso-date.ts';
import { judgeValidity } from '../../src/model/validity.ts';
import { day } from './sample-views.ts';

const anyDay = fc
  .integer({ min: 0, max: 900 })
  .map((amount) => addPeriod(day('2026-01-01'), { amount, unit: 'd' }));

describe('laterStates', () => {
  it('names every state that an article can come to as days pass', () => {
    fc.assert(
      fc.property(
        fc.option(anyDay, { nil: undefined }),
        fc.option(anyDay, { nil: undefined }),
        fc.boolean(),
        anyDay,
        fc.nat(900),
        (effective, expires, needsExpiry, builtOn, days) => {
          const terms = { effective, expires, needsExpiry };
          const dueWithin = { amount: 30, unit: 'd' } as const;
          const state = judgeValidity(terms, builtOn, dueWithin);
          const later = judgeValidity(terms, addPeriod(builtOn, { amount: days, unit: 'd' }), dueWithin);
          expect([state, ...laterStates({ ...terms, state })]).toContain(later);
        },
      ),
    );
  });

  it('keeps nothing for an article that time cannot change', () => {
    expect(laterStates({ state: 'current', needsExpiry: false })).toEqual([]);
    expect(laterStates({ state: 'expired', expires: day('2026-01-01'), needsExpiry: true })).toEqual([]);
  });
});
