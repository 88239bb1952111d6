// What a reader of a site that can be read offline sees, and what the test may do to the browser behind the reader's back.
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { expect } from 'vitest';
import { patience, seenText } from './reader-page.ts';

export interface Seen {
  /** Which build the HTML, the script and the search index say they are of. */
  readonly html: string;
  readonly script: string;
  readonly index: string;
  /** The version that the worker served; '' where the page came from the server. */
  readonly version: string;
}

/** What the page is made of; fails where it is blank. `indexes` holds the text of each build's index entry. */
export async function lookAt(page: Page, indexes: Readonly<Record<string, string>>): Promise<Seen> {
  const { words, entry, ...seen } = await page.evaluate(async () => {
    const { script = '', build: version = '' } = document.documentElement.dataset;
    const style = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '';
    const answer = await fetch(new URL('../pagefind/pagefind-entry.json', style)).catch(() => undefined);
    return {
      html: document.querySelector('.brand-name')?.textContent?.replace('Base ', '') ?? '',
      script,
      version,
      words: document.querySelector('main')?.textContent?.trim().length ?? 0,
      entry: (await answer?.text()) ?? '',
    };
  });
  expect(words).toBeGreaterThan(10);
  const index = Object.entries(indexes).find(([, text]) => text === entry)?.[0] ?? '';
  return { ...seen, index };
}

/** What the page says at its end and in the bar. Asked from here: Firefox lets no waiting function past the page's policy. */
const said = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#offlineStatus, .offline-bar.shown')]
      .map((element) => element.textContent)
      .join(' | '),
  );

/** Waits until the page says `words` at its end or in the bar. */
export async function waitForWords(page: Page, words: string): Promise<void> {
  await expect.poll(() => said(page), { timeout: patience, interval: 50 }).toContain(words);
}

/** Comes back to the page, again and again as a reader does, until it says `words`. */
export async function comeBackUntil(page: Page, words: string): Promise<void> {
  const seen = async () => {
    await comeBack(page);
    return said(page);
  };
  await expect.poll(seen, { timeout: patience, interval: 1000 }).toContain(words);
}

export const statusOf = (page: Page) => seenText(page, '#offlineStatus');
export const barOf = (page: Page) => seenText(page, '.offline-bar.shown');

/** Has the page greet the worker again, as it does when the reader comes back to it: one that lies behind another does not. */
export async function comeBack(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

export const cacheNames = (page: Page) => page.evaluate(async () => (await caches.keys()).sort());

/** Ends every service worker at once, whatever it is doing; the browser starts them again when it needs them. */
export async function killWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Lets the site at `url` keep no more than `bytes` in this browser; without, as much as it likes. */
export async function limitStorage(page: Page, url: string, bytes?: number): Promise<void> {
  const session = await page.createCDPSession();
  const { origin } = new URL(url);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  });
  // The limit lasts as long as the session.
  if (bytes === undefined) await session.detach();
}

/** Opens `url` in a new tab. */
export async function openTab(context: BrowserContext | Browser, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  return page;
}
