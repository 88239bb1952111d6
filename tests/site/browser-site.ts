// A folder with every sample page, opened in a real Chromium as by double click: what the tests of the reader's site look at.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { renderPage } from '../../site/render-page.tsx';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { articleView, sampleViews } from './sample-views.ts';

/** Milliseconds: far more than a page from disk needs, enough for a busy machine. */
export const patience = 60_000;

export interface OpenOptions {
  /** The instant at which the reader's clock stands; the day of the build without it. */
  readonly now?: string;
  readonly theme?: 'light' | 'dark';
  /** Width of the window in CSS pixels. */
  readonly width?: number;
}

export interface BrowserSite {
  readonly folder: string;
  /** Opens a sample page and lets `use` look at it; fails when the page complains or asks for anything outside the folder. */
  readonly open: (name: string, options: OpenOptions, use: (page: Page) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Writes the site into a temporary folder, its search answering from a list, and starts the browser. */
export async function openBrowserSite(): Promise<BrowserSite> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-site-'));
  await buildSite(folder);
  const browser = await launchBrowser(await findBrowser());
  return {
    folder,
    open: async (name, options, use) => {
      const page = await browser.newPage();
      const complaints = listen(page, pathToFileURL(folder).href);
      try {
        await page.setViewport({ width: options.width ?? 1280, height: 900 });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: options.theme ?? 'light' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await page.evaluateOnNewDocument(stopClock, options.now ?? '2026-11-16T10:00:00Z');
        await page.goto(pathToFileURL(join(folder, pathOf(name))).href, { waitUntil: 'load' });
        await use(page);
        expect(complaints).toEqual([]);
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where the sample page `name` is in the folder: as deep as its view says. */
function pathOf(name: string): string {
  const { root } = sampleViews[name] ?? expect.fail(`no sample ${name}`);
  return root === '' ? `${name}.html` : `${'x/'.repeat(root.length / 3)}${name}.html`;
}

/** Text of the first match as the reader sees it, or undefined. */
export function textOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    return element?.checkVisibility() ? (element.textContent ?? '') : undefined;
  }, selector);
}

/** What axe-core finds fault with on the page as it is; with `rules`, only they are asked. */
export async function axeFaults(page: Page, ...rules: string[]): Promise<readonly string[]> {
  await page.evaluate(await axeSource);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ preload: false, ...(runOnly.length > 0 ? { runOnly } : {}) });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.target}: ${node.failureSummary}`),
    );
  }, rules);
}

/** What axe-core finds fault with in the light theme; of the dark one and of high contrast on both, in their colours; and targets under 24 pixels (WCAG 2.5.8). */
export async function axeFaultsInThemes(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [theme, scheme] of [
    ['light', 'light'],
    ['dark', 'dark'],
    ['contrast', 'light'],
    ['contrast', 'dark'],
  ] as const) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.select('#themeChoice', theme);
    const faults = await axeFaults(page, ...(theme === 'light' ? [] : ['color-contrast', 'target-size']));
    found.push(...faults.map((fault) => `${theme} on ${scheme}: ${fault}`));
  }
  return found;
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

async function buildSite(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  await promisify(execFile)(process.execPath, ['scripts/build-assets.mjs', assets]);
  await build({
    entryPoints: { search: 'tests/site/fake-search.ts' },
    outdir: assets,
    bundle: true,
    logLevel: 'error',
  });
  const pages = Object.entries(sampleViews).map(([name, view]) => [pathOf(name), view] as const);
  // A redirect leads somewhere, and the header's search has a page to lead to.
  const targets = [articleView, sampleViews.search ?? expect.fail()].map((view) => [view.url, view] as const);
  for (const [path, view] of [...pages, ...targets]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), renderPage(view));
  }
}

/** Collects what the page says to the console, throws, fails to load, or asks for outside `base`. */
function listen(page: Page, base: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) complaints.push(`outside: ${request.url()}`);
  });
  return complaints;
}

/** Runs in the page: the clock stands still at `now`. */
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
