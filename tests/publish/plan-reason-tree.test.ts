// The pages of contact reasons that hold others: whose articles they show, in which order, and what leads to them.
import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { siteAssets } from '../../src/publish/package-assets.ts';
import { planSite } from '../../src/publish/plan-site.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';
import { onReason, plan } from './planned-lists.ts';

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
