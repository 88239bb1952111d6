import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import { buildCoverage } from '../../src/report/coverage.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';
import { day } from './reported-article.ts';

const today = day('2026-06-15');

/** The coverage of `delivery.late` by articles with these fields. */
function lateParcels(...articles: readonly Readonly<Record<string, string | null>>[]) {
  const files = articles.map((fields, index) => [
    `content/a${index}.md`,
    exampleArticle({ id: `a${index}`, reasons: '[delivery.late]', ...fields }),
  ]);
  return buildCoverage(memoryBase(Object.fromEntries(files)), today).reasons[0];
}

describe('the coverage of contact reasons', () => {
  it('has a row for every reason of the configuration, in its order, and for no other', () => {
    const base = memoryBase({ 'content/a.md': exampleArticle({ reasons: '[delivery.none]' }) });
    expect(buildCoverage(base, today).reasons.map(({ reason }) => reason)).toEqual([
      'delivery.late',
      'delivery.lost',
    ]);
  });
  it('counts the articles in force by type, once for each of their reasons', () => {
    const row = lateParcels({}, {}, { type: 'faq' }, { reasons: '[delivery.late, delivery.late]' });
    expect(row).toMatchObject({ types: { procedure: 3, faq: 1, decision: 0 }, total: 4, hole: undefined });
  });
  it.each([
    ['expired', { expires: '2026-06-14' }],
    ['scheduled', { effective: '2026-06-16' }],
    ['a draft', { status: 'draft' }],
    ['archived', { status: 'archived' }],
  ])('leaves out an article that is %s, and calls the reason a hole', (_, fields) => {
    expect(lateParcels(fields)).toMatchObject({ total: 0, hole: 'nothing' });
  });
  it('leaves out an article whose successor is in force', () => {
    expect(lateParcels({ replaced_by: 'a1' }, {})).toMatchObject({ total: 1 });
  });
  it('keeps an article on its last valid day', () => {
    expect(lateParcels({ expires: '2026-06-15' })).toMatchObject({ total: 1, hole: undefined });
  });
  it('names the reason that has articles but none that says what to do', () => {
    expect(lateParcels({ type: 'faq' }, { type: 'macro' })?.hole).toBe('no-procedure');
    expect(lateParcels({ type: 'faq' }, { type: 'decision' })?.hole).toBeUndefined();
  });
  it('is judged in the base’s own language; the others are counted beside it', () => {
    expect(lateParcels({ lang: 'en' }, { lang: 'en', type: 'faq' })).toMatchObject({
      total: 0,
      otherLanguages: { en: 2 },
      hole: 'nothing',
    });
  });
  it('gives a reason the articles and contacts of those below it, each article once', () => {
    const config = exampleConfig.replace(
      'delivery.lost: { fr: Colis perdu }',
      'delivery.lost: { title: { fr: Perdu }, parent: delivery.late }',
    );
    const files = {
      'content/a.md': exampleArticle({ reasons: '[delivery.lost, delivery.late]' }),
      'content/b.md': exampleArticle({
        id: 'b',
        reasons: '[delivery.lost]',
        audience: '[internal, partner]',
      }),
      'content/c.md': exampleArticle({ id: 'c', lang: 'en', reasons: '[delivery.lost]' }),
    };
    const volumes = new Map([
      ['delivery.lost', 2.4],
      ['delivery.late', 0.2],
    ]);
    const [late, lost] = buildCoverage(memoryBase(files, config), today, volumes).reasons;
    expect(late).toMatchObject({ reason: 'delivery.late', depth: 0, parent: null, total: 2, own: 1 });
    expect(late).toMatchObject({ audiences: { internal: 2, partner: 1, customer: 0 }, contactsPerMonth: 3 });
    expect(late?.otherLanguages).toEqual({ en: 1 });
    expect(lost).toMatchObject({ depth: 1, parent: 'delivery.late', total: 2, own: 2, contactsPerMonth: 2 });
  });
});
