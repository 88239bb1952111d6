// What readers say and confirm, in a real Chromium: on a folder opened by double click with no server, and with an endpoint that fails in every way.
// Long, because all of it looks at two builds of one base in one browser.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldLimits } from '../../src/model/field-item.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import {
  openReaderBrowser,
  openReaderPage,
  patience,
  type Reader,
  seenText,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

const answered = 'aaaaaaaa-1111-4111-8111-111111111111';

const procedure = `Le client attend un colis.

## Vérifier

Lisez le dernier mouvement du suivi.

## Décider

\`\`\`mermaid
flowchart TD
  q{Date dépassée ?} -->|Oui| a[Ouvrir une enquête]
  q -->|Non| f([Rassurer])
  a --> g([Clore])
\`\`\`
`;

const announcement = (id: string, level: string, more: Readonly<Record<string, string>> = {}) =>
  articleText(id, `Depuis le 12 novembre, les dépôts ne trient plus.\n\nLe délai est de 8 jours.`, {
    type: 'announcement',
    title: `Annonce ${id}`,
    effective: '2026-11-12',
    level,
    ...more,
  });

const files: Readonly<Record<string, string>> = {
  'content/retard.md': articleText('retard', procedure, { title: 'Colis en retard', acknowledge: 'true' }),
  'content/autre.md': articleText('autre', 'Rien de spécial.', { title: 'Un autre article' }),
  'content/greve.md': announcement('greve', 'urgent', { acknowledge: 'true' }),
  'content/bareme.md': announcement('bareme', 'major', { effective: '2026-11-02' }),
  'content/noel.md': announcement('noel', 'info', { effective: '2026-12-01' }),
  'content/ancienne.md': announcement('ancienne', 'urgent', { expires: '2026-11-15' }),
  [`feedback/2026/${answered}.yaml`]: `key: ${answered}
on: 2026-11-10
verdict: unclear
about: { id: retard, lang: fr, version: "0123456789ab" }
lang: fr
comment: |-
  Le client jean.dupont@laposte.net ne comprend pas.
replies:
  - by: Claire Vasseur
    on: 2026-11-12
    text: |-
      L’étape est reformulée.
`,
};

let folder: TemporaryFolder;
let browser: Browser;
let endpoint: FieldEndpoint;
/** Addresses of the two sites, ending in `/`. */
const sites = { alone: '', sending: '' };

/** An endpoint that answers as it is told to, and keeps what it acknowledged. */
interface FieldEndpoint {
  readonly url: string;
  readonly received: string[];
  answer: (items: readonly { key: string }[], response: ServerResponse) => void;
  readonly close: () => void;
}

const acknowledge: FieldEndpoint['answer'] = (items, response) =>
  void response.end(JSON.stringify({ accepted: items.map(({ key }) => key), refused: [] }));

async function openEndpoint(): Promise<FieldEndpoint> {
  const made = { received: [] as string[], answer: acknowledge };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { items } = JSON.parse(Buffer.concat(chunks).toString()) as { items: { key: string }[] };
      made.received.push(...items.map(({ key }) => `${request.url} ${key}`));
      made.answer(items, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(made, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}

const baseRoot = () => path.join(folder.path, 'base');

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(baseRoot(), file)), { recursive: true });
  await writeFile(path.join(baseRoot(), file), text);
}

async function build(out: string, config: string): Promise<string> {
  await write('kb.config.yaml', config);
  const target = path.join(folder.path, out);
  const built = await runKb(['build', '--out', target, '--today', sampleDay], { cwd: baseRoot() });
  expect(built.code, built.err).toBe(0);
  return `${pathToFileURL(target).href}/`;
}

beforeAll(async () => {
  folder = await makeFolder();
  for (const [file, text] of Object.entries(files)) await write(file, text);
  endpoint = await openEndpoint();
  sites.sending = await build('sending', `${baseConfig}field: { endpoint: "${endpoint.url}" }\n`);
  sites.alone = await build(
    'alone',
    `${baseConfig}field: { mail: redaction@exemple.fr, issues: "https://github.com/org/base/issues/new" }\n`,
  );
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  endpoint?.close();
  await folder?.remove();
});

interface Device {
  readonly context: BrowserContext;
  /** Opens an address of the site; whatever goes wrong on the page is in `complaints`. */
  readonly open: (url: string, reader?: Reader) => Promise<Page>;
  readonly complaints: string[];
}

