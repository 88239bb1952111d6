// Builds come and go while a reader reloads, opens tabs, loses the network, runs out of room and loses the worker, in seeded random orders:
// after each step every open page is of one whole build, all of the same, and none is blank.
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangingServer, startChangingServer } from '../support/changing-server.ts';
import {
  comeBack,
  comeBackUntil,
  killWorkers,
  limitStorage,
  lookAt,
  openTab,
  type Seen,
  waitForWords,
} from '../support/offline-reader.ts';
import { openReaderBrowser } from '../support/reader-page.ts';
import { makeTwoBuilds, type TwoBuilds } from '../support/two-builds.ts';

/** How many orders are tried, and from which seed on; `KB_ORDERS=200 KB_STEPS=30 KB_SEED=7 npx vitest run …` tries others. */
const orders = Number(process.env.KB_ORDERS ?? 2);
const firstSeed = Number(process.env.KB_SEED ?? 20_261_116);
const stepsPerOrder = Number(process.env.KB_STEPS ?? 12);

let builds: TwoBuilds;
let browser: Browser;

beforeAll(async () => {
  [builds, browser] = await Promise.all([makeTwoBuilds(), openReaderBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await builds?.remove();
});

/** Numbers from 0 to 1, the same in every run (mulberry32, by Tommy Ettinger, public domain). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface World {
  readonly context: BrowserContext;
  readonly server: ChangingServer;
  readonly pages: Page[];
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

const urls = ['index.html', 'fr/article-1.html', 'fr/article-2.html#mainContent', 'fr/changing.html', 'fr/'];

/** Accepts the offer where there is one, in one go: it may be withdrawn at any moment. */
const acceptNow = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('.offline-bar.shown .button');
    const there = button?.checkVisibility() ?? false;
    if (there) button?.click();
    return there;
  });

/** What may happen: how often, beside the others, and what it does. */
const happenings: readonly (readonly [
  name: string,
  weight: number,
  happen: (world: World) => Promise<unknown>,
])[] = [
  ['build A is published', 2, async ({ server, pages, pick }) => publish('A', server, pick(pages))],
  ['build B is published', 2, async ({ server, pages, pick }) => publish('B', server, pick(pages))],
  ['the network is cut', 1, async ({ server }) => server.set({ down: true })],
  ['the network is back', 3, async ({ server }) => server.set({ down: false, slow: 0 })],
  ['the network is slow', 1, async ({ server }) => server.set({ slow: 20 })],
  ['a page is loaded again', 2, ({ pages, pick }) => pick(pages).reload()],
  ['a link is followed', 3, ({ pages, pick, server }) => pick(pages).goto(server.url + pick(urls))],
  ['a tab is opened', 3, openOneMore],
  ['a tab is closed', 1, async ({ pages }) => (pages.length > 1 ? pages.pop()?.close() : undefined)],
  [
    'all tabs are closed, and one is opened',
    1,
    async (world) => {
      for (const page of world.pages.splice(0)) await page.close();
      await openOneMore(world);
    },
  ],
  ['the reader comes back', 3, ({ pages, pick }) => comeBack(pick(pages))],
  ['some time passes', 3, () => delay(400)],
  ['there is no room', 1, ({ pages, pick, server }) => limitStorage(pick(pages), server.url, 1000)],
  ['there is room', 2, ({ pages, pick, server }) => limitStorage(pick(pages), server.url, 1_000_000_000)],
  ['the worker is ended', 1, ({ pages, pick }) => killWorkers(pick(pages))],
  ['the offer is accepted', 5, acceptIfOffered],
];
const lots = happenings.flatMap((happening) => Array.from({ length: happening[1] }, () => happening));

async function publish(name: 'A' | 'B', server: ChangingServer, page: Page): Promise<void> {
  server.set({ folder: builds.folders[name] });
  await comeBack(page);
}

async function openOneMore({ context, pages, pick, server }: World): Promise<void> {
  if (pages.length < 3) pages.push(await openTab(context, server.url + pick(urls)));
}

async function acceptIfOffered({ pages }: World): Promise<void> {
  for (const page of pages) {
    const loaded = page.waitForNavigation().catch(() => undefined);
    if (!(await acceptNow(page))) continue;
    await loaded;
    return;
  }
}

/** What the page is made of; looked at again where it was being loaded meanwhile. */
async function see(page: Page): Promise<Seen> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await lookAt(page, builds.indexes);
    } catch (error) {
      if (tries === 5 || !/context|navigation|null/i.test(String(error))) throw error;
      await delay(200);
    }
  }
}

async function expectOneBuild(pages: readonly Page[]): Promise<void> {
  const seen = await Promise.all(pages.map(see));
  for (const { html, script, index, version } of seen) {
    expect(['A', 'B']).toContain(html);
    expect({ script, index, version }).toEqual({
      script: html,
      index: html,
      version: builds.versions[html as 'A' | 'B'],
    });
  }
  expect(new Set(seen.map(({ version }) => version)).size).toBe(1);
}

describe('whatever the order', () => {
  const seeds = Array.from({ length: orders }, (_, index) => firstSeed + index);
  it.each(seeds)('every page is of one whole build (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
    const server = await startChangingServer(builds.folders.A);
    const context = await browser.createBrowserContext();
    const first = await openTab(context, server.url);
    const steps: string[] = [];
    try {
      await waitForWords(first, 'Disponible');
      await first.reload();
      const world: World = { context, server, pages: [first], pick };
      await openOneMore(world);
      server.set({ folder: builds.folders.B });
      await comeBackUntil(first, 'Nouvelle version');
      for (let step = 0; step < stepsPerOrder; step += 1) {
        const [name, , happen] = pick(lots);
        steps.push(name);
        await happen(world);
        // Accepting reaches the other tabs a moment later.
        await expect
          .poll(() => expectOneBuild(world.pages).then(() => '', String), { timeout: 10_000 })
          .toBe('');
      }
    } catch (error) {
      throw new Error(`after: ${steps.join('; ')}`, { cause: error });
    } finally {
      await context.close();
      await server.close();
    }
  });
});
