// `embed.js` in a page of another tool, of another origin and under a strict policy of its own, in a real Chromium.
import { access, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { buildForBoth } from '../support/build-sites.ts';
import { openReaderBrowser, patience, seenText, serveFolder, type WebSite } from '../support/reader-page.ts';

const config = `${baseConfig}reasons:
  delivery.late: { fr: Colis en retard, en: Late parcel }
context:
  order.status: [preparing, shipped]
  customer.first_name: text
`;

let base: SmallBase;
let web: WebSite;
let tool: Server;
let toolUrl: string;
let browser: Browser;
/** What the page of the other tool holds below its script. */
let body = '';
const referrers: (string | undefined)[] = [];

beforeAll(async () => {
  const open = { audience: '[internal, customer]' };
  base = await makeBase({
    'kb.config.yaml': config,
    'content/remboursement.md': articleText('remboursement', 'Texte.', {
      ...open,
      forms: '[refund-request, refund.partial]',
    }),
    'content/retard.md': articleText('retard', 'Texte.', { ...open, reasons: '[delivery.late]' }),
    'content/en/remboursement.md': articleText('remboursement', 'Text.', {
      lang: 'en',
      forms: '[refund-request]',
    }),
  });
  web = await serveFolder(await buildForBoth(base.root));
  tool = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    const origin = new URL(web.url).origin;
    return response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; script-src ${origin}; require-trusted-types-for 'script'`,
      })
      .end(`<!doctype html><html lang="fr"><title>CRM</title>${body}</html>`);
  });
  await new Promise<void>((resolve) => tool.listen(0, '127.0.0.1', resolve));
  toolUrl = `http://127.0.0.1:${(tool.address() as AddressInfo).port}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  tool?.close();
  tool?.closeAllConnections();
  await web?.close();
  await base?.remove();
});

/** Opens the other tool's page with `inner`, and lets `use` work in it; its complaints are faults. */
async function inTool(
  inner: string,
  use: (page: Page, context: BrowserContext) => Promise<void>,
  attributes = '',
): Promise<void> {
  body = `<script src="${web.url}embed.js"${attributes}></script>${inner}`;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('targetcreated', (target) =>
    target
      .page()
      .then((opened) =>
        opened?.on('request', (request) => referrers.push(request.headers().referer ?? undefined)),
      ),
  );
  try {
    await page.goto(toolUrl);
    await use(page, context);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The one page of the base that is open, once it has come to `wanted`. */
async function kbPage(context: BrowserContext, wanted: string): Promise<Page> {
  const ofBase = async () => (await context.pages()).filter((page) => page.url().startsWith(web.url));
  await expect
    .poll(async () => (await ofBase()).map((page) => page.url().slice(web.url.length)), {
      timeout: patience,
      interval: 50,
    })
    .toEqual([wanted]);
  const [page] = await ofBase();
  if (page === undefined) throw new Error('No page of the base');
  return page;
}

const hrefs = (page: Page) => page.$$eval('a', (all) => all.map((link) => link.getAttribute('href') ?? ''));

describe('embed.js', { timeout: patience }, () => {
  it('links what names a form, a reason or an article, and opens all of them in one window', async () => {
    await inTool(
      `<label id="one" data-kb-form="refund-request">Remboursement</label>
       <input data-kb-reason="delivery.late"><a id="own" data-kb-article="remboursement">Aide</a>
       <p data-kb-form="">Rien</p>`,
      async (page, context) => {
        await page.waitForSelector('#one .kb-link');
        expect(await hrefs(page)).toEqual([
          `${web.url}go.html#form=refund-request&lang=fr`,
          `${web.url}go.html#reason=delivery.late&lang=fr`,
          `${web.url}go.html#id=remboursement&lang=fr`,
        ]);
        expect(await seenText(page, '#one')).toBe('Remboursement Procédure');
        expect(await seenText(page, '#own')).toBe('Aide');
        await page.click('#one .kb-link');
        await kbPage(context, 'fr/remboursement.html');
        await page.bringToFront();
        await page.click('input + .kb-link');
        const kb = await kbPage(context, 'fr/retard.html');
        expect(await kb.evaluate(() => document.referrer)).toBe('');
        expect(referrers.filter((each) => each?.startsWith(toolUrl))).toEqual([]);
        await page.bringToFront();
        await page.click('#own');
        await kbPage(context, 'fr/remboursement.html');
      },
      ' data-lang="fr"',
    );
  });

  it('hands over what the page knows at the moment of the click, and says it in no address before or after', async () => {
    await inTool(
      `<div id="one" data-kb-form="refund-request" data-kb-values='{"order.status":"preparing"}'>Formulaire</div>`,
      async (page, context) => {
        await page.waitForSelector('#one .kb-link');
        await page.$eval('#one', (element) => {
          element.setAttribute(
            'data-kb-values',
            '{"order.status":"shipped","customer.first_name":"Zoé","id":"retard"}',
          );
        });
        await page.click('.kb-link');
        const kb = await kbPage(context, 'fr/remboursement.html');
        await expect
          .poll(() => seenText(kb, '#contextValues'), { timeout: patience })
          .toBe('order.status : shipped · customer.first_name : Zoé');
        expect(await hrefs(page)).toEqual([`${web.url}go.html#form=refund-request&lang=fr`]);
      },
      ' data-lang="fr"',
    );
  });

  it('follows a page that changes: parts that come later, keys that change or go', async () => {
    await inTool(
      '<main></main>',
      async (page) => {
        await page.evaluate(() => {
          const part = document.createElement('section');
          part.dataset.kbForm = 'refund-request';
          document.querySelector('main')?.append(part);
        });
        await page.waitForSelector('section .kb-link');
        expect(await seenText(page, 'section')).toBe('Aide');
        const set = (form: string) =>
          page.$eval('section', (part, key) => part.setAttribute('data-kb-form', key), form);
        await set('refund.partial');
        await expect.poll(() => hrefs(page)).toEqual([`${web.url}go.html#form=refund.partial&lang=en`]);
        await set('');
        await expect.poll(() => hrefs(page)).toEqual([]);
        await set('refund-request');
        await expect.poll(() => hrefs(page)).toEqual([`${web.url}go.html#form=refund-request&lang=en`]);
        // The tool draws the part anew, without the link.
        await page.$eval('section', (part) => part.replaceChildren());
        await set('refund-request');
        await page.waitForSelector('section .kb-link');
      },
      ' data-lang="en" data-label="Aide"',
    );
  });

  it('opens the article in the language that the script names, and marks values that are no JSON', async () => {
    await inTool(
      '<p data-kb-form="refund-request" data-kb-values="{oups">X</p>',
      async (page, context) => {
        await page.waitForSelector('.kb-link');
        expect(await seenText(page, '.kb-link')).toBe('Procedure');
        await page.click('.kb-link');
        await kbPage(context, 'en/remboursement.html');
        expect(await page.$eval('p', (element) => element.getAttribute('data-kb-problem'))).toBe('values');
      },
      ' data-lang="en"',
    );
  });

  it('is small, and in the team’s site alone, as the forms are', async () => {
    expect((await readFile(path.join(base.root, 'site/embed.js'))).length).toBeLessThan(4000);
    await expect(access(path.join(base.root, 'open/embed.js'))).rejects.toThrow();
    expect(await readFile(path.join(base.root, 'site/go.html'), 'utf8')).toContain('refund-request');
    expect(await readFile(path.join(base.root, 'open/go.html'), 'utf8')).not.toContain('refund-request');
  });
});
