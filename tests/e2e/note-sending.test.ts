// A case note that is sent to another tool from the end of a guide, in a real Chromium against a real server: only what was shown, only when it was asked for, once.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleText, baseConfig, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { buildForBoth } from '../support/build-sites.ts';
import { type NoteService, startNoteService } from '../support/note-service.ts';
import {
  clickInView,
  openReaderBrowser,
  openReaderPage,
  patience,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { sampleDay } from '../support/run-kb.ts';

const canary = 'CANARI7731';

const configFor = (service: string) => `${baseConfig}reasons:
  delivery.late: { fr: Colis en retard }
context:
  order.status: [preparing, shipped]
  customer.first_name: text
webhook:
  url: ${service}/notes?queue=1
  label: { fr: Tickets, en: Tickets }
  timeout: 1s
`;

const decision = articleText('retard', flowchart, {
  type: 'decision',
  audience: '[internal, customer]',
  reasons: '[delivery.late]',
  asks: '{ A: { variable: order.status, answers: { oui: [shipped], non: [preparing] } } }',
  follow_ups: '[{ after: 2d, check: "Le suivi a-t-il bougé ?", then: "Ouvrir une enquête." }]',
});

let base: SmallBase;
let service: NoteService;
let web: WebSite;
let browser: Browser;
const sites = { http: '', file: '' };

beforeAll(async () => {
  service = await startNoteService();
  base = await makeBase({
    'kb.config.yaml': configFor(service.url),
    'content/retard.md': decision,
    'content/texte.md': articleText('texte', 'Rien à suivre.', { audience: '[internal, customer]' }),
  });
  const folder = await buildForBoth(base.root);
  web = await serveFolder(folder);
  sites.http = web.url;
  sites.file = `${pathToFileURL(folder).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

beforeEach(() => {
  service.behave = 'take';
  service.taken.splice(0);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([web?.close(), service?.close(), base?.remove()]);
});

/** Follows the guide to its end, as an agent who knows `said` of the contact, in a tab of its own, and opens the dialog. */
async function atDialog(
  kind: keyof typeof sites,
  use: (page: Page) => Promise<void>,
  said = 'customer.first_name=Zo%C3%A9',
): Promise<void> {
  const context = await browser.createBrowserContext();
  const { page } = await openReaderPage(context, sites[kind], { now: `${sampleDay}T10:00:00Z` });
  try {
    await page.goto(`${sites[kind]}go.html#reason=delivery.late&lang=fr&${said}`);
    await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
    await clickInView(page, '.guide-start a');
    await page.waitForSelector('.guide-text');
    if ((await page.$('#guideNote')) === null) await page.keyboard.press('1');
    await page.waitForSelector('#guideNote');
    await openDialog(page);
    await use(page);
  } finally {
    await context.close();
  }
}

async function openDialog(page: Page): Promise<void> {
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.guide-note-head button')]
      .find(({ textContent }) => textContent === 'Envoyer la note à Tickets')
      ?.click(),
  );
  await page.waitForSelector('.note-send[open]');
}

const confirm = (page: Page) => page.click('.note-send-ways .button:first-child');
const shown = (page: Page) => page.$eval('#noteSendContent', (field) => (field as HTMLTextAreaElement).value);
const says = (page: Page, selector: string, text: string | RegExp) =>
  expect.poll(() => seenText(page, selector), { timeout: patience, interval: 50 }).toMatch(text);

describe.each(['http', 'file'] as const)(
  'the note at the end of a guide on %s',
  {
    timeout: patience,
  },
  (kind) => {
    it('is shown before anything leaves, and is sent as it was shown', async () => {
      await atDialog(kind, async (page) => {
        expect(service.taken).toEqual([]);
        expect(await page.$eval('#noteSendContent', (field) => field.scrollTop)).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fermer');
        const message = await shown(page);
        const note = await page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value);
        expect(JSON.parse(message)).toEqual({
          type: 'kb:note',
          version: 1,
          title: 'Titre de retard',
          id: 'retard',
          language: 'fr',
          steps: [{ text: 'Reçu ?', answer: 'oui' }],
          outcome: 'Fin',
          note,
          follow_ups: [{ on: '2026-11-18', check: 'Le suivi a-t-il bougé ?', next: 'Ouvrir une enquête.' }],
        });
        expect(note).toContain('Issue\u00a0: Fin');
        await says(page, '.note-send', new RegExp(new URL(service.url).host));
        await confirm(page);
        await says(page, '.guide-note-status', /^Note envoyée à Tickets$/);
        await page.waitForSelector('.note-send', { hidden: true });
        expect(service.taken.map(({ body, url }) => ({ body, url }))).toEqual([
          { body: message, url: '/notes?queue=1' },
        ]);
        expect(service.taken[0]?.headers).toContain('"content-type":"application/json"');
        expect(service.taken[0]?.headers).not.toMatch(/cookie|referer|authorization/i);
        // A second one is a decision of its own.
        await openDialog(page);
        await says(page, '.note-send-status', /déjà été envoyée/);
        expect(await seenText(page, '.note-send-ways .button:first-child')).toBe('Envoyer encore');
        await page.keyboard.press('Escape');
        await page.waitForFunction("!document.querySelector('.note-send')");
        expect(service.taken).toHaveLength(1);
      });
    });
  },
);

