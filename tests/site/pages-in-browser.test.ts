// The reader's site in a real Chromium, opened from a folder: accessible in both themes, judged on the reader's clock, quiet and self-contained.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, type BrowserSite, openBrowserSite, pathOf, patience, textOf } from './browser-site.ts';

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
  'not-found',
  'health',
])('the page "%s"', (name) => {
  it.each(['light', 'dark'] as const)(
    'has no accessibility fault that axe knows, %s',
    { timeout: patience },
    async (theme) => {
      await site.open(name, { theme }, async (page) => {
        expect(await axeFaults(page)).toEqual([]);
      });
    },
  );

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

  it('tells a copy that was not replaced for more than 45 days', { timeout: patience }, async () => {
    await site.open('home', { now: '2026-12-31T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '#staleNote')).toBeUndefined();
    });
    await site.open('home', { now: '2027-01-01T12:00:00Z' }, async (page) => {
      expect(await textOf(page, '#staleNote')).toContain('45\u00a0jours');
    });
  });
});

describe('a page at work', () => {
  it('leads from its search field to the search page without scripts', { timeout: patience }, async () => {
    await site.open('article', {}, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.reload();
      await page.type('#searchField', 'colis perdu');
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
      await page.click('#themeToggle');
      expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark');
      await page.reload();
      expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark');
      await page.click('#themeToggle');
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

describe('an article page', () => {
  it('weighs less than 40 KB compressed, styles and scripts included', async () => {
    const files = await Promise.all(
      ['assets/kb.css', 'assets/kb.js', 'assets/theme.js', pathOf('article')].map((path) =>
        readFile(join(site.folder, path)),
      ),
    );
    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(40_000);
  });
});
