// The search palette in a real Chromium, on a page opened from a folder: keys, focus, what it shows and what it says.
// Long, because all of it shares one page with a fake engine in one browser.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pasteInto } from '../support/reader-page.ts';
import { axeFaults, type BrowserSite, openBrowserSite, patience, textOf } from './browser-site.ts';

let site: BrowserSite;
beforeAll(async () => {
  site = await openBrowserSite();
}, patience);
afterAll(() => site?.close());

/** Waits until the palette is open, with the focus in its field. */
const opened = (page: Page) => page.waitForFunction("document.activeElement.id === 'paletteField'");

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await opened(page);
}

/** Types `query` into the open palette and waits until it says what came of it. */
async function search(page: Page, query: string): Promise<void> {
  await pasteInto(page, '#paletteField', query);
  await page.waitForFunction(
    (words) => document.querySelector('.palette-body')?.textContent?.includes(`«\u00a0${words}\u00a0»`),
    {},
    query,
  );
}

const titles = (page: Page) =>
  page.$$eval('.palette-option .article-row-title', (options) => options.map((option) => option.textContent));

/** The chosen result: what the field names as its active descendant, and what is marked as selected. */
const chosen = (page: Page) =>
  page.evaluate(() => {
    const id = document.getElementById('paletteField')?.getAttribute('aria-activedescendant') ?? '';
    const selected = [...document.querySelectorAll('[role="option"][aria-selected="true"]')];
    if (selected.length !== 1 || selected[0]?.id !== id) return 'none, or not one';
    return selected[0].querySelector('.article-row-title')?.textContent;
  });

describe('the palette opens', () => {
  it('by a slash, Ctrl+K and Cmd+K, and Escape gives the focus back', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.focus('.breadcrumb a');
      for (const [key, modifier] of [['/'], ['k', 'Control'], ['k', 'Meta']] as const) {
        if (modifier) await page.keyboard.down(modifier);
        await page.keyboard.press(key);
        if (modifier) await page.keyboard.up(modifier);
        await opened(page);
        await page.keyboard.press('Escape');
        await page.waitForFunction("document.activeElement.matches('.breadcrumb a')");
        expect(await page.$('dialog[open]')).toBeNull();
      }
    });
  });

  it('with what was typed into the page’s own field, and loads nothing before', {
    timeout: patience,
  }, async () => {
    for (const name of ['article', 'home']) {
      await site.open(name, {}, async (page) => {
        const loaded = () =>
          page.evaluate(() =>
            performance
              .getEntriesByType('resource')
              .map((entry) => entry.name)
              .join(),
          );
        expect(await loaded()).not.toContain('search.js');
        await page.keyboard.press('Tab');
        await page.focus('#searchField');
        expect(await loaded()).not.toContain('search.js');
        await page.keyboard.type('colis perdu');
        await opened(page);
        await page.waitForSelector('.palette-option');
        expect(await page.$eval('#paletteField', (field) => (field as HTMLInputElement).value)).toBe(
          'colis perdu',
        );
        expect(await page.$eval('#searchField', (field) => (field as HTMLInputElement).value)).toBe('');
      });
    }
  });

  it('by a click into the field; a click beside it closes it', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.click('#searchField');
      await opened(page);
      await page.mouse.click(5, 500);
      await page.waitForFunction("!document.querySelector('dialog[open]')");
    });
  });

  it('not by a slash that somebody writes', { timeout: patience }, async () => {
    await site.open('search', {}, async (page) => {
      await page.keyboard.type('a/b');
      expect(await page.$eval('#searchField', (field) => (field as HTMLInputElement).value)).toBe('a/b');
    });
  });

  it('not by a slash that was turned off, until it is turned on again', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await page.click('.palette-keys input');
      await page.keyboard.press('Escape');
      await page.reload();
      await page.keyboard.press('/');
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
      await opened(page);
      expect(await page.$eval('#paletteField', (field) => (field as HTMLInputElement).value)).toBe('');
      await page.click('.palette-keys input');
      await page.keyboard.press('Escape');
      await page.waitForFunction("!document.querySelector('dialog[open]')");
      await openPalette(page);
    });
  });

  it('with favourites and what was read lately', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.evaluate("document.documentElement.dataset.kept = ''");
      await openPalette(page);
      expect(await titles(page)).toEqual(['Colis en retard', 'Rembourser une commande']);
      const groups = await page.$$eval('.palette [role="group"]', (all) =>
        all.map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent),
      );
      expect(groups).toEqual(['Favoris', 'Lus récemment']);
      await page.keyboard.press('End');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(page.url()).toMatch(/\/fr\/rembourser-une-commande\.html$/);
    });
  });
});