/** What the browser itself says of an endpoint that fails. */
function isOfEndpoint(complaint: string): boolean {
  return (
    complaint.includes(endpoint.url) ||
    /^console: Failed to load resource.*(status of (400|500)|ERR_EMPTY_RESPONSE)/.test(complaint)
  );
}

/** A reader's device: a browser profile of its own that shows `site`. */
async function onDevice(site: keyof typeof sites, use: (device: Device) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  const complaints: string[] = [];
  const open = async (url: string, reader: Reader = {}) => {
    const opened = await openReaderPage(context, sites[site], { now: `${sampleDay}T10:00:00Z`, ...reader });
    await opened.page.goto(sites[site] + url, { waitUntil: 'networkidle0' });
    opened.page.on('close', () => complaints.push(...opened.complaints));
    return opened.page;
  };
  try {
    await use({ context, open, complaints });
    for (const page of await context.pages()) await page.close();
    expect(complaints.filter((complaint) => !isOfEndpoint(complaint))).toEqual([]);
  } finally {
    await context.close();
  }
}

const ask = (name: string) => `.field-bar [data-field-ask=${name}]`;
const press = (page: Page, selector: string) =>
  page.$eval(selector, (button) => (button as HTMLElement).click());
const waitFor = (page: Page, selector: string) => page.waitForSelector(selector, { timeout: patience });
const dialogGone = (page: Page) => page.waitForFunction(() => document.querySelector('dialog') === null);
const outboxOf = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('kb:outbox:'))
      .map(([, text]) => JSON.parse(text as string) as { state: string; item: Record<string, unknown> }),
  );
const unread = (page: Page) => seenText(page, '#inboxCount');

/** Fills the dialog in and keeps the remark. */
async function report(page: Page, comment: string, kind = 'outdated'): Promise<void> {
  await press(page, ask('report'));
  await waitFor(page, '#fieldComment');
  await page.click(`dialog input[value=${kind}]`);
  await page.type('#fieldComment', comment);
  await page.click('dialog [type=submit], dialog form .button:not(.button-quiet)');
}

/** Confirms the article in the name of `name`. */
async function confirm(page: Page, name: string): Promise<void> {
  await press(page, ask('receipt'));
  await waitFor(page, '#fieldName');
  await page.type('#fieldName', name);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('.field-receipt [role=status]')?.textContent !== '',
  );
}

/** Exports the outbox and returns the path of the file that the browser saved. */
async function exportFrom(page: Page, device: Device, name: string): Promise<string> {
  const target = path.join(folder.path, name);
  const client = await browser.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: device.context.id as string,
    downloadPath: target,
  });
  await press(page, ask('outbox'));
  await waitFor(page, '.field-outbox [data-name=save]');
  await page.click('.field-outbox [data-name=save]');
  await expect
    .poll(() => readdir(target).catch(() => [] as string[]), { timeout: patience })
    .toEqual([`remarques-${sampleDay}.json`]);
  await client.detach();
  return path.join(target, `remarques-${sampleDay}.json`);
}

