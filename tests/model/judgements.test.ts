import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod, type IsoDate } from '../../src/model/iso-date.ts';
import { judgeTrust } from '../../src/model/trust.ts';
import { judgeValidity, validities } from '../../src/model/validity.ts';

const today = '2026-11-16' as IsoDate;
const month = { amount: 30, unit: 'd' } as const;
const judge = (effective: string | undefined, expires: string | undefined, needsExpiry = true) =>
  judgeValidity({ effective: effective as IsoDate, expires: expires as IsoDate, needsExpiry }, today, month);

describe('judgeValidity', () => {
  it('is current on the last valid day’s horizon and due inside it', () => {
    expect(judge(undefined, '2026-12-17')).toBe('current');
    expect(judge(undefined, '2026-12-16')).toBe('due');
  });
  it('holds through the last valid day and expires on the next', () => {
    expect(judge(undefined, '2026-11-16')).toBe('due');
    expect(judge(undefined, '2026-11-15')).toBe('expired');
  });
  it('is scheduled until the first valid day', () => {
    expect(judge('2026-11-17', '2027-11-16')).toBe('scheduled');
    expect(judge('2026-11-16', '2027-11-16')).toBe('current');
  });
  it('is expired rather than scheduled when both hold', () => {
    expect(judge('2027-01-01', '2026-01-01')).toBe('expired');
  });
  it('is undated only where an end is needed', () => {
    expect(judge(undefined, undefined)).toBe('undated');
    expect(judge(undefined, undefined, false)).toBe('current');
  });
  it('never reads as fresher on a later day', () => {
    const fresh = ['scheduled', 'current', 'due', 'expired'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 100 }), (left, later) => {
        const expires = addPeriod(today, { amount: left, unit: 'd' });
        const then = addPeriod(today, { amount: later, unit: 'd' });
        const terms = { expires, needsExpiry: true };
        return (
          fresh.indexOf(judgeValidity(terms, today, month)) <=
          fresh.indexOf(judgeValidity(terms, then, month))
        );
      }),
    );
  });
  it('knows no other state than the listed ones', () => {
    expect(validities).toHaveLength(5);
  });
});

describe('judgeTrust', () => {
  const digest = 'sha256:aa';
  const validation = { by: 'Claire Vasseur', on: today, digest };
  it.each([
    [{ status: 'published', digest, validation }, 'validated'],
    [{ status: 'published', digest: 'sha256:bb', validation }, 'changed'],
    [{ status: 'published', digest }, 'unvalidated'],
    [{ status: 'draft', digest, validation }, 'draft'],
    [{ status: 'archived', digest, validation }, 'archived'],
  ] as const)('%j is %s', (terms, trust) => {
    expect(judgeTrust(terms)).toBe(trust);
  });
});
