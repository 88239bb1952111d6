// Lists and what leads to them: tags, the order of a contact reason, the switch of languages, related articles, and where a reason of another tool leads.
import { describe, expect, it } from 'vitest';
import type { View } from '../../site/view.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';
import { type Fields, onReason, plan } from './planned-lists.ts';

describe('a tag', () => {
  const tags = (list: string) => ({ tags: `[${list}]` });

  it('has a page where two articles bear it, however they spell it', () => {
    const { urls, find } = plan({ a: tags('Été, seul'), b: tags('été'), c: tags('ete'), d: tags('"É  té"') });
    expect(urls.filter((url) => url.includes('/tag/'))).toEqual(['fr/tag/ete/index.html']);
    expect(find('fr/tag/ete/index.html', 'list')).toMatchObject({ of: 'tag', title: 'ete', total: 3 });
    expect(find('fr/a.html', 'article').tags).toEqual([
      { label: 'Été', url: 'fr/tag/ete/index.html' },
      { label: 'seul', url: undefined },
    ]);
  });

  it.each(['../../x', '"..\\\\x"', '/etc/passwd', '"a:b?*"', '"\u202e x"'])('can name no path: %s', (tag) => {
    const { urls } = plan({ a: tags(tag), b: tags(tag) });
    const [url = ''] = urls.filter((own) => own.includes('/tag/'));
    expect(url).toMatch(/^fr\/tag\/[\p{L}\p{N}-]+\/index\.html$/u);
  });

  it('without a letter or digit has no page, and a long one a short address', () => {
    const long = 'x'.repeat(300);
    const { urls } = plan({ a: tags(`"🎁", ${long}`), b: tags(`"🎁", ${long}`) });
    const found = urls.filter((url) => url.includes('/tag/'));
    expect(found).toHaveLength(1);
    expect(found[0]?.length).toBeLessThan(100);
  });

  it('that only an archived article and another bear has no page', () => {
    const { urls } = plan({ a: tags('t'), b: { ...tags('t'), status: 'archived' } });
    expect(urls.filter((url) => url.includes('/tag/'))).toEqual([]);
  });
});

const late = 'fr/reason/delivery.late/index.html';

describe('a contact reason', () => {
  it('says what else it is called, but not to the public', () => {
    const config = exampleConfig.replace(
      '{ fr: Colis perdu }',
      '{ title: { fr: Perdu }, keywords: [pas reçu] }',
    );
    const base = memoryBase(
      {
        'content/a.md': exampleArticle({
          reasons: '[delivery.lost]',
          audience: '[internal, partner, customer]',
        }),
      },
      config,
    );
    const keywordsFor = (audience: string) =>
      planSite(base, { today: '2026-06-15' as IsoDate, audience, drafts: false, assets: siteAssets })
        .pages.map(({ view }) => view)
        .find((view) => view.kind === 'list' && view.of === 'reason');
    expect(keywordsFor('partner')).toMatchObject({ keywords: ['pas reçu'] });
    expect(JSON.stringify(keywordsFor('customer'))).not.toContain('pas reçu');
  });

  it('lists what guides before what to say, what is about it alone before the rest, expired articles last', () => {
    const { find } = plan({
      expired: onReason('decision', 'delivery.late', { expires: '2026-06-01' }),
      faq: onReason('faq', 'delivery.late'),
      macro: onReason('macro', 'delivery.late'),
      reference: onReason('reference', 'delivery.late'),
      shared: onReason('decision', 'delivery.lost, delivery.late'),
      procedure: onReason('procedure', 'delivery.late'),
      decision: onReason('decision', 'delivery.late'),
    });
    expect(find(late, 'list').articles.map(({ id }) => id)).toEqual([
      'decision',
      'procedure',
      'shared',
      'macro',
      'faq',
      'reference',
      'expired',
    ]);
  });

  /** Where `go.html` leads for late parcels. */
  const goes = (articles: Readonly<Record<string, Fields>>) =>
    plan(articles)
      .find('go.html', 'go')
      .languages[0]?.reasons.find(({ key }) => key === 'delivery.late')?.url;

  it.each([
    [
      'the one decision',
      { a: onReason('decision', 'delivery.late'), b: onReason('procedure', 'delivery.late') },
      'fr/a.html',
    ],
    [
      'the one procedure',
      { a: onReason('procedure', 'delivery.late'), b: onReason('faq', 'delivery.late') },
      'fr/a.html',
    ],
    ['the only article', { a: onReason('faq', 'delivery.late') }, 'fr/a.html'],
    [
      'the procedure that is about nothing else',
      { a: onReason('procedure', 'delivery.late'), b: onReason('decision', 'delivery.late, delivery.lost') },
      'fr/a.html',
    ],
    [
      'the one that is in force',
      {
        a: onReason('decision', 'delivery.late', { expires: '2026-06-01' }),
        b: onReason('decision', 'delivery.late'),
      },
      'fr/b.html',
    ],
    [
      'the list where two decide',
      { a: onReason('decision', 'delivery.late'), b: onReason('decision', 'delivery.late') },
      late,
    ],
    [
      'the list where no article guides and several speak',
      { a: onReason('faq', 'delivery.late'), b: onReason('macro', 'delivery.late') },
      late,
    ],
    [
      'the list where all have expired',
      { a: onReason('decision', 'delivery.late', { expires: '2026-06-01' }) },
      late,
    ],
    [
      'nowhere where only an archived article names it',
      { a: onReason('faq', 'delivery.late', { status: 'archived' }) },
      undefined,
    ],
  ] as const)('leads another tool to %s', (_, articles, url) => {
    expect(goes(articles)).toBe(url);
  });
});

