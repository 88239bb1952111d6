// The reader's site in a real Chromium, opened from a folder: accessible in both themes, judged on the reader's clock, quiet and self-contained.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pasteInto } from '../support/reader-page.ts';
import { axeFaultsInThemes, type BrowserSite, openBrowserSite, patience, textOf } from './browser-site.ts';

let site: BrowserSite;
beforeAll(async () => {
  site = await openBrowserSite();
}, patience);
afterAll(() => site?.close());

describe.each([
  'home',
  'article',
  'expired',
  'draft',
  'scheduled',
  'german',
  'list',
  'search',
  'news',
  'go',
  'not-found',
  'health',
  'usage',
  'usage-empty',
])('the page "%s"', (name) => {
  it('has no accessibility fault that axe knows, in any theme', { timeout: patience }, async () => {
    await site.open(name, {}, async (page) => {
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });

  it('fits a phone without scrolling sideways', { timeout: patience }, async () => {
    await site.open(name, { width: 360 }, async (page) => {
      const [content, window] = (await page.evaluate(
        '[document.documentElement.scrollWidth, innerWidth]',
      )) as [number, number];
      expect(content).toBeLessThanOrEqual(window);
    });
  });
});

describe('the reader’s clock', () => {
  const notice = '.notice-expired .notice-title';

  it('leaves a current article alone on its last valid day', { timeout: patience }, async () => {
    // 12 March 2027, one minute before midnight in Paris.
    await site.open('article', { now: '2027-03-12T22:59:00Z' }, async (page) => {
      expect(await textOf(page, notice)).toBeUndefined();
      expect(await textOf(page, '.notice-due .notice-title')).toContain('12 mars 2027');
    });
  });

  it('shows from the next day on that it has expired', { timeout: patience }, async () => {
    await site.open('article', { now: '2027-03-12T23:01:00Z' }, async (page) => {
      expect(await textOf(page, notice)).toBe('Cet article est périmé depuis le 13 mars 2027');
      expect(await textOf(page, '.status-bar')).toContain('Périmé depuis le 13 mars 2027');
      expect(await textOf(page, '.status-bar')).not.toContain('Valable');
    });
  });

  it('judges the rows of a list too', { timeout: patience }, async () => {
    await site.open('list', { now: '2028-01-01T00:00:00Z' }, async (page) => {
      expect(await textOf(page, '.article-row .badge')).toBe('Périmé');
    });
  });

  it('takes away the notice of an article that has come into force', { timeout: patience }, async () => {
    await site.open('scheduled', { now: '2026-12-15T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '.notice-scheduled')).toBeUndefined();
      expect(await textOf(page, '.notice-unvalidated')).toBeDefined();
    });
  });

  it('never makes an expired article valid, however far behind it is', { timeout: patience }, async () => {
    await site.open('expired', { now: '2020-01-01T00:00:00Z' }, async (page) => {
      expect(await textOf(page, notice)).toContain('3 novembre 2026');
    });
  });

  it('says at its top that the base has grown older than it allows itself', {
    timeout: patience,
  }, async () => {
    await site.open('home', { now: '2026-12-16T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '#staleNote')).toBeUndefined();
    });
    await site.open('home', { now: '2026-12-17T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '#staleNote')).toContain('16 novembre 2026 (il y a 31\u00a0jours)');
    });
    await site.open('home', { now: '2020-01-01T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '#staleNote')).toBeUndefined();
    });
  });
});

describe('a page at work', () => {
  it('leads from its search field to the search page without scripts', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.reload();
      await pasteInto(page, '#searchField', 'colis perdu');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      const search = pathToFileURL(join(site.folder, 'fr/search.html')).href;
      expect(page.url()).toBe(`${search}?q=colis+perdu`);
      expect(await page.$('.chip')).not.toBeNull();
      expect(await textOf(page, '.search-filters')).toBeUndefined();
      expect(await textOf(page, 'noscript')).toContain('JavaScript');
    });
  });

  it('remembers the theme that the reader chose', { timeout: patience }, async () => {
    await site.open('article', { theme: 'light' }, async (page) => {
      await page.select('#themeChoice', 'dark');
      expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark');
      await page.reload();
      expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark');
      expect(await page.$eval('#themeChoice', (list) => (list as HTMLSelectElement).value)).toBe('dark');
      await page.select('#themeChoice', 'system');
      await page.reload();
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBeUndefined();
    });
  });

  it('looks the same whether high contrast is the reader’s choice or the system’s', {
    timeout: patience,
  }, async () => {
    await site.open('home', {}, async (page) => {
      const source = await readFile('site/styles/contrast.css', 'utf8');
      const names = [...new Set(source.match(/--[a-z-]+/g))];
      const colours = () =>
        page.evaluate((wanted) => {
          const style = getComputedStyle(document.documentElement);
          return wanted.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        }, names);
      const plain = await colours();
      await page.select('#themeChoice', 'contrast');
      const chosen = await colours();
      await page.select('#themeChoice', 'system');
      const devtools = await page.createCDPSession();
      await devtools.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-contrast', value: 'more' }],
      });
      expect(await colours()).toEqual(chosen);
      expect(chosen).not.toEqual(plain);
    });
  });

  it('copies code and says so', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.click('.copy-button');
      await page.waitForSelector('.copy-status.shown');
      expect(await textOf(page, '#copyStatus')).toBe('Copié');
    });
  });

  it('lets a wide flowchart scroll in its own frame, no smaller than its words can be read', {
    timeout: patience,
  }, async () => {
    await site.open('article', { width: 360 }, async (page) => {
      const [frame, picture] = await page.$eval('.flow-picture', (section) => [
        section.clientWidth,
        section.querySelector('svg')?.getBoundingClientRect().width,
      ]);
      expect(frame).toBeLessThan(360);
      expect(picture).toBe(720);
    });
  });

  it('follows a redirect', { timeout: patience }, async () => {
    await site.open('redirect', {}, async (page) => {
      await page.waitForFunction("location.pathname.endsWith('/fr/rembourser-une-commande.html')");
    });
  });
});
