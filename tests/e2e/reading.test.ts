// An article and the home page in an agent's hands, in a real Chromium on the real sample site: marked, ticked off, copied, light enough, still, and open to all.
// Long, because all of it looks at one built site in one browser.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { copySampleBase, makeFolder, type TemporaryFolder } from '../support/folders.ts';
import {
  openReaderBrowser,
  openReaderPage,
  patience,
  type Reader,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

let folder: TemporaryFolder;
let browser: Browser;
let web: WebSite;
/** The site's address, ending in `/`, by how it is opened. */
const sites = { http: '', file: '' };
const out = () => path.join(folder.path, 'public');

beforeAll(async () => {
  folder = await makeFolder();
  await copySampleBase(folder.path);
  expect(await runKb(['build', '--today', sampleDay], { cwd: folder.path })).toMatchObject({ code: 0 });
  web = await serveFolder(out());
  sites.http = web.url;
  sites.file = `${pathToFileURL(out()).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await folder?.remove();
});

interface Setting extends Reader {
  readonly kind?: keyof typeof sites;
  readonly width?: number;
  /** Runs in each page before its scripts. */
  readonly before?: () => void;
}

/** Opens `url` with an empty storage of its own, lets `use` work on it, and fails when anything went wrong meanwhile. */
async function read(url: string, setting: Setting, use: (page: Page) => Promise<void>): Promise<void> {
  const site = sites[setting.kind ?? 'file'];
  const context = await browser.createBrowserContext();
  const { page, complaints } = await openReaderPage(context, site, {
    now: `${sampleDay}T10:00:00Z`,
    ...setting,
  });
  try {
    await page.setViewport({ width: setting.width ?? 1280, height: 900 });
    if (setting.before) await page.evaluateOnNewDocument(setting.before);
    await page.goto(site + url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const late = 'fr/livraison-en-retard.html';
const refund = 'fr/rembourser-une-commande.html';
const star = '#favouriteButton';
const pressed = (page: Page) => page.$eval(star, (button) => button.getAttribute('aria-pressed'));
const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (links) => links.map((link) => link.textContent));
const said = (page: Page) => seenText(page, '#copyStatus');
const go = (page: Page, kind: keyof typeof sites, url: string) => page.goto(sites[kind] + url);

describe.each(['http', 'file'] as const)('on %s', (kind) => {
  it('keeps a favourite and what was read, and leads back to both from the home page', async () => {
    await read(late, { kind }, async (page) => {
      expect(await pressed(page)).toBe('false');
      await page.focus(star);
      await page.keyboard.press('Enter');
      expect(await said(page)).toBe('Ajouté aux favoris');
      await page.reload();
      expect(await pressed(page)).toBe('true');
      await go(page, kind, refund);
      await go(page, kind, 'en/index.html');
      expect(await textsOf(page, '#favourites a')).toEqual(['Livraison en retard']);
      expect(await textsOf(page, '#recent a')).toEqual([
        'Rembourser une commande\u00a0: procédure de remboursement',
        'Livraison en retard',
      ]);
      await Promise.all([page.waitForNavigation(), page.click('#favourites a')]);
      expect(await page.evaluate('location.href')).toBe(sites[kind] + late);
      await go(page, kind, 'index.html');
      await page.click('#favourites button');
      expect(await seenText(page, '#favourites')).toBeUndefined();
      await page.click('#recent .reading-clear');
      expect(await seenText(page, '#recent')).toBeUndefined();
    });
  });

  it('ticks steps off for this call, until a new one or a new version of the article', async () => {
    await read(late, { kind }, async (page) => {
      const box = '.tick[aria-label^="Étape 2 faite (Vérifier d’abord)"]';
      const checked = () =>
        page.$$eval('.tick', (all) => all.map((tick) => (tick as HTMLInputElement).checked));
      expect(await seenText(page, '.ticked-bar')).toBeUndefined();
      await page.focus(box);
      await page.keyboard.press('Space');
      expect(await seenText(page, '.ticked-bar span')).toBe('1 étape faite sur 4');
      await page.reload();
      expect(await checked()).toEqual([false, true, false, false]);
      await page.click('.ticked-bar button');
      expect(await checked()).toEqual([false, false, false, false]);
      expect(await page.evaluate('document.activeElement.className')).toBe('tick');
      await page.click(box);
      await page.evaluate(() => {
        const text = sessionStorage.getItem('kb:ticked') ?? '';
        sessionStorage.setItem('kb:ticked', text.replace(/@[0-9a-f]{12}/, '@000000000000'));
      });
      await page.reload();
      expect(await checked()).toEqual([false, false, false, false]);
    });
  });

  it('copies the link of a section and the words to say, aloud', async () => {
    await read(late, { kind }, async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text: string) => Object.assign(window, { copied: text }) },
        });
      });
      const copied = () => page.evaluate(() => (window as unknown as { copied: string }).copied);
      await page.focus('h2 .link-button');
      await page.keyboard.press('Enter');
      expect(await said(page)).toBe('Lien copié');
      expect(await copied()).toMatch(/livraison-en-retard\.html#v/);
      await page.click('blockquote + .copy-button');
      expect(await said(page)).toBe('Copié');
      expect(await copied()).toMatch(/^«\sJe vois que votre colis devait arriver/);
    });
  });
});

describe('a browser that keeps nothing', () => {
  const denials = {
    denied: () => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    },
    full: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    tampered: () => {
      for (const key of ['kb:favourites', 'kb:recent', 'kb-theme'])
        localStorage.setItem(key, '{"length":1e9}');
      sessionStorage.setItem('kb:ticked', '[[7,"x"],null,["fr/a",[0,{}]]]');
    },
  };

  it.each(Object.entries(denials))('still shows and ticks, storage %s', async (name, before) => {
    await read(late, { before }, async (page) => {
      await page.click(star);
      const keeps = name === 'tampered';
      expect(await said(page)).toContain(keeps ? 'Ajouté aux favoris' : 'Ce navigateur ne garde rien');
      expect(await pressed(page)).toBe(String(keeps));
      await page.click('.tick');
      expect(await seenText(page, '.ticked-bar span')).toBe('1 étape faite sur 4');
      await page.select('#themeChoice', 'dark');
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    });
  });
});

it('offers nothing that needs scripts where there are none, and says on what day it was judged', async () => {
  await read(late, { scripts: false }, async (page) => {
    for (const selector of ['.article-tools', '.theme-choice', '.tick', '.link-button', '.ticked-bar'])
      expect([selector, await seenText(page, selector)]).toEqual([selector, undefined]);
    expect(await seenText(page, '.prose > ol')).toContain('Lisez le dernier mouvement');
    expect(await seenText(page, '#judgedNote')).toContain('16 novembre 2026, jour de la publication');
  });
});

describe('the reader’s clock', () => {
  it('is named as the one that judged', async () => {
    await read(late, { now: '2027-11-16T10:00:00Z' }, async (page) => {
      expect(await seenText(page, '#judgedNote')).toContain('16 novembre 2027, d’après l’horloge');
      expect(await seenText(page, '.notice-expired')).toBeDefined();
      expect(await seenText(page, '#clockNote')).toBeUndefined();
    });
  });

  it('is called wrong a year before the build, whose day judges then', async () => {
    await read('fr/vendeur-injoignable.html', { now: '2025-11-16T10:00:00Z' }, async (page) => {
      expect(await seenText(page, '#clockNote')).toMatch(/le 16 novembre 2025,.*jugée au 16 novembre 2026/);
      expect(await seenText(page, '.notice-expired')).toBeDefined();
    });
  });
});

it('marks in the contents the section that was jumped to', async () => {
  await read(refund, {}, async (page) => {
    const marked = () => textsOf(page, '.toc [aria-current]');
    expect(await marked()).toEqual([]);
    await page.evaluate("document.getElementById('escalade').scrollIntoView({ behavior: 'instant' })");
    await expect.poll(marked).toEqual(['Escalade']);
    await page.evaluate('window.scrollTo({ top: 0, behavior: "instant" })');
    await expect.poll(marked).toEqual([]);
  });
});

it('says so when the guide can’t be had, and starts it once it can', async () => {
  const { page } = await openReaderPage(browser, sites.http);
  let broken = true;
  // What the service worker has kept can't be held back.
  await page.setBypassServiceWorker(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (broken && /\/guide\.[^/]*js$/.test(request.url())) void request.abort();
    else void request.continue();
  });
  await page.goto(sites.http + late, { waitUntil: 'load' });
  await page.click('.guide-start a');
  await expect.poll(() => said(page)).toMatch(/^Le guide n’a pas pu être chargé/);
  broken = false;
  await page.click('.guide-start a');
  await page.waitForSelector('.guide-text', { timeout: patience });
  expect(await page.evaluate('location.hash')).toBe('#guide');
  await page.close();
});

it('has a light colour for each place in browsers that know no light-dark()', async () => {
  const sheets = (await readdir(path.join(out(), 'assets'))).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThanOrEqual(4);
  for (const name of sheets) {
    const css = await readFile(path.join(out(), 'assets', name), 'utf8');
    const [sheet = '', fallback = ''] = css.split('@supports not');
    const [variables = ''] = /^:root\{[^}]*/.exec(sheet) ?? [];
    for (const [, variable = ''] of variables.matchAll(/(--[\w-]+): [^;]*light-dark/g))
      expect(fallback).toMatch(new RegExp(`${variable}: [^;(]+[;}]`));
    for (const [, property, before] of sheet.matchAll(/([^{;]*?)(?:\{|;)(?!--)([a-z-]+):light-dark/g))
      expect(property, before).toMatch(new RegExp(`^${before}:#`));
  }
});

