// What an agent does all day, in a real Chromium on the real site, from a web server and from a folder: search, open, read, follow the flowchart.
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openReaderBrowser,
  openReaderPage,
  pasteInto,
  patience,
  type Reader,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { sampleDay } from '../support/run-kb.ts';
import { sampleSite } from '../support/sample-site.ts';

let browser: Browser;
let web: WebSite;
/** The site's address, ending in `/`, by how it is opened. */
const sites = { http: '', file: '' };

beforeAll(async () => {
  const { site } = await sampleSite();
  web = await serveFolder(site);
  sites.http = web.url;
  sites.file = `${pathToFileURL(site).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

/** Opens the page at `url` of a site, lets `use` look at it, and fails when anything went wrong meanwhile. */
async function read(
  kind: keyof typeof sites,
  url: string,
  use: (page: Page) => Promise<void>,
  reader: Reader = {},
): Promise<void> {
  const { page, complaints } = await openReaderPage(browser, sites[kind], {
    now: `${sampleDay}T10:00:00Z`,
    ...reader,
  });
  try {
    await page.goto(sites[kind] + url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

const firstHit = '#search-results a.article-row-title';

/** Types into the search field of the page in view, as a person does, and waits until the first result stands. */
async function searchFor(page: Page, words: string): Promise<void> {
  await pasteInto(page, '#searchField', words);
  await page.keyboard.press('Enter');
  await page.waitForSelector(firstHit, { timeout: patience });
  // The last search that the typing set off has been answered once Enter has put the focus on its first result.
  await page.waitForFunction(
    (selector) => document.activeElement === document.querySelector(selector),
    { timeout: patience },
    firstHit,
  );
}

/** Waits until the palette has answered the whole of `words`, the article `title` first. */
async function paletteShows(page: Page, words: string, title: string): Promise<void> {
  await page.waitForFunction(
    (typed, wanted) => {
      const plain = (selector: string) =>
        document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      return (
        new RegExp(`[«“] ?${typed} ?[»”]`).test(plain('.palette .search-count')) &&
        plain('.palette-option .article-row-title') === wanted
      );
    },
    { timeout: patience },
    words,
    title,
  );
}

const addressOf = (page: Page) => page.evaluate(() => window.location.href);

describe.each(['http', 'file'] as const)('on %s', (kind) => {
  it.each([
    ['remboursement', 'rembourser-une-commande', 'Rembourser une commande : procédure de remboursement'],
    ['remboursements', 'rembourser-une-commande', 'Rembourser une commande : procédure de remboursement'],
    ['livree en retard', 'livraison-en-retard', 'Livraison en retard'],
  ])('lists a fitting article first for “%s”, and opens it', async (words, id, title) => {
    await read(kind, 'fr/search.html', async (page) => {
      await searchFor(page, words);
      expect(await seenText(page, firstHit)).toBe(title);
      expect(await seenText(page, '#search-count')).toMatch(/\d+ (meilleurs )?résultats pour/);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await addressOf(page)).toBe(`${sites[kind]}fr/${id}.html`);
      expect(await seenText(page, 'h1')).toBe(title);
    });
  });

  it('finds an article by keyboard alone, from the home page and from another article', async () => {
    await read(kind, 'index.html', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('livree en retard');
      await paletteShows(page, 'livree en retard', 'Livraison en retard');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await addressOf(page)).toBe(`${sites[kind]}fr/livraison-en-retard.html`);
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
      await page.waitForFunction(() => document.activeElement?.id === 'paletteField');
      await page.keyboard.type('remboursement');
      await paletteShows(page, 'remboursement', 'Rembourser une commande : procédure de remboursement');
      await page.keyboard.press('ArrowDown');
      const second = await page.$eval(
        '[aria-selected="true"]',
        (option) => (option as HTMLAnchorElement).href,
      );
      expect(second).not.toContain('rembourser-une-commande');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await addressOf(page)).toBe(second);
    });
  });

  it('searches while nothing can be stored, and a click opens the result', async () => {
    await read(
      kind,
      'fr/livraison-en-retard.html',
      async (page) => {
        expect(await page.evaluate('try { localStorage } catch { "denied" }')).toBe('denied');
        await pasteInto(page, '#searchField', 'remboursement');
        await paletteShows(page, 'remboursement', 'Rembourser une commande : procédure de remboursement');
        await Promise.all([page.waitForNavigation(), page.click('.palette-option')]);
        expect(await addressOf(page)).toBe(`${sites[kind]}fr/rembourser-une-commande.html`);
      },
      { storage: false },
    );
  });

  it('searches the English articles from an English page', async () => {
    await read(kind, 'en/index.html', async (page) => {
      await pasteInto(page, '#searchField', 'late delivery');
      await paletteShows(page, 'late delivery', 'Late delivery');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(await addressOf(page)).toBe(`${sites[kind]}en/livraison-en-retard.html`);
    });
  });

  it('searches the English articles from the French search page, by contact reason', async () => {
    await read(kind, 'fr/search.html?q=delivery&lang=en&reason=delivery.late', async (page) => {
      await page.waitForSelector(firstHit, { timeout: patience });
      const found = await page.$$eval(firstHit, (links) => links.map((link) => link.getAttribute('href')));
      expect(found).toContain('../en/livraison-en-retard.html');
      await page.click('.chip[data-value="fr"]');
      await page.$eval('#searchField', (field) => (field as HTMLInputElement).select());
      await pasteInto(page, '#searchField', 'retard');
      await page.waitForFunction(
        (selector) => document.querySelector(selector)?.getAttribute('href')?.startsWith('../fr/'),
        { timeout: patience },
        firstHit,
      );
    });
  });

  it('keeps what has expired and what is archived out of the first results', async () => {
    await read(kind, 'fr/search.html', async (page) => {
      await searchFor(page, 'barème geste commercial');
      const shown = await page.$$eval(firstHit, (links) => links.map((link) => link.getAttribute('href')));
      expect(shown).toContain('../fr/geste-commercial.html');
      expect(shown).not.toContain('../fr/bareme-geste-commercial-2025.html');
    });
  });

  it('says that nothing was found, and goes on searching', async () => {
    await read(kind, 'fr/search.html', async (page) => {
      await pasteInto(page, '#searchField', 'zzyzx');
      await page.waitForSelector('#search-results .empty h2', { timeout: patience });
      expect(await page.$(firstHit)).toBeNull();
      await page.$eval('#searchField', (field) => {
        (field as HTMLInputElement).value = '';
      });
      await searchFor(page, 'remboursement');
      expect(await seenText(page, firstHit)).toContain('Rembourser une commande');
    });
  });

  it('shows the flowchart of an article, as a picture and as an outline', async () => {
    await read(kind, 'fr/livraison-en-retard.html', async (page) => {
      const picture = await page.waitForSelector('.flow-picture svg', { visible: true });
      const box = await picture?.boundingBox();
      expect(box?.width).toBeGreaterThan(200);
      expect(box?.height).toBeGreaterThan(200);
      const labels = await page.$eval('.flow-picture svg', (svg) => svg.textContent);
      expect(labels?.replace(/\s+/g, '')).toContain('Rassureretrappelerladate');
      await page.click('.flow-outline summary');
      expect(await seenText(page, '.flow-steps')).toContain('Rassurer et rappeler la date');
    });
  });

  it('gives content, validity and flowchart without any script', async () => {
    await read(
      kind,
      'fr/livraison-en-retard.html',
      async (page) => {
        expect(await seenText(page, 'h1')).toBe('Livraison en retard');
        expect(await seenText(page, '.prose')).toContain('Lisez le dernier mouvement du suivi');
        expect(await seenText(page, '.status-bar')).toContain('10 septembre 2027');
        expect(await (await page.$('.flow-picture svg'))?.isVisible()).toBe(true);
      },
      { scripts: false },
    );
  });

  it('shows that an article has expired without any script', async () => {
    await read(
      kind,
      'fr/vendeur-injoignable.html',
      async (page) => {
        expect(await seenText(page, '.notice-expired .notice-title')).toContain('périmé');
      },
      { scripts: false },
    );
  });

  it('leads from the address of a former id to where the article is now', async () => {
    await read(kind, 'fr/statut-remboursement.html', async (page) => {
      await page.waitForFunction(() => window.location.pathname.endsWith('/fr/suivi-de-remboursement.html'));
      await page.waitForSelector('h1');
      expect(await seenText(page, 'h1')).toBe('Suivre un remboursement déjà émis');
    });
  });

  it('opens every kind of page without a complaint', async () => {
    for (const url of [
      'index.html',
      'fr/index.html',
      'en/index.html',
      'fr/category/livraison/index.html',
      'fr/reason/delivery.late/index.html',
      'fr/owner/livraison/index.html',
      'fr/bareme-geste-commercial-2025.html',
    ]) {
      await read(kind, url, async (page) => expect(await seenText(page, 'h1')).toBeTruthy());
    }
  });
});

it('shows the 404 page for an address that does not exist, on a web server', async () => {
  const { page } = await openReaderPage(browser, sites.http);
  const response = await page.goto(`${sites.http}nulle-part.html`);
  expect(response?.status()).toBe(404);
  expect(await seenText(page, 'h1')).toBeTruthy();
  await page.close();
});
