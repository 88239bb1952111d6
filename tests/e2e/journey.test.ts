// With the customer on the line and no mouse: from the home page by search to an article, through its guide, to a copied case note.
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangingServer, startChangingServer } from '../support/changing-server.ts';
import { firefox, openFirefox } from '../support/firefox.ts';
import { waitForWords } from '../support/offline-reader.ts';
import { openReaderBrowser, pasteInto, patience, seenText } from '../support/reader-page.ts';
import { sampleSite } from '../support/sample-site.ts';

let folder = '';
let server: ChangingServer;

beforeAll(async () => {
  const { site } = await sampleSite();
  folder = `${pathToFileURL(site).href}/`;
  server = await startChangingServer(site);
}, 300_000);

afterAll(() => server?.close());

/** Presses Tab until the focus is on what `selector` names, as often as a patient person would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

const poll = (page: Page, selector: string) =>
  expect.poll(() => seenText(page, selector), { timeout: patience, interval: 50 });

/** Nothing here moves or presses a mouse. */
async function travel(page: Page, home: string): Promise<void> {
  await page.goto(home, { waitUntil: 'load' });
  await page.keyboard.press('/');
  await poll(page, 'dialog[open] #paletteField').toBeDefined();
  await pasteInto(page, '#paletteField', 'livraison en retart');
  // What was read before stands there until the answer comes.
  await poll(page, '.palette .search-count').toContain('retart');
  await poll(page, '.palette-option').toContain('Livraison en retard');
  await page.keyboard.press('ArrowDown');
  await poll(page, '#paletteOption1[aria-selected="true"]').toBeDefined();
  await page.keyboard.press('ArrowUp');
  await poll(page, '#paletteOption0[aria-selected="true"]').toContain('Livraison en retard');
  await page.keyboard.press('Enter');
  await poll(page, 'h1').toBe('Livraison en retard');
  await tabTo(page, '.guide-start a');
  await page.keyboard.press('Enter');
  await poll(page, '.guide-text').toBeTruthy();
  for (let steps = 0; (await page.$('#guideNote')) === null; steps++) {
    expect(steps).toBeLessThan(20);
    const before = await page.evaluate('location.hash');
    await page.keyboard.press('1' as KeyInput);
    await expect.poll(() => page.evaluate('location.hash'), { timeout: patience }).not.toBe(before);
  }
  await tabTo(page, '.guide-note-head button');
  await page.keyboard.press('Enter');
  await poll(page, '.guide-note-status').toBe('Note copiée');
  const note = await page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value);
  expect(note).toMatch(/^Livraison en retard\n/);
  expect(note).toContain('livraison-en-retard');
}

const browsers = [
  ['Chromium', openReaderBrowser, true],
  ['Firefox', openFirefox, firefox !== undefined],
] as const;

describe.each(browsers)('%s', (_name, open, there) => {
  let browser: Browser;

  beforeAll(async () => {
    if (there) browser = await open();
  });
  afterAll(() => browser?.close());

  it.skipIf(!there)('goes all the way in a folder opened by double click', async () => {
    const page = await browser.newPage();
    await travel(page, `${folder}index.html`);
    await page.close();
  });

  it.skipIf(!there)('goes all the way on a web server, and again once it is out of reach', async () => {
    const page = await browser.newPage();
    await travel(page, server.url);
    await waitForWords(page, 'Disponible hors connexion');
    server.set({ down: true });
    try {
      await travel(page, server.url);
      // Said once the worker has tried to reach the server.
      await waitForWords(page, 'Hors connexion');
    } finally {
      server.set({ down: false });
      await page.close();
    }
  });
});

describe('without scripts', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openReaderBrowser();
  });
  afterAll(() => browser?.close());

  it.each([
    ['the home page', 'index.html', ['Colis en retard', 'Rechercher'], false],
    ['a category', 'fr/category/livraison/index.html', ['Livraison en retard'], true],
    ['a contact reason', 'fr/reason/delivery.late/index.html', ['Livraison en retard'], true],
    ['an owner', 'fr/owner/livraison/index.html', ['Livraison en retard'], true],
    ['what is new', 'fr/new/index.html', ['Nouveautés'], false],
    ['an article', 'fr/geste-commercial.html', ['Geste commercial'], true],
    ['an archived article', 'fr/bareme-geste-commercial-2025.html', ['archivé'], false],
    ['the search page', 'fr/search.html', ['JavaScript'], false],
    ['the health page', 'fr/health.html', ['Validité'], false],
    ['the way in for other tools', 'go.html', ['Colis en retard'], false],
    ['a former id', 'fr/statut-remboursement.html', ['Suivre un remboursement'], false],
    ['an unknown address', '404.html', ['n’existe pas'], false],
  ])('%s says what it has to say', async (_name, url, words, judged) => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    // A former id's page leads on by itself: what was asked of a page that is left may never be answered.
    await Promise.race([
      page.goto(folder + url, { waitUntil: 'load' }).catch(() => undefined),
      delay(10_000),
    ]);
    const look = () => Promise.race([seenText(page, 'body').catch(() => ''), delay(2000, '')]);
    const seen = expect.poll(look, { timeout: patience });
    for (const word of words) await seen.toContain(word);
    if (judged) await seen.toMatch(/Valable|À revoir|Périmé/);
    await Promise.race([page.close().catch(() => undefined), delay(5000)]);
  });
});
