// Reading offline in a real Chromium: build A, visit, build B, and whatever comes next, each page is of one whole build and none is blank.
// Long, because all of it looks at the same two builds, one after the other from one server.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { writeOfflineFiles } from '../../src/publish/offline-files.ts';
import { type ChangingServer, startChangingServer } from '../support/changing-server.ts';
import { makeFolder } from '../support/folders.ts';
import {
  barOf,
  cacheNames,
  comeBack,
  comeBackUntil,
  killWorkers,
  limitStorage,
  lookAt,
  openTab,
  statusOf,
  waitForWords,
} from '../support/offline-reader.ts';
import { openReaderBrowser, openReaderPage, pasteInto, patience, seenText } from '../support/reader-page.ts';
import { type BuildName, makeTwoBuilds, type TwoBuilds } from '../support/two-builds.ts';

let builds: TwoBuilds;
let browser: Browser;
let server: ChangingServer;
let context: BrowserContext;

beforeAll(async () => {
  [builds, browser] = await Promise.all([makeTwoBuilds(), openReaderBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await builds?.remove();
});

beforeEach(async () => {
  server = await startChangingServer(builds.folders.A);
  context = await browser.createBrowserContext();
});

afterEach(async () => {
  await context.close();
  await server.close();
});

const open = (url: string) => openTab(context, server.url + url);
const serve = (name: BuildName) => server.set({ folder: builds.folders[name] });

const ready = 'Disponible hors connexion · version du 16 novembre 2026';

/** A first visit, until the whole of build A is here, and a page that comes from it. */
async function visit(): Promise<Page> {
  const page = await open('index.html');
  await waitForWords(page, ready);
  await page.reload();
  await waitForWords(page, ready);
  return page;
}

/** Every page is of `name`, and of nothing else. */
async function expectBuild(name: BuildName, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    expect(await lookAt(page, builds.indexes)).toEqual({
      html: name,
      script: name,
      index: name,
      version: builds.versions[name],
    });
  }
}

async function accept(page: Page): Promise<void> {
  await page.bringToFront();
  await page.click('.offline-bar .button');
}

const offered = 'Nouvelle version du 17 novembre 2026';

describe('after the first visit', () => {
  it('the whole base can be read with the server out of reach, and every page says so', async () => {
    await visit();
    server.set({ down: true });
    const page = await open('fr/article-3.html?from=mail');
    await waitForWords(page, 'Hors connexion · version du 16 novembre 2026');
    const policy = await page.evaluate(async () =>
      (await fetch(location.href)).headers.get('Content-Security-Policy'),
    );
    expect(policy).toBe("frame-ancestors 'none'");
    expect(await barOf(page)).toContain('Hors connexion · version du 16 novembre 2026');
    await expectBuild('A', page);
    await page.goto(`${server.url}fr/search.html?q=changing`);
    await page.waitForSelector('#search-results a.article-row-title', { timeout: patience });
    await Promise.all([page.waitForNavigation(), page.click('#search-results a.article-row-title')]);
    expect(await seenText(page, 'h1')).toBe('Titre de changing');
    await page.goto(`${server.url}fr/picture.html`);
    expect(
      await page.$eval('.prose img', (image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
    await page.goto(`${server.url}fr`);
    expect(page.url()).toBe(`${server.url}fr/`);
    await expectBuild('A', page);
    await page.goto(`${server.url}fr/nothing/here.html`);
    expect(await seenText(page, '.message-code')).toBe('404');
    await expectBuild('A', page);
  });

  it('the page that was there first can be searched with the network cut', async () => {
    const page = await open('fr/search.html');
    await waitForWords(page, ready);
    expect(await barOf(page)).toBeUndefined();
    server.set({ down: true });
    await pasteInto(page, '#searchField', 'article-5');
    await page.waitForSelector('#search-results a.article-row-title', { timeout: patience });
    expect(await seenText(page, '#search-results a.article-row-title')).toBe('Titre de article-5');
  });

  it('the browser finds the site fit to be installed, and what lies beside it is left to the network', async () => {
    const page = await visit();
    const session = await page.createCDPSession();
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A private window, which every test's context is, can't install.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect(await page.evaluate(async () => (await fetch('elsewhere/page')).statusText)).toBe('Not Found');
    expect(server.asked).toContain('elsewhere/page');
  });
});

describe('a new build', () => {
  it('is offered and not forced; once accepted, all tabs change together and keep their place', async () => {
    const first = await visit();
    const second = await open('fr/article-2.html#mainContent');
    serve('B');
    server.forget();
    await first.reload();
    await waitForWords(first, offered);
    await expectBuild('A', first, second);
    await waitForWords(second, offered);
    // What did not change is not fetched again.
    expect(server.asked.filter((file) => file.startsWith('media/'))).toEqual([]);
    await Promise.all([first.waitForNavigation(), second.waitForNavigation(), accept(first)]);
    await expectBuild('B', first, second);
    expect(second.url()).toBe(`${server.url}fr/article-2.html#mainContent`);
    await waitForWords(first, 'version du 17 novembre 2026');
    await expect
      .poll(() => cacheNames(first))
      .toEqual([`kb /base/ ${builds.versions.B}`, 'kb /base/ served']);
  });

  it('is there without a question once no page of the last one is open', async () => {
    const page = await visit();
    serve('B');
    await comeBackUntil(page, offered);
    await page.close();
    server.set({ down: true });
    await expectBuild('B', await open('fr/new.html'));
  });

  it('that the reader puts off is offered again on the next page', async () => {
    const page = await visit();
    serve('B');
    await comeBackUntil(page, offered);
    await page.click('.offline-bar .button-quiet');
    expect(await barOf(page)).toBeUndefined();
    await page.goto(`${server.url}fr/article-1.html`);
    await waitForWords(page, offered);
    await expectBuild('A', page);
  });

  it('that comes in the middle of a copy lets the copy fail, and comes as a whole with the next', async () => {
    let asked = 0;
    server.set({
      before: () => {
        asked += 1;
        if (asked === 30) serve('B');
      },
    });
    const page = await open('index.html');
    await waitForWords(page, 'n’a pas abouti');
    expect(await cacheNames(page)).toEqual(['kb /base/ served']);
    // The page itself is still of the build that the server had then, and says that there is another.
    await comeBackUntil(page, 'Nouvelle version disponible');
    await Promise.all([page.waitForNavigation(), accept(page)]);
    await expectBuild('B', page);
  });

  it('that is withdrawn is no longer offered', async () => {
    const page = await visit();
    serve('B');
    await comeBackUntil(page, offered);
    serve('A');
    await comeBack(page);
    await page.waitForFunction(() => !document.querySelector('.offline-bar.shown'), { timeout: patience });
    await expectBuild('A', page);
    await expect.poll(() => cacheNames(page)).toEqual([`kb /base/ ${builds.versions.A}`, 'kb /base/ served']);
  });
});

describe('a copy that can’t be finished', () => {
  it('for want of room leaves the old build and says so; with room, the new one comes', async () => {
    const page = await visit();
    await limitStorage(page, server.url, 1000);
    serve('B');
    await comeBack(page);
    await waitForWords(page, 'Place insuffisante sur cet appareil');
    expect(await statusOf(page)).toContain('celle du 16 novembre 2026');
    await page.reload();
    await expectBuild('A', page);
    // The reloaded page tries again: what it began is there for a moment, until it is refused as well.
    await expect.poll(() => cacheNames(page)).toEqual([`kb /base/ ${builds.versions.A}`, 'kb /base/ served']);
    await limitStorage(page, server.url, 1_000_000_000);
    await comeBackUntil(page, offered);
  });

  it('for want of room at the first visit leaves the site as any other, and says so', async () => {
    const page = await context.newPage();
    await limitStorage(page, server.url, 1000);
    await page.goto(server.url);
    await waitForWords(page, 'la base ne peut pas être lue hors connexion');
    await page.goto(`${server.url}fr/article-1.html`);
    expect(await lookAt(page, builds.indexes)).toEqual({ html: 'A', script: 'A', index: 'A', version: '' });
  });

  it('because the connection breaks goes on later from where it was', async () => {
    const page = await visit();
    serve('B');
    let served = 0;
    server.forget();
    server.set({
      before: (file) => {
        served += file.startsWith('fr/') ? 1 : 0;
        if (served === 12) server.set({ down: true });
      },
    });
    await comeBack(page);
    await waitForWords(page, 'Hors connexion');
    await expectBuild('A', page);
    const before = new Set(server.asked);
    server.forget();
    server.set({ down: false, before: () => undefined });
    await comeBackUntil(page, offered);
    const again = server.asked.filter((file) => before.has(file) && !/^(offline|sw)/.test(file));
    // Those that were on their way when the connection broke.
    expect(again.length).toBeLessThanOrEqual(12);
    await expectBuild('A', page);
    await Promise.all([page.waitForNavigation(), accept(page)]);
    await expectBuild('B', page);
  });

  it('because the server changes its pages leaves the site as any other', async () => {
    const altered = await makeFolder();
    const page = await context.newPage();
    server.set({ before: (file) => file === 'fr/article-4.html' && server.set({ folder: altered.path }) });
    await page.goto(server.url);
    await waitForWords(page, 'n’a pas abouti');
    expect(await cacheNames(page)).toEqual(['kb /base/ served']);
    await altered.remove();
  });

  it('because the worker was ended is made good by the next page', async () => {
    const page = await visit();
    serve('B');
    server.set({ slow: 40 });
    await comeBack(page);
    await waitForWords(page, 'Copie pour la lecture hors connexion');
    await killWorkers(page);
    server.set({ slow: 0 });
    await page.reload();
    await expectBuild('A', page);
    await waitForWords(page, offered);
  });

  it('because the browser was killed leaves whole builds only', async () => {
    const profile = await makeFolder();
    const found = await findBrowser();
    const start = () => launchBrowser({ ...found, args: [...found.args, `--user-data-dir=${profile.path}`] });
    const killed = await start();
    const page = await openTab(killed, server.url);
    await waitForWords(page, 'Disponible');
    serve('B');
    server.set({ slow: 40 });
    await comeBack(page);
    await waitForWords(page, 'Copie pour la lecture hors connexion');
    const ended = new Promise((resolve) => killed.process()?.once('exit', resolve));
    killed.process()?.kill('SIGKILL');
    await ended;
    server.set({ slow: 0, down: true });
    await rm(path.join(profile.path, 'SingletonLock'), { force: true });
    const next = await start();
    try {
      const again = await openTab(next, `${server.url}fr/article-1.html`);
      await expectBuild('A', again);
      server.set({ down: false });
      await comeBackUntil(again, offered);
      await Promise.all([again.waitForNavigation(), accept(again)]);
      await expectBuild('B', again);
    } finally {
      await next.close();
      await profile.remove();
    }
  });
});

describe('a build that lost a file', () => {
  it('gets it back from the server, and otherwise does without it', async () => {
    const page = await visit();
    await page.evaluate(
      async (name) => (await caches.open(name)).delete('fr/article-1.html'),
      `kb /base/ ${builds.versions.A}`,
    );
    serve('B');
    const failed = await context.newPage();
    await expect(failed.goto(`${server.url}fr/article-1.html`)).rejects.toThrow('net::');
    await failed.close();
    serve('A');
    await page.goto(`${server.url}fr/article-1.html`);
    await expectBuild('A', page);
    server.set({ down: true });
    await page.reload();
    await expectBuild('A', page);
  });
});

describe('the end of it', () => {
  it('a site built without it removes what is in the browser, and reloads no page', async () => {
    const page = await visit();
    const plain = await makeFolder();
    await writeOfflineFiles(plain.path, undefined);
    server.set({ folder: plain.path });
    await page.evaluate('window.untouched = true');
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await waitForWords(page, 'n’est plus proposée hors connexion');
    expect(await cacheNames(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    expect(await page.evaluate('window.untouched')).toBe(true);
    await plain.remove();
  });
});

describe('two bases on one server', () => {
  it('keep their builds to themselves', async () => {
    const page = await visit();
    serve('B');
    const other = await openTab(context, server.url.replace('/base/', '/other/'));
    await waitForWords(other, 'version du 17 novembre 2026');
    await expectBuild('A', page);
    await other.reload();
    await expectBuild('B', other);
    const names = [`kb /base/ ${builds.versions.A}`, 'kb /base/ served'];
    expect(await cacheNames(other)).toEqual(
      [...names, `kb /other/ ${builds.versions.B}`, 'kb /other/ served'].sort(),
    );
    expect(await barOf(page)).toBeUndefined();
  });
});

describe('in a folder', () => {
  it('nothing of it starts, and nothing complains', async () => {
    const site = `${pathToFileURL(builds.folders.A).href}/`;
    const { page, complaints } = await openReaderPage(browser, site, { now: '2026-11-16T10:00:00Z' });
    await page.goto(`${site}fr/article-1.html`, { waitUntil: 'load' });
    expect(await page.$$('link[rel=manifest], .offline-bar, script[src*="offline."]')).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
