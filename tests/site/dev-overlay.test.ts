// The development panel against a server that sends, reloads, goes away and comes back.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../site/render-page.tsx';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { articleView, site } from './sample-views.ts';

const patience = 60_000;
const html = renderPage({ ...articleView, site: { ...site, devScript: 'assets/dev.js' } });
const finding = {
  path: 'content/a.md',
  line: 3,
  column: 1,
  rule: 'not-expired',
  severity: 'error',
  message: 'Périmé <b>depuis hier</b>',
};

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-dev-overlay-'));
  await promisify(execFile)(process.execPath, ['scripts/build-assets.mjs', join(folder, 'assets')]);
  browser = await launchBrowser(await findBrowser());
}, patience);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

interface DevServer {
  readonly port: number;
  readonly pagesServed: () => number;
  readonly send: (event: string, data: unknown) => void;
  readonly close: () => Promise<void>;
}

async function startServer(port = 0): Promise<DevServer> {
  const listeners = new Set<ServerResponse>();
  let pages = 0;
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/__kb/events?page=')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('retry: 100\n\n');
      listeners.add(response);
    } else if (path.startsWith('/assets/')) {
      const type = path.endsWith('.css')
        ? 'text/css'
        : path.endsWith('.svg')
          ? 'image/svg+xml'
          : 'text/javascript';
      response.writeHead(200, { 'content-type': type }).end(await readFile(join(folder, path)));
    } else {
      pages++;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    pagesServed: () => pages,
    send: (event, data) => {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The panel's text; the panel lives in the only shadow root of the page. */
function panelText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.lastElementChild?.shadowRoot?.textContent ?? '');
}

async function untilPanel(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.lastElementChild?.shadowRoot?.textContent?.includes(wanted),
    {},
    words,
  );
}

/** Sends until the page, which may still be connecting, shows `words`. */
async function sendUntil(server: DevServer, page: Page, findings: unknown, words: string): Promise<void> {
  const again = setInterval(() => server.send('findings', findings), 50);
  await untilPanel(page, words).finally(() => clearInterval(again));
}

describe('the development panel', () => {
  it('shows findings as text, folds away and comes back', { timeout: patience }, async () => {
    const server = await startServer();
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${server.port}/fr/a.html`);
      await sendUntil(server, page, [finding], 'Périmé <b>depuis hier</b>');
      expect(await panelText(page)).toContain('content/a.md:3:1 not-expired');
      await page.keyboard.press('Escape');
      await page.click('body > div:last-child >>> button');
      await untilPanel(page, '1\u00a0constat');
      server.send('findings', []);
      await page.waitForFunction(() => document.body.lastElementChild?.shadowRoot?.textContent === '');
    } finally {
      await page.close();
      await server.close();
    }
  });

  it('reloads on request and after the server was away', { timeout: patience }, async () => {
    const first = await startServer();
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${first.port}/fr/a.html`);
      await sendUntil(first, page, [finding], 'Périmé');
      await Promise.all([page.waitForNavigation(), first.send('reload', {})]);
      expect(first.pagesServed()).toBe(2);
      await sendUntil(first, page, [finding], 'Périmé');
      await first.close();
      await untilPanel(page, 'Serveur arrêté');
      const reloaded = page.waitForNavigation();
      const second = await startServer(first.port);
      await reloaded;
      expect(second.pagesServed()).toBe(1);
      await page.close();
      await second.close();
    } finally {
      await first.close().catch(() => undefined);
    }
  });
});