it('brings what three devices wrote on file:// into the base, nothing lost and nothing twice', async () => {
  const exported: string[] = [];
  for (const name of ['lea-martin', 'noe-petit', 'Ana “N” Rakoto']) {
    await onDevice('alone', async (device) => {
      const page = await device.open('fr/retard.html');
      await press(page, ask('unhelpful'));
      await expect.poll(() => seenText(page, '#voteStatus')).toContain('Merci');
      await press(page, ask('helpful'));
      await expect.poll(() => seenText(page, '#voteStatus')).toBe('Merci pour votre réponse.');
      await report(page, `Remarque de ${name}`);
      await dialogGone(page);
      await confirm(page, name);
      // Closed and opened again, everything is still there.
      await page.close();
      const again = await device.open('fr/retard.html');
      expect(await seenText(again, ask('outbox'))).toBe('Boîte d’envoi (3)');
      expect(await seenText(again, '.field-receipt [role=status]')).toContain(
        `Lu et compris le 16 novembre 2026`,
      );
      exported.push(await exportFrom(again, device, name.slice(0, 3)));
      expect((await outboxOf(again)).map(({ state }) => state)).toEqual(Array(3).fill('exported'));
      // What was handed over is handed over again, and counted once.
      await again.click('.field-outbox [data-name=copy]');
      await again.waitForFunction(() =>
        /copi/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''),
      );
      await press(again, '.field-note button');
      expect(await outboxOf(again)).toEqual([]);
    });
  }
  const run = (...args: string[]) => runKb([...args, '--today', sampleDay], { cwd: baseRoot() });
  expect(await run('feedback', 'import', ...exported)).toMatchObject({ code: 0 });
  expect(await run('feedback', 'import', ...exported.toReversed())).toMatchObject({ code: 0 });
  const listed = JSON.parse((await run('feedback', 'list', '--format', 'json')).out) as {
    items: { comment: string; verdict: string; marks: string[] }[];
    votes: unknown[];
  };
  expect(
    listed.items
      .filter(({ verdict }) => verdict === 'outdated')
      .map(({ comment }) => comment)
      .sort(),
  ).toEqual(['Remarque de Ana “N” Rakoto', 'Remarque de lea-martin', 'Remarque de noe-petit']);
  expect(listed.items.flatMap(({ marks }) => marks).filter((mark) => mark !== 'older-version')).toEqual([]);
  expect(listed.votes).toEqual([{ id: 'retard', lang: 'fr', helpful: 3, unhelpful: 0 }]);
  const receipts = await readFile(path.join(baseRoot(), 'receipts/2026-11.txt'), 'utf8');
  expect(
    receipts
      .trim()
      .split('\n')
      .map((line) => line.replace(/@[0-9a-f]{12}/, '')),
  ).toEqual([
    '2026-11-16 fr/retard - Ana “N” Rakoto',
    '2026-11-16 fr/retard - lea-martin',
    '2026-11-16 fr/retard - noe-petit',
  ]);
  const figures = JSON.parse((await run('report', '--format', 'json')).out) as { articles: { id: string }[] };
  expect(figures.articles.find(({ id }) => id === 'retard')).toMatchObject({ openFeedback: 3 });
}, 120_000);

it('says with which step and which passage, and warns of personal data before it is kept', async () => {
  await onDevice('alone', async ({ open }) => {
    const page = await open('fr/retard.html#guide');
    await waitFor(page, '.guide-answer');
    await page.click('.guide-answer');
    await page.click('.guide [data-field-ask=report]');
    await waitFor(page, '#fieldComment');
    await page.keyboard.press('Escape');
    await dialogGone(page);
    expect(await page.evaluate('location.hash')).toMatch(/^#guide=/);
    await page.click('.guide [data-field-ask=report]');
    await waitFor(page, '#fieldComment');
    await expect
      .poll(() => seenText(page, 'dialog'), { timeout: patience })
      .toContain('Étape du guide : Ouvrir une enquête');
    await page.type('#fieldComment', 'Appeler Jean au 06 12 34 56 78');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenText(page, '.field-alert'), { timeout: patience }).toContain('(téléphone)');
    expect(await outboxOf(page)).toEqual([]);
    await page.evaluate((most) => {
      const field = document.querySelector<HTMLTextAreaElement>('#fieldComment');
      if (field) field.value = `${'Trop long. '.repeat(400)}`.slice(0, most + 50);
    }, fieldLimits.comment);
    await page.click('dialog form .button:not(.button-quiet)');
    await dialogGone(page);
    const other = await open('fr/retard.html');
    await other.evaluate(() => {
      const text = document.querySelector('.prose h2 + p')?.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 25);
    });
    await report(other, 'Faux', 'wrong');
    await dialogGone(other);
    const items = (await outboxOf(other)).map(({ item }) => item);
    expect(items).toContainEqual(
      expect.objectContaining({ verdict: 'wrong', step: 'vérifier', quote: 'Lisez le dernier mouvemen' }),
    );
    const step = items.find(({ verdict }) => verdict === 'wrong' && items.length === 2) && items;
    expect(step?.find(({ quote }) => quote === undefined)).toMatchObject({
      step: 'a',
      comment: expect.stringMatching(/^Trop long\..{1980,1990}$/),
    });
  });
});

