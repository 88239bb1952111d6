// A reader's page in a real Chromium: opened at a place and an instant of the reader's, and watched for whatever goes wrong.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer';
import sirv from 'sirv';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';

/** Milliseconds: far more than a page needs, enough for a busy machine. */
export const patience = 60_000;

/** A browser of a reader who asked for less motion: a page that still scrolls by itself is hit elsewhere than where a test aimed. */
export async function openReaderBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return launchBrowser({ ...found, args: [...found.args, '--force-prefers-reduced-motion'] });
}

/** What Chromium says of an icon that it was still fetching when its page was left; what the site answers is watched by itself. */
const leftIcon = /^Error while trying to use the following icon from the Manifest: \S+ \(Download error/;

export interface Reader {
  /** The instant at which the reader's clock stands; it runs as it is without one. */
  readonly now?: string;
  /** The reader's time zone. */
  readonly timezone?: string;
  readonly scripts?: boolean;
  /** Whether the reader's browser lets pages store anything. */
  readonly storage?: boolean;
}

export interface WatchedPage {
  readonly page: Page;
  /** What the page said to the console, threw, failed to load, or asked for outside of the site. */
  readonly complaints: string[];
}

/** Opens a blank page for `reader`, in `browser` or a context of it; whatever it does outside of `site`, an address, counts as a complaint. */
export async function openReaderPage(
  browser: Pick<Browser, 'newPage'>,
  site: string,
  reader: Reader = {},
): Promise<WatchedPage> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!leftIcon.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${String(error)}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) complaints.push(`outside: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.setViewport({ width: 1280, height: 900 });
  if (reader.scripts === false) await page.setJavaScriptEnabled(false);
  if (reader.timezone !== undefined) await page.emulateTimezone(reader.timezone);
  if (reader.storage === false) await page.evaluateOnNewDocument(denyStorage);
  if (reader.now !== undefined) await page.evaluateOnNewDocument(stopClock, reader.now);
  return { page, complaints };
}

/** Runs in the page, before its scripts: whoever as much as names a storage is refused, as in a private window. */
function denyStorage(): void {
  for (const kind of ['localStorage', 'sessionStorage'])
    Object.defineProperty(globalThis, kind, {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
}

/** Runs in the page, before its scripts: the clock stands still at `now`. */
function stopClock(now: string): void {
  const RealDate = Date;
  const instant = RealDate.parse(now);
  globalThis.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [instant] : args) as [number]));
    }
    static override now(): number {
      return instant;
    }
  } as DateConstructor;
}

/** Text of the first match that the reader can see, or undefined; every run of spaces, French ones too, counts as one. */
export function seenText(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    return element?.checkVisibility() ? (element.textContent ?? '').replace(/\s+/g, ' ').trim() : undefined;
  }, selector);
}

/** Clicks the first match in the middle of the window, as a reader would: at its lower edge, an urgent announcement lies over the page. */
export async function clickInView(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.click(selector);
}

/** Puts `text` into a field that searches while somebody types, all at once, as a paste: letter by letter, a slow machine searches for its beginnings too. */
export async function pasteInto(page: Page, selector: string, text: string): Promise<void> {
  await page.focus(selector);
  // Not by the keyboard of the driver: Firefox's takes one character at a time.
  await page.evaluate((pasted) => document.execCommand('insertText', false, pasted), text);
}

export interface WebSite {
  /** Ends in `/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves `folder` as any web server would: files as they are, `404.html` for the rest. */
export async function serveFolder(folder: string): Promise<WebSite> {
  const answer = sirv(folder, { dev: true, dotfiles: true });
  const server = createServer((request, response) =>
    answer(request, response, () => {
      void readFile(`${folder}/404.html`).then((page) => response.writeHead(404).end(page));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
