// The search page in a real Chromium: results while typing, filters, keys, what is left out and what is said.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, type BrowserSite, openBrowserSite, patience, textOf } from './browser-site.ts';

let site: BrowserSite;
beforeAll(async () => {
  site = await openBrowserSite();
}, patience);
afterAll(() => site?.close());

describe('the search page', () => {
  /** Types `query` and waits until the page says what came of it. */
  const search = async (page: Page, query: string) => {
    await page.type('#searchField', query);
    await page.waitForFunction(
      (words) => document.getElementById('search-count')?.textContent?.includes(words),
      {},
      query,
    );
  };
  const titles = (page: Page) =>
    page.$$eval('.search-hit .article-row-title', (links) => links.map((link) => link.textContent));

  it('shows what is found while typing, without what is obsolete', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      expect(await titles(page)).toEqual([
        'Colis perdu ou non reçu',
        'Que faire quand un colis est en retard\u202f?',
        'Réponse type <script>alert(1)</script>',
        'Colis à venir',
      ]);
      expect(await textOf(page, '#search-count')).toBe('4\u00a0résultats pour «\u00a0colis\u00a0»');
      expect(await textOf(page, '.search-note')).toContain(
        '2\u00a0articles périmés ou archivés ne sont pas affichés',
      );
      expect(await page.$eval('.search-hit', (row) => row.textContent)).toContain('Livraison');
      expect(await page.$eval('.search-excerpt', (excerpt) => excerpt.innerHTML)).toBe(
        'Le <mark>colis</mark> n’est pas arrivé &lt;b&gt; gras …',
      );
    });
  });

  it('calls no draft valid and says nothing twice', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      const draft = await page.$$eval('.search-hit', (rows) => rows.at(-1)?.textContent.replace(/\s+/g, ' '));
      expect(draft).toBe(
        'Colis à venirLe colis n’est pas arrivé <b> gras.Question fréquenteLivraisonBrouillon',
      );
    });
  });

  it('shows obsolete articles one click away, marked', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      await page.click('.search-note button');
      await page.waitForSelector('.badge-expired');
      expect(await titles(page)).toHaveLength(6);
      expect(await textOf(page, '.search-hit .badge-archived')).toBe('Archivé');
      expect(page.url()).toContain('obsolete=1');
    });
  });

  it('leaves out on the reader’s clock what has expired since', { timeout: patience }, async () => {
    await site.open('search', { now: '2027-06-01T00:00:00Z' }, async (page) => {
      await search(page, 'colis');
      expect(await titles(page)).toEqual([]);
      expect(await textOf(page, '.search-note')).toContain('6\u00a0articles périmés ou archivés');
    });
  });

  it('is walked through with the arrow keys', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.id');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('Colis perdu ou non reçu');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('searchField');
      await page.keyboard.press('Enter');
      await page.waitForFunction("document.activeElement.textContent === 'Colis perdu ou non reçu'");
    });
  });

  it('says what was tried when nothing fits, and clears the filters', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await page.click('[data-type="faq"]');
      await search(page, 'zzz');
      expect(await textOf(page, '#search-results .empty')).toContain(
        'Recherche limitée à\u00a0: Question fréquente.',
      );
      await page.click('.empty button');
      await page.waitForSelector('[data-type="faq"][aria-pressed="false"]');
    });
  });

  it('says that it could not search rather than that there is nothing', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await page.type('#searchField', 'panne');
      await page.waitForFunction(
        "document.getElementById('search-count').textContent.includes('n’a pas pu')",
      );
      await page.click('#searchField', { clickCount: 3 });
      await search(page, 'colis');
      expect(await titles(page)).toHaveLength(4);
    });
  });

  it('has no accessibility fault with results', { timeout: patience }, async () => {
    for (const theme of ['light', 'dark'] as const) {
      await site.open('search', { theme }, async (page) => {
        await search(page, 'colis');
        await page.click('#search-obsolete');
        await page.waitForSelector('.badge-expired');
        expect(await axeFaults(page)).toEqual([]);
      });
    }
  });
});