describe('nothing moves', () => {
  /**
   * Runs in the page: where everything stands that was there the first time. The footer may grow, for nothing is below it, and the scale of a picture
   * is written where its room is.
   */
  const measure = () => {
    const held = window as unknown as { seen?: Element[] };
    held.seen ??= [...document.querySelectorAll('body *:not(.site-footer, .site-footer *, .flow-scale)')];
    return held.seen.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const gone = !element.isConnected || width === 0;
      return { name: `${element.tagName} ${element.className}`, place: gone ? [] : [x, y, width, height] };
    });
  };

  it.each([
    ['an article', late, '.link-button'],
    ['a macro', 'fr/macro-retard-de-livraison.html', '.copy-button'],
    ['the home page with lists', 'index.html', '#favourites a'],
  ])('when the scripts of %s come late', async (_name, url, awake) => {
    await read(late, { kind: 'http' }, async (page) => {
      await page.click(star);
      await page.setBypassServiceWorker(true);
      await page.setRequestInterception(true);
      let release = (): void => {};
      let asked = false;
      page.on('request', (request) => {
        if (!/\/kb\.[^/]*js$/.test(request.url())) return void request.continue();
        asked = true;
        release = () => void request.continue();
      });
      for (const width of [360, 1280]) {
        await page.setViewport({ width, height: 900 });
        asked = false;
        const opened = page.goto(`${sites.http}${url}?${width}`, { waitUntil: 'load' });
        await expect.poll(() => asked, { timeout: patience }).toBe(true);
        // Before its style sheets are there, a page is not shown.
        await page.waitForFunction(
          () =>
            document.readyState === 'interactive' &&
            document.styleSheets.length === document.querySelectorAll('link[rel="stylesheet"]').length,
        );
        expect(await page.$(awake)).toBeNull();
        const before = await page.evaluate(measure);
        release();
        await opened;
        expect(await page.$(awake)).not.toBeNull();
        const after = await page.evaluate(measure);
        // A picture's scale is a whole number of per cent, which is worth a pixel.
        const moved = before.flatMap(({ name, place }, n) => {
          const { place: now = [] } = after[n] ?? {};
          return now.some((length, side) => Math.abs(length - (place[side] ?? length)) > 1.5)
            ? [`${name}: ${place} → ${now}`]
            : [];
        });
        expect(moved.slice(0, 5)).toEqual([]);
      }
    });
  });
});

