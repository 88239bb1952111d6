// What contact reasons are called leads to their articles and pages: in a real index, from articles as the build renders them.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReasons } from '../../site/scripts/search-engine/find-reasons.ts';
import { createStemmer } from '../../site/scripts/search-engine/stems.ts';
import { articleDocuments } from '../../src/content/knowledge-base.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { openSiteSearch } from '../../src/publish/query-index.ts';
import { createSearchRenderer } from '../../src/publish/render-for-search.ts';
import { buildSearchIndex } from '../../src/publish/search-index.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';
import { ensureEngine } from './search-pages.ts';

const config = exampleConfig.replace(
  'delivery.lost: { fr: Colis perdu }',
  'delivery: { title: { fr: Livraison }, keywords: [tournée] }\n  delivery.lost: { title: { fr: Colis perdu }, keywords: [jamais arrivé, évaporation], parent: delivery }',
);

const base = memoryBase(
  {
    'content/enquete.md': exampleArticle({
      id: 'enquete',
      title: 'Ouvrir une enquête',
      reasons: '[delivery.lost]',
      audience: '[internal, partner, customer]',
    }),
    'content/suivi.md': exampleArticle({
      id: 'suivi',
      title: 'Lire le suivi',
      reasons: '[delivery.late]',
      keywords: '[évaporation]',
      audience: '[internal, partner, customer]',
    }),
  },
  config,
);

let folder = '';
const siteOf = (audience: string) => join(folder, audience);

beforeAll(async () => {
  ensureEngine();
  folder = await mkdtemp(join(tmpdir(), 'kb-reasons-'));
  for (const audience of ['internal', 'customer']) {
    const render = createSearchRenderer(base.config, { today: '2026-06-15' as IsoDate, audience });
    await buildSearchIndex(
      siteOf(audience),
      articleDocuments(base).map((document) => render(document, new Map())),
    );
  }
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function search(query: string, audience = 'internal') {
  const { hits, reasons } = await (await openSiteSearch(siteOf(audience), 'fr')).search(query);
  return { urls: hits.map(({ url }) => url), reasons, excerpts: hits.map((hit) => hit.excerptHtml) };
}

describe('the keywords of a contact reason', () => {
  it('find its articles and its page, and show in no excerpt', async () => {
    const { urls, reasons, excerpts } = await search('colis jamais arrive');
    expect(urls).toContain('fr/enquete.html');
    expect(reasons).toEqual([{ url: 'fr/reason/delivery.lost/index.html', label: 'Colis perdu' }]);
    expect(excerpts.join()).not.toMatch(/évaporation|arrivé/);
  });

  it('count less for an article than a keyword of its own', async () => {
    expect((await search('évaporation')).urls).toEqual(['fr/suivi.html', 'fr/enquete.html']);
  });

  it('find the articles of the reasons below it, which a filter by it lets pass', async () => {
    const { urls, reasons } = await search('tournée');
    expect(urls).toEqual(['fr/enquete.html']);
    expect(reasons).toEqual([{ url: 'fr/reason/delivery/index.html', label: 'Livraison' }]);
    const engine = await openSiteSearch(siteOf('internal'), 'fr');
    const { hits } = await engine.search('lire ouvrir', { reason: ['delivery'] });
    expect(hits.map(({ url, filters }) => [url, filters.reason])).toEqual([
      ['fr/enquete.html', ['delivery.lost', 'delivery']],
    ]);
  });

  it('are kept from the public, who find the reason by its label', async () => {
    expect((await search('jamais arrivé', 'customer')).urls).toEqual([]);
    expect((await search('un colis perdu', 'customer')).reasons).toEqual([
      { url: 'fr/reason/delivery.lost/index.html', label: 'Colis perdu' },
    ]);
    const lexicon = await readFile(join(siteOf('customer'), 'pagefind/lexicon-fr.json'), 'utf8');
    expect(lexicon).not.toMatch(/arriv/);
  });
});

describe('findReasons', () => {
  const world = { lang: 'fr', stem: createStemmer('fr') };
  const reason = (label: string, keywords: readonly string[] = []) => ({
    url: label,
    label,
    keywords,
    articles: [0],
  });
  const reasons = [
    reason('Colis', ['paquet cadeau']),
    reason('Colis en retard'),
    reason('Colis perdu'),
    reason('De la'),
  ];
  const named = (query: string) =>
    findReasons({ words: query.split(' '), corrected: [] }, reasons, world).map(({ label }) => label);

  it('asks for all the words of a name, in any form, and puts the longest name first', () => {
    expect(named('mes colis sont en retards')).toEqual(['Colis en retard', 'Colis']);
    expect(named('retard')).toEqual([]);
    expect(named('paquets cadeaux')).toEqual(['Colis']);
  });

  it('takes small words for no name, and shows three at most', () => {
    expect(named('de la')).toEqual([]);
    expect(named('colis perdu retard paquet cadeau')).toHaveLength(3);
  });
});
