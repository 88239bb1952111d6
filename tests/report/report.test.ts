import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { countStates } from '../../src/report/count-states.ts';
import { formatJson } from '../../src/report/formats/json.ts';
import { formatTable } from '../../src/report/formats/table.ts';
import { buildReport } from '../../src/report/report.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;
const base = memoryBase({
  'content/expired.md': exampleArticle({ id: 'expired', expires: '2026-06-01' }),
  'content/due.md': exampleArticle({ id: 'due', expires: '2026-06-20', owner: 'retours' }),
  'content/current.md': exampleArticle({ id: 'current' }),
  'content/scheduled.md': exampleArticle({ id: 'scheduled', effective: '2026-07-01' }),
  'content/undated.md': exampleArticle({ id: 'undated', expires: null }),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft' }),
  'content/archived.md': exampleArticle({ id: 'archived', status: 'archived', expires: '2020-01-01' }),
  'content/changed.md': exampleArticle({ id: 'changed', validation: '{ by: A, on: 2026-01-01, digest: x }' }),
  'content/broken.md': 'Pas d’en-tête\n',
  'content/odd.md': exampleArticle({ id: 'odd', expires: '2026-02-30' }),
});
const lastChanged = new Map([['content/due.md', '2026-05-01' as IsoDate]]);
const report = buildReport(base, { today, lastChanged });
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe('the report', () => {
  it('gives every file one state on each axis, so that each axis sums to the total', () => {
    expect(report.total).toBe(10);
    expect(sum(report.validity)).toBe(report.total);
    expect(sum(report.trust)).toBe(report.total);
    expect(report.validity).toMatchObject({ expired: 2, due: 1, scheduled: 1, undated: 1, invalid: 2 });
    expect(report.trust).toMatchObject({ draft: 1, archived: 1, changed: 1, unvalidated: 5, invalid: 2 });
  });
  it('ranks what to update first: unreadable, expired, undated, due, and archived last', () => {
    expect(report.articles.map(({ priority }) => priority)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(report.articles.map(({ path }) => path.slice(8, -3))).toEqual([
      'broken',
      'odd',
      'expired',
      'undated',
      'due',
      'changed',
      'current',
      'scheduled',
      'draft',
      'archived',
    ]);
  });
  it('counts days left through the last valid day', () => {
    const days = Object.fromEntries(report.articles.map(({ id, daysLeft }) => [id, daysLeft]));
    expect(days).toMatchObject({ expired: -14, due: 5, undated: null });
  });
  it('tells the day of the last change where git knows it, and null elsewhere', () => {
    expect(report.articles.find(({ id }) => id === 'due')?.lastChanged).toBe('2026-05-01');
    expect(report.articles.find(({ id }) => id === 'current')?.lastChanged).toBeNull();
  });
  it('keeps one owner’s articles on request', () => {
    expect(buildReport(base, { today, lastChanged, owner: 'retours' }).articles.map(({ id }) => id)).toEqual([
      'due',
    ]);
  });
  it('adds up the contacts of an article’s reasons, each once, and knows no number without volumes', () => {
    const several = memoryBase({
      'content/a.md': exampleArticle({ reasons: '[delivery.late, delivery.lost, delivery.late]' }),
      'content/b.md': exampleArticle({ id: 'b' }),
    });
    const volumes = new Map([
      ['delivery.late', 100.4],
      ['delivery.lost', 20.3],
    ]);
    const counted = buildReport(several, {
      today,
      lastChanged,
      volumes,
      feedback: new Map([['content/b.md', 2]]),
    });
    const facts = Object.fromEntries(
      counted.articles.map(({ path, contactsPerMonth, openFeedback }) => [
        path,
        [contactsPerMonth, openFeedback],
      ]),
    );
    expect(facts).toEqual({ 'content/a.md': [121, 0], 'content/b.md': [0, 2] });
    expect(report.articles.every(({ contactsPerMonth }) => contactsPerMonth === null)).toBe(true);
  });
  it('tells who edited an article after its validation, and of no other', () => {
    const edit = { since: '2026-05-02' as IsoDate, by: 'Paul', lines: [] };
    const paths = base.documents.map(({ path }) => [path, edit] as const);
    const told = buildReport(base, { today, lastChanged, changes: new Map(paths) });
    expect(told.articles.filter(({ change }) => change !== null).map(({ id }) => id)).toEqual(['changed']);
    const json = JSON.parse(formatJson(told, { lang: 'fr', color: false, width: 80, labels: base.config }));
    const changed = json.articles.find(({ id }: { id: string | null }) => id === 'changed');
    expect(changed.change).toEqual({ since: '2026-05-02', by: 'Paul' });
  });
  it('names the states that --fail-on asks for', () => {
    expect(countStates(report, ['expired', 'validated', 'changed'])).toEqual([
      { state: 'expired', count: 2 },
      { state: 'changed', count: 1 },
    ]);
  });
});

const jsonKeys = ['version', 'today', 'owner', 'owners', 'total', 'validity', 'trust', 'since', 'articles'];

const articleKeys = [
  'id',
  'lang',
  'title',
  'path',
  'type',
  'owner',
  'audience',
  'reasons',
  'validity',
  'trust',
  'expires',
  'daysLeft',
  'reviewed',
  'validatedBy',
  'validatedOn',
  'lastChanged',
  'change',
  'incomingLinks',
  'contactsPerMonth',
  'viewsPerMonth',
  'openFeedback',
  'score',
  'why',
  'priority',
];

describe('the formats', () => {
  const options = { lang: 'fr', color: false, width: 80, labels: base.config } as const;
  it('json has the documented keys', () => {
    const json = JSON.parse(formatJson(report, options));
    expect(Object.keys(json)).toEqual(jsonKeys);
    expect(json.owners).toEqual({ livraison: 'Livraison', retours: 'Retours' });
    for (const article of json.articles) expect(Object.keys(article).sort()).toEqual([...articleKeys].sort());
  });
  it('table fits 80 columns and lets no control character through', () => {
    const hostile = memoryBase({ 'content/a.md': exampleArticle({ owner: '"\\u001b[31mx\\u202e"' }) });
    const text =
      formatTable(buildReport(hostile, { today, lastChanged }), options) + formatTable(report, options);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
  });
});
