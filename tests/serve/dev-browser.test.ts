// `kb dev` in a real browser: what a writer sees while editing.

import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { startDev } from '../../src/serve/dev-server.ts';
import type { RunningServer } from '../../src/serve/start-server.ts';
import { articleText, baseConfig, flowchart, makeBase, type SmallBase } from './small-base.ts';

const article = 'content/colis.md';
let base: SmallBase;
let server: RunningServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  base = await makeBase({ [article]: articleText('colis', `Texte d’origine.\n\n${flowchart}`) });
  server = await startDev({
    root: base.root,
    host: '127.0.0.1',
    port: 0,
    lang: 'fr',
    todayOf: () => '2026-06-15' as IsoDate,
    onReread: () => undefined,
    onError: (error) => complaints.push(String(error)),
  });
  browser = await launchBrowser(await findBrowser());
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The panel's own note that the server answered with an error page is expected.
    if (message.type() === 'error' && !message.text().includes('500')) complaints.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await base?.remove();
});

/** Waits until the page, or the panel over it, shows `words`. */
function untilShown(words: string): Promise<unknown> {
  const shows = (wanted: string) =>
    [document.body?.textContent, document.body?.lastElementChild?.shadowRoot?.textContent].some((text) =>
      text?.includes(wanted),
    );
  return page.waitForFunction(shows, { timeout: 60_000 }, words);
}

describe('a page that a writer has open', () => {
  it('shows its flowchart, and its findings over it', async () => {
    await page.goto(`${server.url}fr/colis.html`);
    await untilShown('Texte d’origine.');
    expect(await page.$$eval('figure svg [data-node]', (nodes) => nodes.length)).toBe(3);
    await untilShown('is-validated');
  });

  it('loads again by itself after an edit, with the new findings', async () => {
    await base.write(article, articleText('colis', 'Texte nouveau, voir [rien](rien.md).'));
    await untilShown('Texte nouveau');
    await untilShown('links-resolve');
  });

  it('shows what is wrong with the configuration, and comes back once it is mended', async () => {
    await base.write('kb.config.yaml', 'name: [');
    await untilShown('La base ne peut pas être lue');
    await base.write('kb.config.yaml', baseConfig);
    await untilShown('Texte nouveau');
  });

  it('finds an article that was just written', async () => {
    await base.write('content/autre.md', articleText('autre', 'Un hippopotame au guichet.'));
    await page.goto(`${server.url}fr/search.html?q=hippopotame`);
    await untilShown('Titre de autre');
  });

  it('had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
