import { describe, expect, it } from 'vitest';
import { countHandled, mostInReview, type OwnedArticle } from '../../src/report/count-handled.ts';
import { buildForecast, type Forecast } from '../../src/report/forecast.ts';
import type { ReportedArticle } from '../../src/report/report.ts';
import { day, reported } from './reported-article.ts';

// A Wednesday, in a year of 53 weeks.
const today = day('2026-11-18');
const expiring = (id: string, date: string, over: Partial<ReportedArticle> = {}) =>
  reported(id, { expires: day(date), ...over });
const forecast = (articles: readonly ReportedArticle[], handled?: ReadonlyMap<string, number>) =>
  buildForecast(articles, { today, handled });
/** Ids by the Monday of their week, for the weeks that hold any. */
const idsByWeek = ({ weeks, owners }: Forecast, owner = 'livraison') =>
  Object.fromEntries(
    weeks.flatMap(({ monday }, index) => {
      const cell = owners.find((one) => one.owner === owner)?.weeks[index] ?? [];
      return cell.length === 0 ? [] : [[monday, cell.map(({ id }) => id)]];
    }),
  );

describe('the forecast', () => {
  it('covers 26 weeks from the week of today on, the 53rd of a year included', () => {
    const { weeks } = forecast([]);
    expect(weeks).toHaveLength(26);
    expect(weeks.slice(0, 8).map(({ week }) => week)).toEqual([47, 48, 49, 50, 51, 52, 53, 1]);
  });
  it('puts each article in the week of its last valid day, Sunday with the Monday before', () => {
    const articles = [
      expiring('sunday', '2026-11-29'),
      expiring('monday', '2026-11-30'),
      expiring('before', '2026-11-23'),
      expiring('new-year', '2027-01-03'),
      expiring('last', '2027-05-16'),
    ];
    expect(idsByWeek(forecast(articles))).toEqual({
      '2026-11-23': ['before', 'sunday'],
      '2026-11-30': ['monday'],
      '2026-12-28': ['new-year'],
      '2027-05-10': ['last'],
    });
  });
  it('counts what has expired as overdue, though it be in the present week, and today’s last day not yet', () => {
    const found = forecast([
      expiring('monday', '2026-11-16'),
      expiring('today', '2026-11-18'),
      expiring('long-ago', '2025-01-01'),
    ]);
    expect(found.owners[0]?.overdue.map(({ id }) => id)).toEqual(['long-ago', 'monday']);
    expect(idsByWeek(found)).toEqual({ '2026-11-16': ['today'] });
  });
  it('loses no article that expires: overdue, weeks and later sum to them', () => {
    const articles = [
      expiring('overdue', '2026-11-01'),
      expiring('soon', '2026-12-01'),
      expiring('after', '2027-05-17'),
      expiring('far', '9999-12-31'),
      reported('never'),
    ];
    const [owner] = forecast(articles).owners;
    const inWeeks = owner?.weeks.flat().length ?? 0;
    expect([owner?.overdue.length, inWeeks, owner?.later]).toEqual([1, 1, 2]);
  });
  it('leaves out drafts, archived articles and unreadable files', () => {
    const found = forecast([
      expiring('draft', '2026-12-01', { trust: 'draft' }),
      expiring('archived', '2026-01-01', { trust: 'archived' }),
      reported('broken', { owner: null, validity: 'invalid', trust: 'invalid' }),
    ]);
    expect(found.owners).toEqual([]);
  });
  it('keeps owners apart', () => {
    const found = forecast([
      expiring('a', '2026-12-01'),
      expiring('b', '2026-12-01', { owner: 'juridique' }),
    ]);
    expect(found.owners.map(({ owner }) => owner)).toEqual(['juridique', 'livraison']);
    expect(idsByWeek(found)).toEqual({ '2026-11-30': ['a'] });
  });
});

describe('a warning of the forecast', () => {
  const three = ['a', 'b', 'c'].map((id) => expiring(id, '2026-12-01'));

  it('names the week in which more expires than the owner ever handled in one', () => {
    expect(forecast(three, new Map([['livraison', 2]])).warnings).toMatchObject([
      { owner: 'livraison', week: { year: 2026, week: 49 }, articles: 3, handled: 2 },
    ]);
  });
  it('is not given for a week that is as full as the best one', () => {
    expect(forecast(three, new Map([['livraison', 3]])).warnings).toEqual([]);
  });
  it('is not given where the past is unknown, which the forecast says', () => {
    const found = forecast(three, new Map([['retours', 1]]));
    expect(found.warnings).toEqual([]);
    expect(found.owners[0]?.handled).toBeUndefined();
  });
});

describe('what an owner handled', () => {
  const path = (index: number) => `content/a${index}.md`;
  const articles = Array.from(
    { length: 40 },
    (_, index): OwnedArticle => ({ path: path(index), owner: 'livraison' }),
  );
  const change = (shortId: string, date: string) => ({ commit: { shortId, day: day(date) } });
  type Change = ReturnType<typeof change>;
  const handled = (changes: readonly (readonly [number, Change])[], of = articles) => {
    const versions = new Map<string, Change[]>();
    for (const [index, version] of changes)
      versions.set(path(index), [...(versions.get(path(index)) ?? []), version]);
    return countHandled(versions, of, today).get('livraison');
  };

  it('is the most distinct articles changed in one ISO week', () => {
    expect(
      handled([
        [0, change('c1', '2026-10-05')],
        [0, change('c2', '2026-10-06')],
        [1, change('c2', '2026-10-11')],
        [2, change('c3', '2026-10-12')],
      ]),
    ).toBe(2);
  });
  it.each([
    [mostInReview, mostInReview],
    [mostInReview + 1, undefined],
  ])('for one commit to %i articles is %s: more than twenty are a mass edit', (touched, expected) => {
    const changes = Array.from(
      { length: touched },
      (_, index) => [index, change('c', '2026-10-05')] as const,
    );
    expect(handled(changes)).toBe(expected);
  });
  it('takes no account of a commit’s files that are no articles', () => {
    const versions = Array.from(
      { length: 40 },
      (_, index) => [path(index), [change('c', '2026-10-05')]] as const,
    );
    expect([...countHandled(new Map(versions), articles.slice(0, 3), today)]).toEqual([['livraison', 3]]);
  });
  it('reaches back 52 weeks, the present one included', () => {
    expect(handled([[0, change('c', '2025-11-24')]])).toBe(1);
    expect(handled([[0, change('c', '2025-11-23')]])).toBe(0);
  });
  it('takes no account of days to come', () => {
    expect(handled([[0, change('c', '2026-11-19')]])).toBeUndefined();
  });
  it('belongs to the present owner, and is unknown for one whose articles git never saw change', () => {
    const others = [{ path: path(0), owner: 'juridique' }, ...articles.slice(1)];
    const versions = new Map([[path(0), [change('c', '2026-10-05')]]]);
    expect([...countHandled(versions, others, today)]).toEqual([['juridique', 1]]);
  });
});