describe('the palette finds', () => {
  it('while typing, without what is obsolete, each result with its type, validity and trust', {
    timeout: patience,
  }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      expect(await titles(page)).toEqual([
        'Colis perdu ou non reçu',
        'Que faire quand un colis est en retard\u202f?',
        'Réponse type <script>alert(1)</script>',
        'Colis à venir',
      ]);
      const rows = await page.$$eval('.palette-option', (options) =>
        options.map((option) => [...option.children].map((part) => part.textContent)),
      );
      expect(rows[0]).toEqual([
        'Colis perdu ou non reçu',
        'Le colis n’est pas arrivé <b> gras …',
        'Question du logigrammeLe colis est-il perdu\u202f? <i>',
        'ProcédureLivraison',
        'ValableValidé',
      ]);
      expect(rows[1]?.at(-1)).toBe('Bientôt périméValidé');
      expect(rows[3]?.at(-1)).toBe('Brouillon');
      expect(await page.$eval('.palette-option .article-row-title', (title) => title.innerHTML)).toBe(
        '<mark>Colis</mark> perdu ou non reçu',
      );
    });
  });

  it('and is walked through with arrows, Home and End; Enter opens the choice', {
    timeout: patience,
  }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      expect(await chosen(page)).toBe('Colis perdu ou non reçu');
      await page.keyboard.press('ArrowDown');
      expect(await chosen(page)).toBe('Que faire quand un colis est en retard\u202f?');
      await page.keyboard.press('End');
      expect(await chosen(page)).toBe('Colis à venir');
      await page.keyboard.press('ArrowDown');
      expect(await chosen(page)).toBe('Colis perdu ou non reçu');
      await page.keyboard.press('ArrowUp');
      expect(await chosen(page)).toBe('Colis à venir');
      await page.keyboard.press('Home');
      expect(await page.evaluate('document.activeElement.id')).toBe('paletteField');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      expect(page.url()).toMatch(/\/fr\/rembourser-une-commande\.html$/);
    });
  });

  it('what Enter was too quick for', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      await pasteInto(page, '#paletteField', ' attente');
      const leaving = page.waitForRequest((request) => request.url().endsWith('/fr/colis-en-retard.html'));
      await page.keyboard.press('Enter');
      await leaving;
    });
  });

  it('in a new tab with Ctrl+Enter', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      const before = page.url();
      const opening = page
        .browser()
        .waitForTarget((target) => target.url().endsWith('/fr/rembourser-une-commande.html'));
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await (await (await opening).page())?.close();
      expect(page.url()).toBe(before);
    });
  });

  it('and keeps what the reader chose when a later answer has it too', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      await pasteInto(page, '#paletteField', ' attente');
      for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
      expect(await chosen(page)).toBe('Réponse type <script>alert(1)</script>');
      await page.waitForFunction("document.querySelectorAll('.palette-option').length === 3");
      expect(await titles(page)).toEqual([
        'Que faire quand un colis est en retard\u202f?',
        'Réponse type <script>alert(1)</script>',
        'Colis perdu ou non reçu',
      ]);
      expect(await chosen(page)).toBe('Réponse type <script>alert(1)</script>');
    });
  });

  it('and never puts a late answer in the place of a newer one', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await pasteInto(page, '#paletteField', 'attente');
      await new Promise((resolve) => setTimeout(resolve, 100));
      await page.$eval('#paletteField', (field) => (field as HTMLInputElement).select());
      await search(page, 'colis');
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await titles(page)).toHaveLength(4);
      expect(await textOf(page, '.palette .search-count')).toBe('4\u00a0résultats pour «\u00a0colis\u00a0»');
    });
  });

  it('obsolete articles one click away, marked', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      expect(await textOf(page, '.palette .search-note')).toBe(
        '2\u00a0résultats périmés ou archivés masqués · Afficher',
      );
      await page.click('.palette .search-note button');
      await page.waitForSelector('.palette .badge-expired');
      expect(await textOf(page, '.palette .badge-archived')).toBe('Archivé');
      expect(await page.evaluate('document.activeElement.id')).toBe('paletteField');
      expect(await page.$eval('.palette-all', (link) => (link as HTMLAnchorElement).search)).toBe(
        '?q=colis&obsolete=1',
      );
    });
  });

  it('and says what it put right and what it left out', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colls');
      expect(await textOf(page, '.palette .search-count')).toBe(
        '4\u00a0résultats pour «\u00a0colis\u00a0» (au lieu de «\u00a0colls\u00a0»)',
      );
      expect(await page.$eval('.palette-option mark', (mark) => mark.textContent)).toBe('Colis');
      await pasteInto(page, '#paletteField', ' xyz');
      await page.$eval('#paletteField', (field) => (field as HTMLInputElement).select());
      await search(page, 'xyz');
      expect(await textOf(page, '.palette .search-note')).toBe(
        'Mot laissé de côté, car aucun article ne le contient\u00a0: «\u00a0xyz\u00a0»',
      );
    });
  });

  it('and says how many once typing has come to rest', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      expect(await page.$eval('.palette > [role="status"]', (status) => status.textContent)).toBe('');
      await page.waitForFunction(
        "document.querySelector('.palette > [role=\"status\"]').textContent.startsWith('4\u00a0résultats')",
      );
    });
  });
});