describe('a note that is sent', { timeout: patience }, () => {
  it('leaves once, however often the button is pressed before the answer', async () => {
    service.behave = 'wait';
    await atDialog('http', async (page) => {
      await page.evaluate(() => {
        const button = document.querySelector<HTMLElement>('.note-send-ways .button');
        for (let press = 0; press < 5; press += 1) button?.click();
      });
      await expect.poll(() => service.taken.length, { timeout: patience }).toBe(1);
      await confirm(page);
      service.release();
      await says(page, '.guide-note-status', /^Note envoyée à Tickets$/);
      expect(service.taken).toHaveLength(1);
    });
  });

  it.each([
    ['refuse', /^Tickets a refusé la note \(réponse 403\)\.$/],
    ['break', /erreur \(réponse 500\).*avant de l’envoyer encore/],
    ['wait', /^Tickets ne répond pas à temps/],
    ['redirect', /renvoie vers une autre adresse/],
    ['closed to other origins', /^Tickets est injoignable, ou n’accepte rien de cette page/],
  ] as const)(
    'to a tool that behaves as “%s” says so, stays to be copied, and can be sent again',
    async (behave, words) => {
      service.behave = behave;
      await atDialog('http', async (page) => {
        const message = await shown(page);
        await confirm(page);
        await says(page, '.note-send-status', words);
        expect(await shown(page)).toBe(message);
        expect(await page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value)).not.toBe('');
        expect(service.taken.filter(({ url }) => url.includes('elsewhere'))).toEqual([]);
        service.behave = 'take';
        service.taken.splice(0);
        await confirm(page);
        await says(page, '.guide-note-status', /^Note envoyée à Tickets$/);
        expect(service.taken.map(({ body }) => body)).toEqual([message]);
      });
    },
  );

  it('from a folder says which origin the tool has to accept, where it can’t be reached', async () => {
    service.behave = 'closed to other origins';
    await atDialog('file', async (page) => {
      await confirm(page);
      await says(page, '.note-send-status', /depuis un dossier.*« null »/);
    });
  });

  it('does not leave a device that is offline', async () => {
    await atDialog('http', async (page) => {
      await page.setOfflineMode(true);
      await confirm(page);
      await says(page, '.note-send-status', /hors ligne/);
      expect(service.taken).toEqual([]);
    });
  });

  it('holds nothing of the contact but the answers that the note tells, and leaves nothing behind', async () => {
    await atDialog(
      'http',
      async (page) => {
        expect(await shown(page)).toContain('oui (d’après le dossier)');
        await confirm(page);
        await says(page, '.guide-note-status', /^Note envoyée à Tickets$/);
        expect(service.taken).toHaveLength(1);
        expect(JSON.stringify(service.taken)).not.toMatch(new RegExp(`${canary}|shipped`));
        const kept = await page.evaluate(() =>
          JSON.stringify([{ ...window.localStorage }, document.cookie, document.title]),
        );
        expect(kept).not.toMatch(/kb:note|Fin/);
      },
      `order.status=shipped&customer.first_name=${canary}`,
    );
  });

  it('is offered in a dialog without accessibility faults', async () => {
    await atDialog('http', async (page) => {
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });
});

describe('the address of the tool', () => {
  const read = (file: string) => readFile(path.join(base.root, file), 'utf8');
  const policyOf = (html: string) => /connect-src ([^;]*)/.exec(html)?.[1];

  it('is in the policy of the pages with a guide, and of no other', async () => {
    expect(policyOf(await read('site/fr/retard.html'))).toBe(`'self' ${service.url}`);
    for (const file of ['site/fr/texte.html', 'site/fr/index.html', 'site/fr/search.html'])
      expect(await read(file)).not.toContain(service.url);
  });

  it('is in no page of the public’s site', async () => {
    const page = await read('open/fr/retard.html');
    expect(page).toContain('data-guide');
    expect(page).not.toMatch(/webhook|127\.0\.0\.1/);
  });
});