describe('the switch of languages', () => {
  const english = { lang: 'en', reasons: '[delivery.late]', tags: '[a]' };
  const { find } = plan({
    'livraison/x': { reasons: '[delivery.late, delivery.lost]', tags: '[a]' },
    'livraison/y': { tags: '[a]' },
    'retour/z': { owner: 'retours' },
    'en/livraison/x': english,
    'en/livraison/v': english,
  });

  it.each([
    'fr/x.html',
    'fr/category/livraison/index.html',
    late,
    'fr/owner/livraison/index.html',
    'fr/tag/a/index.html',
    'fr/new/index.html',
    'fr/search.html',
    'fr/health.html',
    'fr/index.html',
  ])('keeps %s', (url) => {
    expect(find(url, kindOf(url)).translations).toEqual([{ lang: 'en', url: url.replace('fr/', 'en/') }]);
  });

  it.each([
    'fr/category/retour/index.html',
    'fr/reason/delivery.lost/index.html',
    'fr/owner/retours/index.html',
  ])('leads home from %s, which the other language lacks', (url) => {
    expect(find(url, 'list').translations).toEqual([{ lang: 'en', url: 'en/index.html' }]);
  });

  it('is absent from an article that is not translated', () => {
    expect(find('fr/z.html', 'article').translations).toEqual([]);
  });
});

function kindOf(url: string): View['kind'] {
  if (url === 'fr/x.html') return 'article';
  if (url.includes('/new/')) return 'news';
  if (url.endsWith('/search.html')) return 'search';
  if (url.endsWith('/health.html')) return 'health';
  return url === 'fr/index.html' ? 'home' : 'list';
}

describe('related articles', () => {
  const related = (articles: Readonly<Record<string, Fields>>) =>
    plan(articles)
      .find('fr/a.html', 'article')
      .related.map(({ id }) => id);

  it('share reasons, then tags, then the category; nothing else belongs', () => {
    expect(
      related({
        'x/a': { reasons: '[delivery.late, delivery.lost]', tags: '[t, u]' },
        'x/category': {},
        'y/tag': { tags: '[t]' },
        'y/tags': { tags: '[T, u]' },
        'y/reason': { reasons: '[delivery.late]' },
        'y/reasons': { reasons: '[delivery.lost, delivery.late]' },
        'y/stranger': {},
      }),
    ).toEqual(['reasons', 'reason', 'tags', 'tag', 'category']);
  });

  it('are six at most, and an expired one never comes before one that holds', () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`c${n}`, { tags: '[t]' }]));
    const expired = { reasons: '[delivery.late]', tags: '[t]', expires: '2026-06-01' };
    const a = { reasons: '[delivery.late]', tags: '[t]' };
    expect(related({ a, expired, ...many })).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
    expect(related({ a, expired, c: { tags: '[t]' } })).toEqual(['c', 'expired']);
  });

  it('are none that is archived, a draft or of another language', () => {
    const reasons = '[delivery.late]';
    expect(
      related({
        a: { reasons },
        archived: { reasons, status: 'archived' },
        draft: { reasons, status: 'draft' },
        english: { reasons, lang: 'en' },
      }),
    ).toEqual([]);
  });
});
