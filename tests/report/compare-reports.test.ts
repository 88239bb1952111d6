import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { comparedLists, compareReports } from '../../src/report/compare-reports.ts';
import { buildReport } from '../../src/report/report.ts';
import { memoryBase } from '../support/memory-base.ts';

const reportOn = (today: string, files: Readonly<Record<string, string>>) =>
  buildReport(memoryBase(files), { today: today as IsoDate, lastChanged: new Map() });

/** The ids (or paths) in each list that holds any. */
function compare(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const comparison = compareReports(reportOn('2026-06-01', before), reportOn('2026-07-01', after));
  expect(comparison.day).toBe('2026-06-01');
  return Object.fromEntries(
    comparedLists
      .filter((list) => comparison[list].length > 0)
      .map((list) => [list, comparison[list].map(({ id, path }) => id ?? path)]),
  );
}

const article = (fields: Readonly<Record<string, string | null>> = {}) =>
  exampleArticle({ expires: '2027-03-31', ...fields });
const digestOf = (text: string) => {
  const digest = memoryBase({ 'content/a.md': text }).documents[0]?.article?.digest;
  return digest ?? expect.fail('no article');
};
const signed = (fields: Readonly<Record<string, string | null>> = {}) =>
  article({ ...fields, validation: `{ by: A, on: 2026-01-01, digest: "${digestOf(article(fields))}" }` });

describe('what is new since an earlier day', () => {
  it('is nothing where nothing happened', () => {
    const files = { 'content/a.md': signed() };
    expect(compare(files, files)).toEqual({});
  });

  it('is what the passing of days alone has made of it', () => {
    const files = {
      'content/a.md': article({ id: 'a', expires: '2026-06-20' }),
      'content/b.md': article({ id: 'b', expires: '2026-07-20' }),
      'content/c.md': article({ id: 'c', expires: '2026-05-01' }),
    };
    expect(compare(files, files)).toEqual({ newlyExpired: ['a'], newlyDue: ['b'] });
  });

  it('leaves archived articles and drafts out of what has expired', () => {
    const files = {
      'content/a.md': article({ id: 'a', expires: '2026-06-20', status: 'archived' }),
      'content/b.md': article({ id: 'b', expires: '2026-07-20', status: 'draft' }),
    };
    expect(compare(files, files)).toEqual({});
  });

  it('is a validation that was given, and one that was lost', () => {
    const before = { 'content/a.md': article({ id: 'a' }), 'content/b.md': signed({ id: 'b' }) };
    const after = {
      'content/a.md': signed({ id: 'a' }),
      'content/b.md': `${signed({ id: 'b' })}\nUne phrase de plus.\n`,
    };
    expect(compare(before, after)).toEqual({ newlyValidated: ['a'], newlyChanged: ['b'] });
  });

  it('is articles that came and went', () => {
    expect(
      compare({ 'content/a.md': article({ id: 'a' }) }, { 'content/b.md': article({ id: 'b' }) }),
    ).toEqual({
      added: ['b'],
      gone: ['a'],
    });
  });

  it('is not a file that was renamed, nor a translation for its original', () => {
    expect(
      compare(
        { 'content/a.md': article({ id: 'a' }) },
        { 'content/x/y.md': article({ id: 'a' }), 'content/z.md': article({ id: 'a', lang: 'en' }) },
      ),
    ).toEqual({ added: ['a'] });
  });

  it('follows unreadable files and shared ids by their paths', () => {
    const files = {
      'content/a.md': 'rien',
      'content/b.md': article({ id: 'b' }),
      'content/c.md': article({ id: 'b' }),
    };
    expect(compare(files, files)).toEqual({});
    expect(compare(files, { 'content/b.md': article({ id: 'b' }) })).toEqual({
      gone: ['content/a.md', 'b'],
    });
  });
});
