// The same site in Firefox, where one is installed: from a folder by double click, and over http with the server out of reach after the first visit.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase, type SmallBase } from '../serve/small-base.ts';
import { type ChangingServer, startChangingServer } from '../support/changing-server.ts';
import { firefox, openFirefox } from '../support/firefox.ts';
import { guideBase } from '../support/guide-base.ts';
import { barOf, waitForWords } from '../support/offline-reader.ts';
import { pasteInto, patience, seenText } from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

let base: SmallBase;
let site: string;
let browser: Browser;
let server: ChangingServer;

beforeAll(async () => {
  if (firefox === undefined) return;
  base = await makeBase(guideBase);
  site = path.join(base.root, 'public');
  const built = await runKb(['build', '--today', sampleDay], { cwd: base.root });
  if (built.code !== 0) throw new Error(built.err);
  server = await startChangingServer(site);
  browser = await openFirefox();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await base?.remove();
});

/** From the search field to an article, and a step into its guide. */
async function searchAndFollow(page: Page): Promise<void> {
  await pasteInto(page, '#searchField', 'rembourser');
  await page.keyboard.press('Enter');
  const hit = '#search-results a.article-row-title[href$="rembourser.html"]';
  await page.waitForSelector(hit, { timeout: patience });
  await Promise.all([page.waitForNavigation(), page.click(hit)]);
  expect(await seenText(page, 'h1')).toBe('Rembourser une commande');
  expect(await seenText(page, '.status-bar')).toContain('31 mars 2027');
  expect(await page.$('.flow-picture svg')).not.toBeNull();
  await page.click('.guide-start a');
  await page.waitForSelector('.guide-text', { timeout: patience });
}

describe.skipIf(firefox === undefined)('in Firefox', () => {
  it('search, article and guide work from a folder, and nothing complains', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${pathToFileURL(site).href}/fr/search.html`);
    await searchAndFollow(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('the whole base can be read with the server out of reach after the first visit', async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    await waitForWords(page, 'Disponible hors connexion');
    expect(await barOf(page)).toBeUndefined();
    server.set({ down: true });
    await page.goto(`${server.url}fr/search.html`);
    await waitForWords(page, 'Hors connexion · version du 16 novembre 2026');
    await searchAndFollow(page);
    await page.close();
  });
});
