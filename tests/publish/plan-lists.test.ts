// Lists and what leads to them: tags, the order of a contact reason, the switch of languages, related articles, and where a reason of another tool leads.
import { describe, expect, it } from 'vitest';
import type { View } from '../../site/view.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

type Fields = Readonly<Record<string, string | null>>;

/** The site of articles by path below `content/`; the id is the file's name. */
function plan(articles: Readonly<Record<string, Fields>>, config = exampleConfig) {
  const files = Object.entries(articles).map(([path, fields]) => {
    const id = path.split('/').at(-1) ?? '';
    return [`content/${path}.md`, exampleArticle({ id, title: `"Titre de ${id}"`, ...fields })];
  });
  const pages = planSite(memoryBase(Object.fromEntries(files), config), {
    today: '2026-06-15' as IsoDate,
    audience: 'internal',
    drafts: false,
    assets: siteAssets,
  }).pages;
  const find = <Kind extends View['kind']>(url: string, kind: Kind) => {
    const view = pages.find((page) => page.url === url)?.view;
    if (view?.kind !== kind) expect.fail(`no ${kind} at ${url}`);
    return view as Extract<typeof view, { kind: Kind }>;
  };
  return { urls: pages.map(({ url }) => url), find };
}

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
const onReason = (type: string, reasons: string, more: Fields = {}) => ({
  type,
  reasons: `[${reasons}]`,
  ...more,
});

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

describe('a contact reason that holds others', () => {
  const tree = exampleConfig
    .replace(
      '  delivery.late:',
      `  shop: { fr: Boutique }
  delivery.lost.abroad: { title: { fr: Perdu à l’étranger }, parent: delivery.lost }
  delivery: { fr: Livraison }
  delivery.late: { title: { fr: Colis en retard }, parent: delivery }
  delivery.lost: { title: { fr: Colis perdu }, parent: delivery }
  late:`,
    )
    .replace(/ {2}late: .*\n {2}delivery.lost: \{ fr.*\n/, '');
  const site = () =>
    plan(
      {
        both: onReason('faq', 'delivery.late, delivery'),
        abroad: onReason('decision', 'delivery.lost.abroad'),
        lost: onReason('faq', 'delivery.lost'),
        late: onReason('procedure', 'delivery.late, delivery.lost'),
        late2: onReason('decision', 'delivery.late', { expires: '2026-06-01' }),
        archived: onReason('faq', 'shop', { status: 'archived' }),
      },
      tree,
    );
  const url = (key: string) => `fr/reason/${key}/index.html`;

  it('shows its own articles, then each of the others once, in the order of the tree', () => {
    const { articles, below, total } = site().find(url('delivery'), 'list');
    expect(articles.map(({ id }) => id)).toEqual(['both']);
    expect(below.map(({ id }) => id)).toEqual(['late', 'lost', 'abroad', 'late2']);
    expect(total).toBe(5);
  });

  it('counts the articles of each reason directly below it, and is on the way to them', () => {
    const { find } = site();
    expect(find(url('delivery'), 'list').children).toEqual([
      { label: 'Colis en retard', url: url('delivery.late'), count: 3 },
      { label: 'Colis perdu', url: url('delivery.lost'), count: 3 },
    ]);
    const { trail } = find(url('delivery.lost.abroad'), 'list');
    expect(trail.map(({ label }) => label)).toEqual(['Accueil', 'Livraison', 'Colis perdu']);
  });

  it('stands alone on the home page, and before those below it among the filters of the search', () => {
    const { find } = site();
    expect(find('index.html', 'home').reasons).toEqual([
      { label: 'Livraison', url: url('delivery'), count: 5, hint: 'Colis en retard, Colis perdu' },
    ]);
    expect(find('fr/search.html', 'search').reasons.map(({ key, depth }) => key + depth)).toEqual([
      'shop0',
      'delivery0',
      'delivery.late1',
      'delivery.lost1',
      'delivery.lost.abroad2',
    ]);
  });

  it('opens by a link of another tool what answers it itself, not what answers a reason below it', () => {
    const { languages } = site().find('go.html', 'go');
    const to = (key: string) => languages[0]?.reasons.find((reason) => reason.key === key)?.url;
    expect(to('delivery')).toBe('fr/both.html');
    expect(to('delivery.lost.abroad')).toBe('fr/abroad.html');
  });

  it('gives those below it what it aims at where they say nothing of their own, but the public nothing', () => {
    const config = tree
      .replace('{ title: { fr: Colis perdu }', '{ title: { fr: Colis perdu }, contacts: 2')
      .replace('{ fr: Livraison }\n', '{ title: { fr: Livraison }, contacts: 1, resolve_within: 1m }\n')
      .replace('{ title: { fr: Colis en retard }', '{ title: { fr: Colis en retard }, resolve_within: 2w');
    const base = memoryBase(
      {
        'content/a.md': exampleArticle({
          id: 'a',
          reasons: '[delivery.lost, delivery.late, delivery]',
          audience: '[internal, partner, customer]',
        }),
      },
      config,
    );
    const find = (audience: string, wanted: string) => {
      const options = { today: '2026-06-15' as IsoDate, audience, drafts: false, assets: siteAssets };
      return planSite(base, options).pages.find((page) => page.url === wanted)?.view;
    };
    expect(find('internal', url('delivery.lost'))).toMatchObject({
      targets: { contacts: 2, resolveWithin: { amount: 1, unit: 'm' } },
    });
    expect(find('partner', 'fr/a.html')).toMatchObject({
      resolveWithin: [
        { amount: 1, unit: 'm' },
        { amount: 2, unit: 'w' },
      ],
    });
    expect(find('customer', 'fr/a.html')).toMatchObject({ resolveWithin: [] });
    expect(find('customer', url('delivery.lost'))).toMatchObject({ targets: undefined });
  });
});