describe('without a result', () => {
  it('the palette says what was tried, offers the nearest spelling and a message to the writers', {
    timeout: patience,
  }, async () => {
    await site.open('article', {}, async (page) => {
      await page.evaluate("document.documentElement.dataset.writers = 'redaction@mirandelle.example'");
      await openPalette(page);
      await search(page, 'zzz <script>"');
      const said = await textOf(page, '.palette .empty');
      expect(said).toContain('Aucun article ne répond à «\u00a0zzz <script>"\u00a0»');
      expect(said).toContain('car aucun article ne le contient\u00a0: «\u00a0zzz\u00a0»');
      await page.evaluate(() => {
        navigator.clipboard.writeText = async (text) => {
          document.documentElement.dataset.copied = text;
        };
      });
      await page.click('.search-tell button');
      await page.waitForFunction("document.querySelector('.search-told').textContent === 'Message copié'");
      const copied = [
        'Recherche\u00a0: zzz <script>"',
        'Langue\u00a0: Français',
        'Mot laissé de côté, car aucun article ne le contient\u00a0: «\u00a0zzz\u00a0»',
        'Base publiée le 16 novembre 2026',
      ];
      expect(await page.evaluate('document.documentElement.dataset.copied')).toBe(copied.join('\n'));
      const { pathname, searchParams } = new URL(
        await page.$eval('.search-tell a', (link) => (link as HTMLAnchorElement).href),
      );
      expect(pathname).toBe('redaction@mirandelle.example');
      expect(searchParams.get('body')).toBe(copied.join('\r\n'));
      await page.click('.search-suggestion a');
      await page.waitForSelector('.palette-option');
      expect(await page.$eval('#paletteField', (field) => (field as HTMLInputElement).value)).toBe(
        'colis perdu',
      );
    });
  });

  it('for 500 characters the palette stays as wide as it was', { timeout: patience }, async () => {
    await site.open('article', { width: 360 }, async (page) => {
      await openPalette(page);
      await page.$eval(
        '#paletteField',
        (field, text) => {
          (field as HTMLInputElement).value = text;
          field.dispatchEvent(new InputEvent('input'));
        },
        'w'.repeat(500),
      );
      await page.waitForSelector('.palette .empty');
      expect(await page.$eval('.palette-body', (body) => body.scrollWidth - body.clientWidth)).toBe(0);
    });
  });
});

describe('where the search fails', () => {
  it('the palette says so and tries again', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.evaluate("document.documentElement.dataset.breaks = ''");
      await openPalette(page);
      await page.waitForSelector('.palette .empty button');
      expect(await textOf(page, '.palette .empty h2')).toContain('n’a pas pu être chargée');
      await page.evaluate('delete document.documentElement.dataset.breaks');
      await page.click('.palette .empty button');
      await page.waitForFunction("document.activeElement.id === 'paletteField'");
      await page.keyboard.type('colis');
      await page.waitForSelector('.palette-option');
    });
  });

  it('and a part of the index that can’t be read is no empty result', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await openPalette(page);
      await pasteInto(page, '#paletteField', 'panne');
      await page.waitForFunction(
        "document.querySelector('.palette .empty')?.textContent.includes('n’a pas pu être chargée')",
      );
      expect(await textOf(page, '.palette .empty')).not.toContain('Aucun article');
    });
  });
});

describe('the palette on a phone', () => {
  it('fills the window, with targets for a finger', { timeout: patience }, async () => {
    await site.open('article', { width: 360 }, async (page) => {
      await openPalette(page);
      await search(page, 'colis');
      const boxes = await page.evaluate(() => {
        const boxOf = (selector: string) => {
          const { x, y, width, height } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return [x, y, width, height] as const;
        };
        return {
          palette: boxOf('.palette'),
          close: boxOf('.palette-close'),
          option: boxOf('.palette-option'),
        };
      });
      expect(boxes.palette).toEqual([0, 0, 360, 900]);
      expect(Math.min(boxes.close[2], boxes.close[3], boxes.option[3])).toBeGreaterThanOrEqual(44);
      await page.click('.palette-close');
      await page.waitForFunction("!document.querySelector('dialog[open]')");
    });
  });
});

describe.each(['light', 'dark'] as const)('the palette in %s', (theme) => {
  it('has no accessibility fault that axe knows, whatever it shows', { timeout: patience }, async () => {
    await site.open('article', { theme }, async (page) => {
      await page.evaluate("document.documentElement.dataset.kept = ''");
      await openPalette(page);
      expect(await axeFaults(page)).toEqual([]);
      await search(page, 'colis');
      await page.click('.palette .search-note button');
      await page.waitForSelector('.palette .badge-expired');
      expect(await axeFaults(page)).toEqual([]);
      await page.$eval('#paletteField', (field) => (field as HTMLInputElement).select());
      await search(page, 'zzz');
      expect(await axeFaults(page)).toEqual([]);
      await pasteInto(page, '#paletteField', ' panne');
      await page.waitForFunction(
        "document.querySelector('.palette .empty')?.textContent.includes('Essayer')",
      );
      expect(await axeFaults(page)).toEqual([]);
    });
  });
});
