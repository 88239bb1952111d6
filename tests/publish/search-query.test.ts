// Searching a built site from Node.
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSiteSearch } from '../../src/publish/query-index.ts';
import { buildSearchIndex } from '../../src/publish/search-index.ts';
import { ensureEngine, searchDocuments, writeSite } from './search-pages.ts';

const synonyms = {
  fr: [
    ['colis', 'paquet'],
    ['mot de passe', 'mdp'],
  ],
};

let siteDir = '';
beforeAll(async () => {
  ensureEngine();
  siteDir = await writeSite();
  await buildSearchIndex(siteDir, searchDocuments, synonyms);
});
afterAll(() => rm(siteDir, { recursive: true }));

async function search(query: string, lang = 'fr'): Promise<string[]> {
  const engine = await openSiteSearch(siteDir, lang);
  return (await engine.search(query)).hits.map((hit) => hit.url);
}

describe('openSiteSearch', () => {
  it.each([
    ['remboursement', 'fr/rembourser-commande.html'],
    ['remboursements', 'fr/rembourser-commande.html'],
    ['livree en retard', 'fr/livraison-en-retard.html'],
    ["l'etat d’un remboursement", 'fr/rembourser-commande.html'],
    ['colis-abime', 'fr/colis-abime.html'],
    ['ristourne', 'fr/rembourser-commande.html'],
    ['mon client a perdu son mot de passe, que faire ?', 'fr/compte-bloque.html'],
  ])('answers "%s" with a fitting article first', async (query, url) => {
    expect((await search(query))[0]).toBe(url);
  });

  it.each(['', '   ', '"', "'", '<>', 'zzyzx'])('finds nothing for %j, without failing', async (query) => {
    expect(await search(query)).toEqual([]);
  });

  it('ignores a word that no page has', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const { hits, unknown } = await engine.search('zzyzx commande remboursement');
    expect(hits).toEqual((await engine.search('commande remboursement')).hits);
    expect(unknown).toEqual(['zzyzx']);
  });

  it('finds what was meant by a misspelled word, and says so', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const { hits, corrected, suggestion } = await engine.search('Rembourcement du COLSI');
    expect(hits[0]?.url).toBe('fr/colis-abime.html');
    expect(corrected).toEqual([
      { typed: 'Rembourcement', used: 'remboursement' },
      { typed: 'COLSI', used: 'colis' },
    ]);
    expect(suggestion).toBe('remboursement du colis');
  });

  it('suggests nothing where a filter leaves nothing to be found', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const answer = await engine.search('rembourcement', { type: ['quiz'] });
    expect(answer).toMatchObject({ hits: [], corrected: [{ used: 'remboursement' }] });
    expect(answer.suggestion).toBeUndefined();
  });

  it('looks for synonyms too, and for them alone where no article has the word', async () => {
    const both = await search('commande');
    expect(both).not.toContain('fr/colis-abime.html');
    expect((await search('paquet'))[0]).toBe('fr/colis-abime.html');
    const engine = await openSiteSearch(siteDir, 'fr');
    expect((await engine.search('paquet')).corrected).toEqual([{ typed: 'paquet', used: 'colis' }]);
    // A synonym counts less than the word that was typed.
    expect((await search('mdp'))[0]).toBe('fr/compte-bloque.html');
  });

  it('quotes the question or the answer of a flowchart that the query met', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const [hit] = (await engine.search('emballage ouvert')).hits;
    expect(hit).toMatchObject({
      url: 'fr/colis-abime.html',
      matched: { kind: 'answer', text: 'Oui, l’emballage est ouvert' },
    });
    expect(hit?.excerptHtml).not.toMatch(/[\u2061-\u2064]/);
    expect((await engine.search('photo')).hits[0]?.matched).toBeUndefined();
  });

  it.each([
    ['only small words', 'le la les'],
    ['one letter', 'c'],
    ['emoji', '😀 📦'],
    ['500 characters', 'colis '.repeat(100)],
    ['2,000 characters without a space', 'x'.repeat(2000)],
    ['every kind of bracket', '([{<«“"\'`*+?^$|\\'],
  ])('answers %s without an error', async (_, query) => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const { hits } = await engine.search(query);
    expect(hits.length).toBe(/colis|^c$|le la/.test(query) ? hits.length : 0);
    for (const hit of hits) expect(hit.score).toBeGreaterThan(0);
  });

  it('does not take the words that describe a page for its text', async () => {
    expect(await search('2031')).toEqual([]);
    expect(await search('procedure')).toEqual([]);
  });

  it('survives a script as a query and shows it escaped', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const [hit] = (await engine.search('<script>alert(1)</script>')).hits;
    expect(hit?.url).toBe('fr/colis-abime.html');
    expect(hit?.excerptHtml).toContain(
      '<mark>&lt;script&gt;alert(&quot;R&amp;D&quot;)&lt;/script&gt;</mark>',
    );
  });

  it('tells what the page says of itself', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const [hit] = (await engine.search('retard')).hits;
    expect(hit).toMatchObject({
      title: 'Livraison en retard',
      meta: { id: 'livraison-en-retard', type: 'decision', expires: '2031-12-31' },
      filters: { type: ['decision'], reason: ['Livraison'] },
    });
  });

  it('keeps to the pages that have one of the wanted values', async () => {
    const engine = await openSiteSearch(siteDir, 'fr');
    const urls = async (type: string[]) =>
      (await engine.search('livraison remboursement', { type })).hits.map((hit) => hit.url).sort();
    expect(await urls(['decision'])).toEqual(['fr/livraison-en-retard.html']);
    expect(await urls(['decision', 'procedure'])).toHaveLength(3);
    expect(await urls([])).toHaveLength(3);
    expect(await urls(['quiz'])).toEqual([]);
  });

  it('searches the pages of the wanted language alone', async () => {
    expect(await search('refund', 'en')).toEqual(['en/refund-order.html']);
    expect(await search('refund', 'fr')).toEqual([]);
  });

  it('names the languages it has when another is wanted', async () => {
    await expect(openSiteSearch(siteDir, 'de')).rejects.toMatchObject({
      name: 'Problem',
      wording: { fr: 'Langue « de » absente de l’index de recherche ; langues présentes : en, fr' },
    });
  });

  it('leaves Node’s globals alone', async () => {
    const before = Object.getOwnPropertyNames(globalThis);
    const { fetch } = globalThis;
    await search('retard');
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(before);
    expect(globalThis.fetch).toBe(fetch);
  });

  it('says that the site has to be built when there is no index', async () => {
    await expect(openSiteSearch(join(siteDir, 'fr'), 'fr')).rejects.toMatchObject({
      name: 'Problem',
      wording: { en: 'No search index found: build the site first with `kb build`' },
    });
  });
});

describe('a damaged index', () => {
  it.each([
    /^pagefind-entry/,
    /^lexicon-fr/,
    /^pagefind\.fr.*meta$/,
    /^wasm\.fr/,
    /^index\/fr/,
    /^fragment\/fr/,
  ])('is a problem, never fewer hits: %s', async (damaged) => {
    const site = await writeSite();
    try {
      await buildSearchIndex(site, searchDocuments);
      const files = await readdir(join(site, 'pagefind'), { recursive: true });
      const hit = files.filter((path) => damaged.test(path));
      expect(hit).not.toEqual([]);
      await Promise.all(hit.map((path) => writeFile(join(site, 'pagefind', path), 'garbage')));
      const work = openSiteSearch(site, 'fr').then((engine) => engine.search('colis en retard'));
      await expect(work).rejects.toMatchObject({
        name: 'Problem',
        wording: { en: 'Unreadable search index: build the site again with `kb build`' },
      });
    } finally {
      await rm(site, { recursive: true });
    }
  });
});