it('puts a search that found nothing into the outbox', async () => {
  await onDevice('alone', async ({ open }) => {
    const page = await open('fr/search.html?q=zzyzx');
    await waitFor(page, '[data-field-ask=not-found]');
    await page.click('[data-field-ask=not-found]');
    await expect
      .poll(async () => (await outboxOf(page)).map(({ item }) => [item.verdict, item.query]))
      .toEqual([['not-found', 'zzyzx']]);
    await expect
      .poll(() => seenText(page, '.site-footer [data-field-ask=outbox]'), { timeout: patience })
      .toBe('Boîte d’envoi (1)');
  });
});

describe('a browser that keeps nothing', () => {
  it.each<[string, () => void]>([
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'denied',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      },
    ],
  ])('says so and offers the text for copying, storage %s', async (_name, before) => {
    await onDevice('alone', async ({ context }) => {
      const { page, complaints } = await openReaderPage(context, sites.alone, {
        now: `${sampleDay}T10:00:00Z`,
      });
      await page.evaluateOnNewDocument(before);
      await page.goto(`${sites.alone}fr/retard.html`, { waitUntil: 'networkidle0' });
      await report(page, 'À ne pas perdre');
      await expect.poll(() => seenText(page, '.field-alert')).toContain('Ce navigateur ne garde rien');
      await expect
        .poll(() => seenText(page, '.field-alert button'), { timeout: patience })
        .toBe('Copier le texte');
      expect(await page.$eval('#fieldComment', (field) => (field as HTMLTextAreaElement).value)).toBe(
        'À ne pas perdre',
      );
      await page.keyboard.press('Escape');
      expect(complaints).toEqual([]);
    });
  });
});