describe('the weight of an article', () => {
  /** What a page names in its head to be loaded at once: styles, scripts, icon. */
  const partsOf = (html: string) =>
    [
      ...html.matchAll(
        /<(?:link rel="(?:stylesheet|icon|preload)"|script)[^>]*? (?:href|src)="\.\.\/([^"]+)"/g,
      ),
    ].map(([, url = '']) => url);
  const weigh = async (file: string) => gzipSync(await readFile(path.join(out(), file)), { level: 9 }).length;
  const weighAll = async (files: readonly string[]) =>
    (await Promise.all(files.map(weigh))).reduce((sum, weight) => sum + weight, 0);
  let heaviest = '';

  it('is at most 40 KB compressed for each, with what its head names', async () => {
    const weights: (readonly [file: string, weight: number])[] = [];
    for (const lang of ['fr', 'en']) {
      for (const name of await readdir(path.join(out(), lang))) {
        const file = `${lang}/${name}`;
        const html = name.endsWith('.html') ? await readFile(path.join(out(), file), 'utf8') : '';
        if (html.includes('<article class="article'))
          weights.push([file, await weighAll([file, ...partsOf(html)])]);
      }
    }
    expect(weights.length).toBeGreaterThan(50);
    expect(weights.filter(([, weight]) => weight > 40_000)).toEqual([]);
    [[heaviest]] = weights.toSorted(([, one], [, other]) => other - one) as [readonly [string, number]];
  });

  it('is no more with all that the browser asks for, and search is not among it', async () => {
    await read('404.html', { kind: 'http' }, async (page) => {
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1)));
      await page.goto(sites.http + heaviest, { waitUntil: 'networkidle0' });
      expect(asked.size).toBeGreaterThan(4);
      // The sample has an urgent announcement, which this reader has not read.
      expect(await page.$('.urgent-banner')).not.toBeNull();
      expect([...asked].filter((file) => /search|pagefind|palette|guide\.[^/]*js/.test(file))).toEqual([]);
      expect(await weighAll([...asked])).toBeLessThanOrEqual(40_000);
    });
  });
});

describe('axe finds no fault, in light, dark and high contrast,', () => {
  const tick = () => document.querySelector<HTMLElement>('.tick')?.click();

  it.each<[string, string, (() => void)?]>([
    ['the home page', 'index.html'],
    ['a category', 'fr/category/livraison/index.html'],
    ['a contact reason', 'fr/reason/delivery.late/index.html'],
    ['an article with ticked steps', late, tick],
    ['a guide', `${late}#guide`],
    ['an expired article', 'fr/vendeur-injoignable.html'],
    ['the search page', 'fr/search.html'],
    ['the page of an unknown address', '404.html'],
  ])('on %s', async (_name, url, act) => {
    await read(url === 'index.html' ? late : url, {}, async (page) => {
      if (url === 'index.html') {
        await page.click(star);
        await page.goto(sites.file + url, { waitUntil: 'load' });
      }
      if (act) await page.evaluate(act);
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });
});
