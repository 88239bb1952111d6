// The search page in a real Chromium: results while typing, filters, keys, what is left out and what is said.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pasteInto } from '../support/reader-page.ts';
import { axeFaults, type BrowserSite, openBrowserSite, patience, textOf } from './browser-site.ts';

let site: BrowserSite;
beforeAll(async () => {
  site = await openBrowserSite();
}, patience);
afterAll(() => site?.close());

describe('the search page', () => {
  /** Types `query` and waits until the page says what came of it. */
  const search = async (page: Page, query: string) => {
    await pasteInto(page, '#searchField', query);
    await page.waitForFunction(
      (words) =>
        ['#search-count', '#search-results h2'].some((place) =>
          document.querySelector(place)?.textContent?.includes(`«\u00a0${words}\u00a0»`),
        ),
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
      expect(await textOf(page, '.search-note')).toContain('2\u00a0résultats périmés ou archivés masqués');
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
      await page.waitForSelector('.search-hit .badge-expired');
      expect(await titles(page)).toHaveLength(6);
      expect(await textOf(page, '.search-hit .badge-archived')).toBe('Archivé');
      expect(page.url()).toContain('obsolete=1');
    });
  });

  it('leaves out on the reader’s clock what has expired since', { timeout: patience }, async () => {
    await site.open('search', { now: '2027-06-01T00:00:00Z' }, async (page) => {
      await search(page, 'colis');
      expect(await titles(page)).toEqual([]);
      expect(await textOf(page, '.search-note')).toContain('6\u00a0résultats périmés ou archivés');
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

  const pressed = (page: Page) =>
    page.$$eval('.chip[aria-pressed="true"]', (chips) =>
      chips.map((chip) => `${chip.getAttribute('data-facet')} ${chip.getAttribute('data-value')}`),
    );
  const counts = (page: Page, facet: string) =>
    page.$$eval(`.chip[data-facet="${facet}"]`, (chips) => chips.map((chip) => chip.textContent));

  it('narrows the results by chips, which count them and stay in the address', {
    timeout: patience,
  }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      expect((await counts(page, 'types')).slice(0, 4)).toEqual([
        'Procédure1',
        'Aide à la décision1',
        'Question fréquente1',
        'Réponse type1',
      ]);
      expect(await counts(page, 'validities')).toEqual([
        'Valable3',
        'À venir0',
        'Sans date de fin0',
        'Bientôt périmé1',
        'Périmé1',
      ]);
      await page.click('[data-value="macro"]');
      await page.waitForFunction("document.querySelectorAll('.search-hit').length === 1");
      expect(page.url()).toMatch(/\?q=colis&type=macro$/);
      expect((await counts(page, 'types')).slice(0, 4)).toEqual([
        'Procédure1',
        'Aide à la décision1',
        'Question fréquente1',
        'Réponse type1',
      ]);
      await page.click('[data-value="procedure"]');
      await page.click('.chip-fold summary');
      await page.click('[data-value="delivery.late"]');
      await page.waitForFunction("document.querySelector('.search-hit').textContent.includes('Colis perdu')");
      expect(await titles(page)).toEqual(['Colis perdu ou non reçu']);
      expect(await textOf(page, '.chip-fold summary')).toBe('Motif de contact (1)');
      const kept = page.url();
      expect(kept).toMatch(/\?q=colis&type=macro&type=procedure&reason=delivery.late$/);
      await page.reload();
      await page.waitForSelector('.search-hit');
      expect(await pressed(page)).toEqual([
        'types procedure',
        'types macro',
        'lang fr',
        'reasons delivery.late',
      ]);
      await page.click('#search-clear');
      await page.waitForFunction("document.querySelectorAll('.search-hit').length === 4");
    });
  });

  it('shows what has expired to whoever asks for it by its validity', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      await page.click('[data-value="expired"]');
      await page.waitForSelector('.search-hit .badge-expired');
      expect(await titles(page)).toEqual(['Anciens délais de livraison']);
    });
  });

  it('searches the articles of another language, and leads to that language’s page with the same search', {
    timeout: patience,
  }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'parcel');
      expect(await textOf(page, '#search-results .empty h2')).toContain('parcel');
      await page.click('[data-facet="lang"][data-value="en"]');
      await page.waitForSelector('.search-hit');
      expect(
        await page.$eval('.search-hit a', (link) => [link.textContent, link.getAttribute('lang')]),
      ).toEqual(['Late parcel', 'en']);
      expect(page.url()).toMatch(/\?q=parcel&lang=en$/);
      expect(await page.$eval('.languages a', (link) => link.getAttribute('href'))).toMatch(/\?q=parcel$/);
    });
  });

  it('draws the marks of a result as the server draws those of a page', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await search(page, 'colis');
      for (const selector of ['.type-label', '.badge-current']) {
        const [server, browser] = await page.evaluate(
          (mark) => [
            document.querySelector(`.chip ${mark}`)?.outerHTML,
            document.querySelector(`.search-hit ${mark}`)?.outerHTML,
          ],
          selector,
        );
        expect(browser).toBe(server);
      }
    });
  });

  it('says what was tried when nothing fits, clears the filters, and offers a better spelling', {
    timeout: patience,
  }, async () => {
    await site.open('search', {}, async (page) => {
      await page.click('[data-value="faq"]');
      await search(page, 'zzz');
      const said = await textOf(page, '#search-results .empty');
      expect(said).toContain('La recherche était limitée à\u00a0: Question fréquente.');
      expect(said).toContain('car aucun article ne le contient\u00a0: «\u00a0zzz\u00a0»');
      expect(said).toContain('Dire aux rédacteurs');
      await page.waitForFunction(
        "document.querySelector('#search-status').textContent.startsWith('Aucun résultat')",
      );
      await page.click('.empty button');
      await page.waitForSelector('[data-value="faq"][aria-pressed="false"]');
      expect(await page.$eval('.search-suggestion a', (link) => link.getAttribute('href'))).toMatch(
        /search\.html\?q=colis\+perdu$/,
      );
      await page.click('.search-suggestion a');
      await page.waitForSelector('.search-hit');
      expect(page.url()).toMatch(/\?q=colis\+perdu$/);
    });
  });

  it('says that it could not search rather than that there is nothing, and tries again', {
    timeout: patience,
  }, async () => {
    await site.open('search', {}, async (page) => {
      await page.evaluate("document.documentElement.dataset.breaks = ''");
      // All at once, as a paste: letter by letter there would be a search for each, and the last might run once it works again.
      await page.$eval('#searchField', (field) => {
        (field as HTMLInputElement).value = 'colis';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await page.waitForFunction(
        "document.querySelector('#search-results .empty')?.textContent.includes('n’a pas pu')",
      );
      await page.waitForFunction("!document.querySelector('#search-count').textContent");
      await page.evaluate('delete document.documentElement.dataset.breaks');
      await page.click('#search-results .empty button');
      await page.waitForSelector('.search-hit');
      expect(await titles(page)).toHaveLength(4);
    });
  });

  it('folds its filters on a phone, with targets for a finger', { timeout: patience }, async () => {
    await site.open('search', { width: 360 }, async (page) => {
      const chip = await page.$('.chip');
      expect(await chip?.isVisible()).toBe(false);
      await page.click('#search-filters-toggle');
      expect(await chip?.isVisible()).toBe(true);
      const sizes = await page.$$eval('#search-filters :is(.chip, #search-filters-toggle, summary)', (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    });
  });

  it('has no accessibility fault with results and without', { timeout: patience }, async () => {
    for (const theme of ['light', 'dark'] as const) {
      await site.open('search', { theme }, async (page) => {
        await search(page, 'colis');
        await page.click('[data-facet="obsolete"]');
        await page.click('.chip-fold summary');
        await page.waitForSelector('.search-hit .badge-expired');
        expect(await axeFaults(page)).toEqual([]);
        await page.click('#searchField', { count: 3 });
        await search(page, 'zzz');
        expect(await axeFaults(page)).toEqual([]);
      });
    }
  });
});
