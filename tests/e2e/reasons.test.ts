// Contact reasons in a real Chromium on the sample base: found by colleagues' words, walked down as a tree, and chosen as a filter.
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickInView, openReaderBrowser, pasteInto, patience, seenText } from '../support/reader-page.ts';
import { sampleSite } from '../support/sample-site.ts';

let folder = '';
let browser: Browser;

beforeAll(async () => {
  folder = `${pathToFileURL((await sampleSite()).site).href}/`;
  browser = await openReaderBrowser();
}, 300_000);
afterAll(() => browser?.close());

const poll = (page: Page, selector: string) =>
  expect.poll(() => seenText(page, selector), { timeout: patience, interval: 50 });

async function withPage(url: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(folder + url, { waitUntil: 'load' });
    await look(page);
  } finally {
    await page.close();
  }
}

describe('a contact reason', { timeout: 2 * patience }, () => {
  it('is found in the palette by a word of colleagues, and its page says where it stands', async () => {
    await withPage('index.html', async (page) => {
      await page.keyboard.press('/');
      await poll(page, 'dialog[open] #paletteField').toBeDefined();
      await pasteInto(page, '#paletteField', 'lnr');
      await poll(page, '.palette .search-note').toContain('Colis perdu ou non reçu');
      await poll(page, '.palette-option').toBeDefined();
      await clickInView(page, '.palette .search-note a');
      await poll(page, 'h1').toBe('Colis perdu ou non reçu');
      expect(await seenText(page, '.breadcrumb')).toMatch(/Livraison/);
      // Its own words, and what the reason above it says in its place.
      expect(await seenText(page, '.facts')).toMatch(/LNR.*2\scontacts au plus.*Passez le dossier/s);
    });
  });

  it('leads from the home page down to the reasons below it, and shows their articles after its own', async () => {
    await withPage('index.html', async (page) => {
      const links = await page.$$eval('.section-reasons .counted-links-label', (all) =>
        all.map((link) => link.textContent),
      );
      expect(links).toContain('Livraison');
      expect(links).not.toContain('Colis en retard');
      await page.goto(`${folder}fr/reason/delivery/index.html`, { waitUntil: 'load' });
      const below = await page.$$eval('.counted-links a', (all) => all.map((link) => link.textContent ?? ''));
      expect(below.map((text) => text.replace(/\s*\d.*$/s, ''))).toEqual([
        'Colis en retard',
        'Colis perdu ou non reçu',
        'Double livraison',
        'Colis abîmé',
        'Retrait en magasin ou en point relais',
      ]);
      const titles = await page.$$eval('.article-row-title', (all) => all.map((title) => title.textContent));
      expect(titles[0]).toBe('Livraison en retard');
      expect(new Set(titles).size).toBe(titles.length);
    });
  });

  it('as a filter lets pass the articles of those below it', async () => {
    const reasonsFound = async (query: string) => {
      let found: (string | undefined)[] = [];
      await withPage(`fr/search.html?${query}`, async (page) => {
        await poll(page, '.search-hits .article-row-title').toBeDefined();
        found = await page.$$eval('.search-hits .article-row-title', (all) =>
          all.map((each) => each.textContent ?? ''),
        );
      });
      return found;
    };
    const all = await reasonsFound('q=retard&reason=delivery');
    const late = await reasonsFound('q=retard&reason=delivery.late');
    expect(all).toEqual(expect.arrayContaining(late));
    expect(all.length).toBeGreaterThan(late.length);
  });
});