describe('with an endpoint', () => {
  const refusals: Readonly<Record<string, FieldEndpoint['answer']>> = {
    'an error': (_items, response) => void response.writeHead(500).end('{"accepted":[]}'),
    'a page': (_items, response) => void response.writeHead(200).end('<!doctype html>'),
    nothing: (_items, response) => void response.destroy(),
  };

  it('keeps what no answer acknowledged, and sends it once when one does', async () => {
    for (const [name, answer] of Object.entries(refusals)) {
      await onDevice('sending', async ({ open }) => {
        endpoint.received.length = 0;
        endpoint.answer = answer;
        const page = await open('fr/autre.html');
        await report(page, `Après ${name}`);
        await dialogGone(page);
        await expect
          .poll(() => page.evaluate(() => localStorage.getItem('kb:outbox-retry')))
          .toMatch(/^1 \d+$/);
        expect((await outboxOf(page)).map(({ state }) => state)).toEqual(['waiting']);
        endpoint.answer = acknowledge;
        const asked = endpoint.received.length;
        // Another page waits its turn; the connection that comes back does not.
        const next = await open('fr/autre.html');
        expect(endpoint.received).toHaveLength(asked);
        await next.evaluate(() => window.dispatchEvent(new Event('online')));
        await expect.poll(() => outboxOf(next), { timeout: patience }).toEqual([]);
        const again = await open('fr/autre.html');
        expect(await outboxOf(again)).toEqual([]);
        expect(new Set(endpoint.received).size).toBe(1);
        // A browser may ask twice by itself where a connection broke.
        expect(endpoint.received).toHaveLength(asked + 1);
      });
    }
  }, 120_000);

  it('sets aside what the server refuses by name, with its reason', async () => {
    await onDevice('sending', async ({ open }) => {
      endpoint.answer = (items, response) =>
        void response.writeHead(400).end(
          JSON.stringify({
            accepted: [],
            refused: items.map((_, index) => ({ index, why: 'comment: too old' })),
          }),
        );
      const page = await open('fr/autre.html');
      await report(page, 'Refusé');
      await expect.poll(async () => (await outboxOf(page)).map(({ state }) => state)).toEqual(['refused']);
      await press(page, ask('outbox'));
      await waitFor(page, '.field-item-refused');
      await expect
        .poll(() => seenText(page, '.field-item-state'), { timeout: patience })
        .toBe('Refusé par le serveur : comment: too old');
    });
  });

  it('lets pages talk to that origin alone, in that site alone', async () => {
    const policy = async (site: keyof typeof sites) =>
      /connect-src ([^;"]*)/.exec(await readFile(new URL(`${sites[site]}fr/autre.html`), 'utf8'))?.[1];
    expect(await policy('sending')).toBe(
      `'self' ${endpoint.url}`.replaceAll("'", '&#39;').replaceAll('&#39;', "'"),
    );
    expect(await policy('alone')).toBe("'self'");
  });
});

describe('announcements', () => {
  it('are counted until they are read or confirmed, on the reader’s clock', async () => {
    await onDevice('alone', async ({ open }) => {
      const page = await open('fr/autre.html');
      await expect.poll(() => unread(page), { timeout: patience }).toBe('2 non lues');
      await page.goto(`${sites.alone}fr/bareme.html`, { waitUntil: 'networkidle0' });
      await page.goto(`${sites.alone}fr/greve.html`, { waitUntil: 'networkidle0' });
      // One was opened; the other one asks to be confirmed.
      await expect.poll(() => unread(page), { timeout: patience }).toBe('1 non lues');
      const later = await open('fr/inbox.html', { now: '2026-12-02T10:00:00Z' });
      expect(await unread(later)).toBe('2 non lues');
      expect(
        await later.$$eval('.inbox-unread', (marks) =>
          marks.map((mark) => mark.closest('li')?.dataset.inboxId),
        ),
      ).toEqual(['noel', 'greve']);
    });
  });

  it('stand before every page while urgent, until they are read, and hold nothing back', async () => {
    await onDevice('alone', async ({ open }) => {
      const page = await open('fr/retard.html');
      await page.setViewport({ width: 360, height: 640 });
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await expect
        .poll(() => seenText(page, '.urgent-banner'), { timeout: patience })
        .toContain('Annonce greve');
      await expect
        .poll(() => seenText(page, '.urgent-banner'), { timeout: patience })
        .not.toContain('ancienne');
      // It takes no focus, and it is what the keyboard meets first after the way to the content.
      expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('urgent-title');
      // Everything that gets the focus comes out from behind it.
      const hidden = await page.evaluate(() => {
        const banner = document.querySelector('.urgent-banner');
        return [...document.querySelectorAll<HTMLElement>('main a[href], main button, footer a')]
          .filter((element) => element.checkVisibility())
          .filter((element) => {
            element.focus();
            return element.getBoundingClientRect().bottom > (banner?.getBoundingClientRect().top ?? 0);
          })
          .map((element) => element.outerHTML);
      });
      expect(hidden).toEqual([]);
      await page.focus('.urgent-title');
      await page.keyboard.press('Escape');
      expect(await page.$('.urgent-banner')).toBeNull();
      await page.goto(`${sites.alone}fr/autre.html`, { waitUntil: 'networkidle0' });
      expect(await page.$('.urgent-banner')).toBeNull();
      // Put off in that tab; another one has it, until it is confirmed.
      const other = await open('fr/autre.html');
      await other.click('.urgent-banner .button:not(.button-quiet)');
      await waitFor(other, '#fieldName');
      await other.type('#fieldName', 'lea-martin');
      await other.keyboard.press('Enter');
      await other.waitForFunction(() => document.querySelector('.urgent-banner') === null);
      expect((await outboxOf(other)).map(({ item }) => item.key)).toEqual([
        expect.stringMatching(/^r:fr\/greve:[0-9a-f]{12}:lea-martin$/),
      ]);
      const third = await open('fr/index.html');
      expect(await third.$('.urgent-banner')).toBeNull();
    });
  });

  it('say what changed since they were confirmed, and count a version that means the same as read', async () => {
    await onDevice('alone', async ({ open }) => {
      const page = await open('fr/greve.html');
      await confirm(page, 'lea-martin');
      await page.evaluate(() => {
        const read = Object.keys(localStorage).find((key) => /^kb:read:.*greve$/.test(key)) ?? '';
        localStorage.setItem(read, '000000000000 2026-11-13');
        const text = Object.keys(localStorage).find((key) => key.startsWith('kb:text:')) ?? '';
        localStorage.setItem(text, (localStorage.getItem(text) ?? '').replace('8 jours', '5 jours'));
      });
      await page.reload({ waitUntil: 'networkidle0' });
      await expect
        .poll(() => seenText(page, '.field-receipt [role=status]'), { timeout: patience })
        .toBe('Cet article a changé depuis votre lecture du 13 novembre 2026.');
      expect(
        await page.$eval('.field-differences', (part) => [
          part.querySelector('del')?.textContent,
          part.querySelector('ins')?.textContent,
        ]),
      ).toEqual(['5', '8']);
      await expect.poll(() => unread(page), { timeout: patience }).toBe('2 non lues');
      // What a writer called a minor change.
      await page.evaluate(() => {
        const article = document.querySelector<HTMLElement>('.article');
        if (article) article.dataset.versions += ' 000000000000';
        document.dispatchEvent(new CustomEvent('kb:field', { detail: { ask: 'look', quote: '' } }));
      });
      await expect
        .poll(() => seenText(page, '.field-receipt [role=status]'), { timeout: patience })
        .toContain('Lu et compris le 13 novembre 2026');
    });
  });
});

it('shows the writers’ answers, as the reader’s own on the device that asked', async () => {
  await onDevice('alone', async ({ open }) => {
    const page = await open('fr/retard.html');
    await expect
      .poll(() => seenText(page, '.remark'), { timeout: patience })
      .toContain('[adresse électronique] ne comprend pas');
    await expect
      .poll(() => seenText(page, '.remark-reply'), { timeout: patience })
      .toContain('L’étape est reformulée.');
    expect(await page.$('.remark-own')).toBeNull();
    await page.evaluate((key) => localStorage.setItem('kb:own', key), answered);
    await page.goto(`${sites.alone}fr/inbox.html`, { waitUntil: 'networkidle0' });
    await expect.poll(() => unread(page), { timeout: patience }).toBe('3 non lues');
    await expect
      .poll(() => seenText(page, '#inboxAnswers a'), { timeout: patience })
      .toBe('Réponse à votre signalement : Colis en retard');
    await page.goto(`${sites.alone}fr/retard.html`, { waitUntil: 'networkidle0' });
    await expect.poll(() => seenText(page, '.remark-own'), { timeout: patience }).toBe('Le vôtre');
    await page.goto(`${sites.alone}fr/feedback/livraison.html`, { waitUntil: 'networkidle0' });
    await expect.poll(() => unread(page), { timeout: patience }).toBe('2 non lues');
    await expect.poll(() => seenText(page, '.remark-own'), { timeout: patience }).toBe('Le vôtre');
  });
});

it('offers nothing that needs scripts where there are none; announcements and remarks can be read', async () => {
  await onDevice('alone', async ({ open }) => {
    const page = await open('fr/retard.html', { scripts: false });
    await expect.poll(() => seenText(page, '.field-bar'), { timeout: patience }).toBeUndefined();
    await expect.poll(() => seenText(page, '.remark-reply'), { timeout: patience }).toBeDefined();
    await page.goto(`${sites.alone}fr/inbox.html`);
    await expect.poll(() => seenText(page, '.inbox-list'), { timeout: patience }).toContain('Annonce greve');
  });
});

describe('axe finds no fault, in light, dark and high contrast,', () => {
  it.each<[string, string, ((page: Page) => Promise<void>)?]>([
    ['an article with remarks and an urgent announcement', 'fr/retard.html'],
    ['the inbox', 'fr/inbox.html'],
    ['the remarks by team', 'fr/feedback/index.html'],
    ['the remarks of a team', 'fr/feedback/livraison.html'],
    [
      'the dialog of a remark that holds personal data',
      'fr/retard.html',
      async (page) => {
        await page.evaluate(() =>
          getSelection()?.selectAllChildren(document.querySelector('.prose p') as Element),
        );
        await report(page, 'jean@laposte.net');
        await waitFor(page, '.field-alert p');
      },
    ],
    [
      'the outbox with every state, and an altered item',
      'fr/retard.html',
      async (page) => {
        await report(page, 'Une remarque');
        await dialogGone(page);
        await report(page, 'Une autre');
        await dialogGone(page);
        await page.evaluate(() => {
          const [one = '', other = ''] = Object.keys(localStorage).filter((key) =>
            key.startsWith('kb:outbox:'),
          );
          const change = (key: string, state: string) =>
            localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace('"waiting"', `"${state}"`));
          change(one, 'exported');
          change(other, 'refused');
          localStorage.setItem('kb:outbox:bad', '{');
        });
        await press(page, ask('helpful'));
        await press(page, ask('outbox'));
        await waitFor(page, '.field-items');
      },
    ],
  ])('on %s', async (_name, url, act) => {
    await onDevice('alone', async ({ open }) => {
      const page = await open(url);
      if (act) await act(page);
      expect(await axeFaultsInThemes(page)).toEqual([]);
      await page.setViewport({ width: 360, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    });
  });
});
