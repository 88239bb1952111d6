import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import { articlesShown, buildHealth } from '../../src/report/health.ts';
import { buildReport, type StateCounts } from '../../src/report/report.ts';
import { memoryBase } from '../support/memory-base.ts';
import { day } from './reported-article.ts';

const today = day('2026-06-15');
const digest = 'sha256:0';

function healthOf(
  files: Readonly<Record<string, string>>,
  lastChanged: Readonly<Record<string, string>> = {},
) {
  const base = memoryBase(files);
  const changes = new Map(Object.entries(lastChanged).map(([path, date]) => [path, day(date)]));
  const report = buildReport(base, { today, lastChanged: changes });
  return { report, health: buildHealth(base, report) };
}

const files = {
  'content/expired.md': exampleArticle({ id: 'expired', expires: '2026-06-01' }),
  'content/due.md': exampleArticle({ id: 'due', expires: '2026-06-20', owner: 'retours' }),
  'content/current.md': exampleArticle({ id: 'current' }, '[x](expired.md)\n[x](old.md)\n[x](id:due)\n'),
  'content/linking.md': exampleArticle({ id: 'linking' }, '[x](expired.md)\n'),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft', expires: '2020-01-01' }),
  'content/old.md': exampleArticle({ id: 'old', status: 'archived' }),
  'content/unlinked.md': exampleArticle({ id: 'unlinked', expires: '2026-01-01' }),
  'content/stranger.md': exampleArticle({ id: 'stranger', owner: 'inconnu' }),
  'content/broken.md': 'Pas d’en-tête\n',
};

describe('the health of a base', () => {
  const { health, report } = healthOf(files);

  it('has the report’s counts, and its owners sum to them in every state', () => {
    expect(health).toMatchObject({ total: report.total, validity: report.validity, trust: report.trust });
    const sum = (pick: (counts: StateCounts) => number) =>
      health.owners.reduce((total, counts) => total + pick(counts), 0);
    expect(sum(({ total }) => total)).toBe(report.total);
    for (const [state, count] of Object.entries(report.validity))
      expect(sum(({ validity }) => validity[state as keyof typeof validity])).toBe(count);
    for (const [state, count] of Object.entries(report.trust))
      expect(sum(({ trust }) => trust[state as keyof typeof trust])).toBe(count);
  });
  it('lists owners as the configuration does, then unknown ones, then unreadable files', () => {
    expect(health.owners.map(({ owner, total }) => [owner, total])).toEqual([
      ['livraison', 6],
      ['retours', 1],
      ['inconnu', 1],
      [null, 1],
    ]);
  });
  it('lists what asks for work in the report’s order, without drafts and archived articles', () => {
    const ids = health.toUpdate.shown.map(({ id, path }) => id ?? path);
    expect(ids.slice(0, 3)).toEqual(['content/broken.md', 'unlinked', 'expired']);
    expect(ids).not.toContain('draft');
    expect(ids).not.toContain('old');
  });
  it('lists obsolete articles that others link to, the most linked first, and says why', () => {
    expect(
      health.obsolete.shown.map(({ article, state }) => [article.id, article.incomingLinks, state]),
    ).toEqual([
      ['expired', 2, 'expired'],
      ['old', 1, 'archived'],
    ]);
  });
});

describe('the articles that wait for a validation', () => {
  const validated = (on: string) => `{ by: A, on: ${on}, digest: '${digest}' }`;

  it('come by the day of their last change, or else of their review, or else of the validation that they lost', () => {
    const { health } = healthOf(
      {
        'content/changed.md': exampleArticle({ id: 'changed', reviewed: '2025-01-01' }),
        'content/reviewed.md': exampleArticle({ id: 'reviewed', reviewed: '2026-02-01' }),
        'content/lost.md': exampleArticle({ id: 'lost', validation: validated('2026-01-01') }),
        'content/unknown.md': exampleArticle({ id: 'unknown' }),
      },
      { 'content/changed.md': '2026-03-01' },
    );
    expect(health.waiting.shown.map(({ article, since }) => [article.id, since?.basis, since?.day])).toEqual([
      ['unknown', undefined, undefined],
      ['lost', 'validated', '2026-01-01'],
      ['reviewed', 'reviewed', '2026-02-01'],
      ['changed', 'changed', '2026-03-01'],
    ]);
  });
  it('wait from the change that undid their validation, where git knows it, and from no day to come', () => {
    const base = memoryBase({
      'content/lost.md': exampleArticle({ id: 'lost', validation: validated('2026-01-01') }),
      'content/later.md': exampleArticle({ id: 'later', reviewed: '2026-05-01' }),
    });
    const change = { since: day('2026-02-02'), by: 'B', lines: [] };
    const report = buildReport(base, {
      today,
      lastChanged: new Map([
        ['content/lost.md', day('2026-06-01')],
        ['content/later.md', day('2026-06-16')],
      ]),
      changes: new Map([['content/lost.md', change]]),
    });
    expect(buildHealth(base, report).waiting.shown.map(({ since }) => since)).toEqual([
      { day: '2026-02-02', basis: 'changed' },
      { day: '2026-05-01', basis: 'reviewed' },
    ]);
  });
  it('are shown up to a number that does not grow with the base, with how many are left out', () => {
    const many = Array.from({ length: articlesShown + 7 }, (_, n) => [
      `content/a${n}.md`,
      exampleArticle({ id: `a${n}` }),
    ]);
    const { waiting } = healthOf(Object.fromEntries(many)).health;
    expect([waiting.shown.length, waiting.rest]).toEqual([articlesShown, 7]);
  });
});
