import { describe, expect, it, vi } from 'vitest';
import type { HealthFigures } from '../../site/health-figures.ts';
import { renderPage } from '../../site/render-page.tsx';
import type { KnowledgeBase } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import type { KnownPast } from '../../src/publish/plan-health.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import type { PagePlan, SitePlan } from '../../src/publish/site-plan.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;

interface Terms {
  readonly audience?: string;
  readonly drafts?: boolean;
  readonly past?: KnownPast;
}

function plan(base: KnowledgeBase, { audience = 'internal', drafts = false, past }: Terms = {}): SitePlan {
  return planSite(base, { today, audience, drafts, assets: siteAssets, past });
}

function pageAt(site: SitePlan, url: string): PagePlan {
  return site.pages.find((page) => page.url === url) ?? expect.fail(`no page ${url}`);
}

function figuresOf(
  files: Readonly<Record<string, string>>,
  terms: Terms = {},
  url = 'fr/health.html',
): HealthFigures {
  const { view } = pageAt(plan(memoryBase(files), terms), url);
  return view.kind === 'health' ? view.health : expect.fail('no health page');
}

const files = {
  'content/late.md': exampleArticle({ id: 'late', reasons: '[delivery.late]', title: 'Retard' }),
  'content/en/late.md': exampleArticle({ id: 'late', lang: 'en', title: 'Late' }),
  'content/draft.md': exampleArticle({ id: 'draft', status: 'draft', owner: 'retours' }),
  'content/open.md': exampleArticle({ id: 'open', audience: '[internal, customer]' }),
  'content/broken.md': 'Pas d’en-tête\n',
};

describe('the health page', () => {
  it('is there in each language of the site for the most restricted audience, led to by every footer', () => {
    const site = plan(memoryBase(files));
    expect(site.pages.filter(({ view }) => view.kind === 'health').map(({ url }) => url)).toEqual([
      'en/health.html',
      'fr/health.html',
    ]);
    const home = pageAt(site, 'fr/index.html').view;
    expect(home.kind === 'home' && renderPage(home)).toContain('href="../fr/health.html"');
  });

  it.each(['partner', 'customer'])(
    'is not there for the audience %s, and nothing leads to it',
    (audience) => {
      const { pages } = plan(memoryBase(files), { audience });
      expect(pages.map(({ url }) => url)).toContain('fr/index.html');
      for (const { url, view } of pages) {
        expect(url).not.toContain('health');
        if (view.kind !== 'article')
          expect(renderPage(view as Parameters<typeof renderPage>[0])).not.toContain('health.html');
      }
    },
  );

  it('has no body parsed before it is written', () => {
    // A link that only a parser can tell: what the page counts has to read the body.
    const base = memoryBase({
      ...files,
      'content/doubt.md': exampleArticle({ id: 'doubt' }, '[a `b`](id:c)\n'),
    });
    const reads = base.documents.map((document) => vi.spyOn(document, 'markdown', 'get'));
    const { view } = pageAt(plan(base), 'fr/health.html');
    expect(reads.some((read) => read.mock.calls.length > 0)).toBe(false);
    expect(view.kind === 'health' && view.health.total).toBe(6);
    expect(reads.some((read) => read.mock.calls.length > 0)).toBe(true);
  });

  it('counts drafts and unreadable files, and leads to the pages that the site has', () => {
    const { owners, toUpdate } = figuresOf(files);
    expect(owners.map(({ owner, total }) => [owner.label, owner.url, total])).toEqual([
      ['Livraison', 'fr/owner/livraison/index.html', 3],
      // Its one article is a draft: no build has a list of it.
      ['Retours', undefined, 1],
      ['Fichiers illisibles', undefined, 1],
    ]);
    expect(toUpdate.shown[0]).toMatchObject({ label: 'content/broken.md', url: undefined });
  });

  it('leads to drafts in a preview', () => {
    expect(figuresOf(files, { drafts: true }).owners[1]?.owner.url).toBe('fr/owner/retours/index.html');
  });

  it('speaks its page’s language and keeps the titles of articles', () => {
    const { owners, toUpdate, coverage } = figuresOf(files, {}, 'en/health.html');
    expect(owners.map(({ owner }) => owner.label)).toEqual(['Delivery', 'Retours', 'Unreadable files']);
    expect(toUpdate.shown.map(({ label, lang }) => [label, lang])).toContainEqual(['Retard', 'fr']);
    expect(coverage.reasons.map(({ reason }) => reason.label)).toEqual(['Colis perdu', 'Late parcel']);
  });

  it('shows the reasons that lack most first', () => {
    const { coverage } = figuresOf({
      'content/a.md': exampleArticle({ id: 'a', reasons: '[delivery.late]' }),
      'content/b.md': exampleArticle({ id: 'b', reasons: '[delivery.lost]', type: 'faq' }),
    });
    expect(coverage.reasons.map(({ reason, hole }) => [reason.label, hole])).toEqual([
      ['Colis perdu', 'no-procedure'],
      ['Colis en retard', undefined],
    ]);
  });

  it('names a handful of a week’s articles, the first to expire before the others', () => {
    const many = Array.from({ length: 8 }, (_, n) => [
      `content/a${n}.md`,
      exampleArticle({
        id: `a${n}`,
        owner: n % 2 ? 'retours' : 'livraison',
        expires: `2026-06-${28 - (n % 7)}`,
      }),
    ]);
    const week = figuresOf(Object.fromEntries(many)).forecast.weeks[1];
    expect(week).toMatchObject({ key: '2026-26', monday: '2026-06-22', total: 8, articles: { rest: 3 } });
    expect(week?.articles.shown.map(({ expires }) => expires)).toEqual([
      '2026-06-22',
      '2026-06-23',
      '2026-06-24',
      '2026-06-25',
      '2026-06-26',
    ]);
  });

  it('marks the weeks that exceed what git knows of an owner’s past', () => {
    const soon = { expires: '2026-07-01' };
    const { forecast } = figuresOf(
      {
        'content/a.md': exampleArticle({ id: 'a', ...soon }),
        'content/b.md': exampleArticle({ id: 'b', ...soon }),
        'content/c.md': exampleArticle({ id: 'c', owner: 'retours', ...soon }),
      },
      { past: { handled: new Map([['livraison', 1]]) } },
    );
    expect(forecast.owners.map(({ handled, weeks }) => [handled, weeks[2]])).toEqual([
      [1, { articles: 2, exceeds: true }],
      [undefined, { articles: 1, exceeds: false }],
    ]);
    expect(forecast.warnings.shown).toEqual([
      { owner: 'Livraison', monday: '2026-06-29', articles: 2, handled: 1 },
    ]);
  });
});
