import { afterEach, describe, expect, it, vi } from 'vitest';
import { readJudgingTerms } from '../../site/scripts/reader-clock.ts';

/** The day on which a page with these terms is judged at noon of 16 November 2026. */
function judgedOn(terms: Readonly<Record<string, string>>): string | undefined {
  const dataset = { timezone: 'Europe/Paris', dueWithin: '30d', ...terms };
  vi.stubGlobal('document', { documentElement: { dataset } });
  return readJudgingTerms(new Date('2026-11-16T11:00:00Z'))?.today;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The day that such a page says the reader's clock shows wrongly. */
function behindOf(builtOn: string): string | undefined {
  judgedOn({ builtOn });
  return readJudgingTerms(new Date('2026-11-16T11:00:00Z'))?.behind;
}

describe('the reader’s clock', () => {
  it('judges a page on the reader’s day, and never on one before the page was built', () => {
    expect(judgedOn({ builtOn: '2026-02-15' })).toBe('2026-11-16');
    expect(judgedOn({ builtOn: '2027-01-01' })).toBe('2027-01-01');
  });

  it('calls a clock wrong that stands before the day of the build, unless midnight explains it', () => {
    expect(behindOf('2026-11-16')).toBeUndefined();
    expect(behindOf('2026-11-17')).toBeUndefined();
    expect(behindOf('2026-11-18')).toBe('2026-11-16');
    expect(behindOf('2027-11-16')).toBe('2026-11-16');
  });

  it('leaves a site of a past day as it was judged for that day', () => {
    expect(judgedOn({ builtOn: '2026-02-15', asOf: '' })).toBe('2026-02-15');
  });

  it('judges nothing where the page’s terms are damaged', () => {
    expect(judgedOn({ builtOn: '2026-02-30', asOf: '' })).toBeUndefined();
  });
});
