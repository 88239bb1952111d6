import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { type GroupKey, groupArticles } from '../../src/report/group-articles.ts';
import { buildReport } from '../../src/report/report.ts';
import { memoryBase } from '../support/memory-base.ts';

const base = memoryBase({
  'content/a.md': exampleArticle({
    id: 'a',
    expires: '2026-01-01',
    reasons: '[delivery.lost]',
    owner: 'retours',
  }),
  'content/b.md': exampleArticle({ id: 'b', reasons: '[delivery.late, delivery.lost]', type: 'faq' }),
  'content/c.md': exampleArticle({ id: 'c', lang: 'en', owner: 'inconnue' }),
  'content/d.md': 'rien',
});
const { articles } = buildReport(base, { today: '2026-06-15' as IsoDate, lastChanged: new Map() });
const group = (by: GroupKey, lang: 'fr' | 'en' = 'fr') =>
  groupArticles(articles, by, base.config, lang).map(({ name, articles: members }) => [
    name,
    members.map(({ id }) => id),
  ]);

describe('groups', () => {
  it('by owner go by the owner’s name, or the key of one that nobody knows', () => {
    expect(group('owner')).toEqual([
      ['Retours', ['a']],
      ['Livraison', ['b']],
      ['inconnue', ['c']],
      ['Sans responsable', [null]],
    ]);
    expect(group('owner', 'en').map(([name]) => name)).toContain('Delivery');
  });
  it('by reason hold an article under each of its reasons, and under none', () => {
    expect(group('reason', 'en')).toEqual([
      ['Colis perdu', ['a', 'b']],
      ['Late parcel', ['b']],
      ['No contact reason', [null, 'c']],
    ]);
  });
  it('by type and by language go by their names', () => {
    expect(group('type')).toEqual([
      ['Procédure', ['a', 'c']],
      ['Question fréquente', ['b']],
      ['Sans type', [null]],
    ]);
    expect(group('language')).toEqual([
      ['français', ['a', 'b']],
      ['anglais', ['c']],
      ['Sans langue', [null]],
    ]);
  });
});
