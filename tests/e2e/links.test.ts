// Links of other tools and what programs read, on a real site in a real Chromium: from a web server, from a folder, and with scripts off.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import {
  openReaderBrowser,
  openReaderPage,
  type Reader,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

const config = `${baseConfig}reasons:
  delivery.late: { fr: Colis en retard, en: Late parcel }
  delivery.lost: { fr: Colis perdu, en: Lost parcel }
site:
  logo: logo.svg
  accent: "#ffcc00"
  contact: redaction@mirandelle.example
`;
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><script>alert(1)</script><path d="M0 0h60v60z"/></svg>';

const late = { type: 'decision', reasons: '[delivery.late]', forms: '[late-parcel]' };
const lost = { type: 'faq', reasons: '[delivery.lost]' };

let base: SmallBase;
let browser: Browser;
let web: WebSite;
const sites = { http: '', file: '' };

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': config,
    'logo.svg': logo,
    'content/retard.md': articleText('retard', 'Appelez le [standard](tel:+33199005210).', late),
    'content/perdu-un.md': articleText('perdu-un', 'Texte.', { ...lost, expires: sampleDay }),
    'content/perdu-deux.md': articleText('perdu-deux', 'Texte.', { ...lost, expires: '2026-11-12' }),
    'content/perdu-trois.md': articleText('perdu-trois', 'Texte.', lost),
    'content/en/retard.md': articleText('retard', 'Text.', { ...late, lang: 'en', title: 'Late' }),
  });
  const built = await runKb(['build', '--today', sampleDay, '--out', 'site'], { cwd: base.root });
  expect(built).toMatchObject({ code: 0 });
  const folder = path.join(base.root, 'site');
  web = await serveFolder(folder);
  sites.http = web.url;
  sites.file = `${pathToFileURL(folder).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await base?.remove();
});

/** Opens `url` of a site, lets `use` look at where that led, and fails when anything went wrong meanwhile. */
async function follow(
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

/** The address that the page has come to, from the site's root. */
async function addressOf(page: Page, kind: keyof typeof sites): Promise<string> {
  await page.waitForFunction(() => !window.location.pathname.endsWith('/go.html'));
  return page.evaluate(() => window.location.href).then((href) => href.slice(sites[kind].length));
}

/** What other tools open, and where that leads. */
const links = [
  ['go.html?reason=delivery.late&lang=fr&customer=4711', 'fr/retard.html'],
  ['go.html?reason=delivery.late&lang=en', 'en/retard.html'],
  ['go.html?reason=delivery.lost&lang=fr', 'fr/reason/delivery.lost/index.html'],
  ['go.html?reason=delivery.lost&lang=en', 'en/search.html?q=delivery+lost'],
  ['go.html?id=perdu-un&lang=fr', 'fr/perdu-un.html'],
  ['go.html#reason=delivery.late&lang=fr', 'fr/retard.html'],
  ['go.html#form=late-parcel&lang=en', 'en/retard.html'],
  ['go.html?form=late-parcel&lang=fr', 'fr/retard.html'],
] as const;

describe.each(['http', 'file'] as const)('a link of another tool, on %s', (kind) => {
  it('leads on, with no trace in the history and no referrer', async () => {
    await follow(kind, 'go.html', async (page) => {
      let steps = await page.evaluate(() => window.history.length);
      for (const [link, target] of links) {
        await page.goto('about:blank');
        await page.goto(sites[kind] + link, { waitUntil: 'load' });
        expect(await addressOf(page, kind), link).toBe(target);
        steps += 2;
        const trace = () => [document.referrer, window.history.length];
        expect(await page.evaluate(trace), link).toEqual(['', steps]);
      }
    });
  });

  it('to an unknown reason behind # stays, says so, and has the words ready to be searched for', async () => {
    await follow(kind, 'go.html#reason=colis-fantôme&lang=fr', async (page) => {
      await page.waitForFunction(() => document.activeElement?.id === 'searchField');
      expect(await seenText(page, '#goUnknown')).toContain('n’existe pas');
      expect(await page.$eval('#searchField', (field) => (field as HTMLInputElement).value)).toBe(
        'colis fantôme',
      );
    });
  });

  it('with scripts off is the list of contact reasons, each a link', async () => {
    await follow(
      kind,
      'go.html?reason=delivery.late&lang=fr',
      async (page) => {
        expect(await seenText(page, '[data-go-lang="fr"] li:first-child')).toBe(
          'Colis en retard Titre de retard',
        );
        await page.click('[data-go-lang="fr"] a[data-reason="delivery.lost"]');
        await page.waitForSelector('.layout-list h1');
        expect(await seenText(page, 'h1')).toBe('Colis perdu');
      },
      { scripts: false },
    );
  });

  it('the page of news shows what ran out, with its validity, with scripts off', async () => {
    await follow(
      kind,
      'fr/new/index.html',
      async (page) => {
        expect(await seenText(page, 'main h2')).toBe('13 novembre 2026');
        expect(await seenText(page, '.news-row')).toMatch(/^Fin de validité ?Titre de perdu-deux ?Périmé/);
      },
      { scripts: false },
    );
  });

  it('an article judged again on the reader’s clock is judged in the news too', async () => {
    await follow(
      kind,
      'index.html',
      async (page) => {
        expect(await seenText(page, '.section-week .news-row')).toContain('Périmé');
        expect(await page.$eval('html', (html) => html.dataset.writers)).toBe('redaction@mirandelle.example');
        expect(await seenText(page, '#favourites, #recent')).toBeUndefined();
      },
      { now: '2027-06-01T10:00:00Z' },
    );
  });
});

describe('the team’s own look', () => {
  it('is its logo, cleaned, at a size that is known before, and its colour in both themes', async () => {
    await follow('http', 'fr/retard.html', async (page) => {
      const theme = (value: string) => [
        { name: 'prefers-color-scheme', value },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      const look = () =>
        page.evaluate(() => {
          const image = document.querySelector<HTMLImageElement>('.brand-logo');
          const link = document.querySelector('.status a');
          return {
            size: [image?.naturalWidth !== 0, image?.clientWidth, image?.clientHeight],
            color: link && getComputedStyle(link).color,
          };
        });
      await page.emulateMediaFeatures(theme('light'));
      const light = await look();
      expect(light.size).toEqual([true, 30, 30]);
      await page.emulateMediaFeatures(theme('dark'));
      expect((await look()).color).toBe('rgb(255, 204, 0)');
      expect(light.color).not.toBe('rgb(255, 204, 0)');
      const file = await page.evaluate(async () => (await fetch('/assets/logo.svg')).text());
      expect(file).toContain('<path');
      expect(file).not.toContain('script');
    });
  });
});

it('a browser reads the feed that pages name as XML', async () => {
  await follow('http', 'fr/retard.html', async (page) => {
    const found = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[type="application/atom+xml"]');
      const xml = new DOMParser().parseFromString(
        await (await fetch(link?.href ?? '')).text(),
        'application/xml',
      );
      const [entry] = xml.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'entry');
      return { faults: xml.querySelectorAll('parsererror').length, text: entry?.textContent };
    });
    expect(found).toMatchObject({ faults: 0, text: expect.stringContaining('Titre de perdu-deux') });
  });
});

it('a link that calls can be pressed, and shows its number on paper', async () => {
  await follow('http', 'fr/retard.html', async (page) => {
    const link = await page.$eval('.prose a[href^="tel:"]', (each) => each.getAttribute('href'));
    expect(link).toBe('tel:+33199005210');
    const after = () =>
      page.$eval('.prose a[href^="tel:"]', (each) => window.getComputedStyle(each, '::after').content);
    expect(await after()).toBe('none');
    await page.emulateMediaType('print');
    expect(await after()).toMatch(/\+33 1 99 00 52 10/);
  });
});
