// The site's search in a real browser, over http:// and from a folder, against the same search in Node.

import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchEngine } from '../../site/scripts/search-engine/types.ts';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { openSiteSearch } from '../../src/publish/query-index.ts';
import { buildSearchIndex } from '../../src/publish/search-index.ts';
import { ensureEngine, searchDocuments, writeSite } from './search-pages.ts';

const queries = [
  'remboursement',
  'remboursements',
  'livree en retard',
  'pourquoi mon compte ?',
  '<script>',
  'zzyzx',
];

let siteDir = '';
let browser: Browser;
let server: Server;

beforeAll(async () => {
  ensureEngine();
  siteDir = await writeSite();
  await build({
    entryPoints: [join(import.meta.dirname, '../../site/scripts/search-engine/open-search.ts')],
    outfile: join(siteDir, 'open-search.js'),
    bundle: true,
    format: 'iife',
    globalName: 'kbSearch',
  });
  await buildSearchIndex(siteDir, searchDocuments);
  server = createServer(sirv(siteDir)).listen(0, '127.0.0.1');
  browser = await launchBrowser(await findBrowser());
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(siteDir, { recursive: true, force: true });
});

interface PageGlobals {
  readonly kbSearch: { openSearch(options: { root: string; lang: string }): Promise<SearchEngine> };
}

/** Runs in the page: opens the search of a folder that has none. */
async function openElsewhere(): Promise<void> {
  await (globalThis as unknown as PageGlobals).kbSearch.openSearch({ root: './', lang: 'fr' });
}

/** Runs in the page: each query's answer, from two openings of the same search. */
async function searchInPage(all: readonly string[]): Promise<SearchAnswer[]> {
  const { kbSearch } = globalThis as unknown as PageGlobals;
  const first = await kbSearch.openSearch({ root: '../', lang: 'fr' });
  const second = await kbSearch.openSearch({ root: '../', lang: 'fr' });
  return Promise.all(all.map((query, index) => (index % 2 === 0 ? first : second).search(query)));
}

async function searchAt(siteUrl: string) {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  page.on('request', (request) => requests.push(request.url()));
  try {
    await page.goto(`${siteUrl}/fr/colis-abime.html`);
    return { answers: await page.evaluate(searchInPage, queries), complaints, requests };
  } finally {
    await page.close();
  }
}

const siteUrls = {
  'http://': () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  'file://': () => pathToFileURL(siteDir).href,
};

describe.each(['http://', 'file://'] as const)('openSearch on %s', (scheme) => {
  it('answers as the same search does in Node, quietly and from the site’s own files', async () => {
    const siteUrl = siteUrls[scheme]();
    const { answers, complaints, requests } = await searchAt(siteUrl);
    const engine = await openSiteSearch(siteDir, 'fr');
    expect(answers).toEqual(await Promise.all(queries.map((query) => engine.search(query))));
    expect(answers[2]?.hits[0]?.url).toBe('fr/livraison-en-retard.html');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
  }, 60_000);

  it('rejects where the site has no index', async () => {
    const page = await browser.newPage();
    try {
      await page.goto(`${siteUrls[scheme]()}/fr/colis-abime.html`);
      await expect(page.evaluate(openElsewhere)).rejects.toThrow('Unable to load');
    } finally {
      await page.close();
    }
  }, 60_000);
});
