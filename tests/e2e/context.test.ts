// What is known of a contact, in a real Chromium: how it comes in, what it changes, and that it goes nowhere.
// Long, because all of it looks at the same site, beside the same telephone banner and the same service of orders.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { buildForBoth } from '../support/build-sites.ts';
import { type OrderService, startOrderService } from '../support/order-service.ts';
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

const configFor = (service: string, banner: string) => `${baseConfig}reasons:
  delivery.late: { fr: Colis en retard }
context:
  order.status:
    label: { fr: État de la commande }
    values: { preparing: { fr: En préparation }, shipped: { fr: Expédiée }, delivered: { fr: Livrée } }
  order.number: { label: { fr: Numéro de commande }, samples: [MIR-1] }
  customer.first_name: { label: { fr: Prénom }, samples: [Léa] }
context_from:
  origins: ["${banner}"]
  source:
    url: ${service}orders/{order}
    timeout: 1s
    values:
      order.status: { path: state, codes: { SENT: shipped } }
      order.number: lines.0.number
      customer.first_name: customer.first
field: { endpoint: ${service}, usage: true }
`;

const decision = articleText(
  'retard',
  `## Décider

\`\`\`mermaid
flowchart TD
  a{Commande partie ?} -->|Oui| b{Remise au client ?}
  a -->|Non| c([Relancer l’entrepôt])
  b -->|Oui| d([Parler de la remise])
  b -->|Non| e{Client pressé ?}
  e -->|Oui| f([Ouvrir une enquête])
  e -->|Non| g([Attendre])
\`\`\`

## Le dire

:::when{order.status=preparing}
Pas encore partie.
:::

:::when{order.status=shipped}
Déjà en route.
:::

:::when{order.status=delivered}
Déjà remise.
:::
`,
  {
    type: 'decision',
    reasons: '[delivery.late]',
    asks: '{ a: { variable: order.status, answers: { Oui: [shipped, delivered], Non: [preparing] } }, b: { variable: order.status, answers: { Oui: [delivered], Non: [preparing, shipped] } } }',
  },
);

let service: OrderService;
let banner: WebSite;
let bannerFolder: SmallBase;
let base: SmallBase;
let browser: Browser;
let web: WebSite;
const sites = { http: '', file: '' };

beforeAll(async () => {
  service = await startOrderService();
  const page = '<!doctype html><title>Bandeau</title>';
  bannerFolder = await makeBase({ 'banner/index.html': page, 'banner/404.html': page });
  banner = await serveFolder(path.join(bannerFolder.root, 'banner'));
  base = await makeBase({
    'kb.config.yaml': configFor(service.url, new URL(banner.url).origin),
    'content/retard.md': decision,
    'content/autre.md': articleText('autre', 'Texte.', {
      reasons: '[delivery.late]',
      audience: '[customer]',
    }),
  });
  const folder = await buildForBoth(base.root);
  web = await serveFolder(folder);
  sites.http = web.url;
  sites.file = `${pathToFileURL(folder).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([web?.close(), banner?.close(), service?.close()]);
  await Promise.all([base?.remove(), bannerFolder?.remove()]);
});

/** A tab of its own; `use` works in it. */
async function inTab(
  kind: keyof typeof sites,
  use: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.createBrowserContext();
  const { page } = await openReaderPage(context, sites[kind], { now: `${sampleDay}T10:00:00Z` });
  try {
    await use(page, context);
  } finally {
    await context.close();
  }
}

const bar = (page: Page) => seenText(page, '#contextValues');
const shows = (page: Page, text: string) =>
  expect.poll(() => bar(page), { timeout: patience, interval: 50 }).toBe(text);
const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => seenText(page, '#contextStatus'), { timeout: patience, interval: 50 }).toMatch(text);
const caseOpen = (page: Page) =>
  page.$$eval('.case[open] p', (all) => all.map((each) => each.textContent).join('|'));

/** Fills the panel in and applies it. */
async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await clickInView(page, '#contextOpen');
  await page.waitForSelector('.context-panel[open]');
  for (const [name, value] of Object.entries(values))
    await page.$eval(
      `#${escapeDots(`context-${name}`)}`,
      (field, given) => {
        (field as HTMLInputElement).value = given;
      },
      value,
    );
  await page.click('.context-panel form:last-of-type .context-ways > .button');
}

const escapeDots = (name: string) => name.replaceAll('.', '\\.');

const linkOf = (kind: keyof typeof sites, said: string) =>
  `${sites[kind]}go.html#reason=delivery.late&lang=fr&${said}`;

describe.each(['http', 'file'] as const)('a contact on %s', { timeout: patience }, (kind) => {
  it('comes in with a link, which leaves nothing of it in any address, and shows what fits', async () => {
    await inTab(kind, async (page) => {
      await page.goto(
        linkOf(kind, 'order.status=shipped&customer.first_name=Zo%C3%A9&order.age=3&order.number=a%0Ab'),
      );
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await shows(page, 'État de la commande : Expédiée · Prénom : Zoé');
      await says(page, /^2 valeurs du lien ignorées$/);
      expect(page.url()).toBe(`${sites[kind]}fr/retard.html`);
      expect(await caseOpen(page)).toBe('Déjà en route.');
      expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(2);
      // Another contact begins with the next link.
      await page.goto('about:blank');
      await page.goto(linkOf(kind, 'order.status=preparing'));
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await shows(page, 'État de la commande : En préparation');
    });
  });

  it('is asked of the company’s service, and the link itself counts more', async () => {
    await inTab(kind, async (page) => {
      await page.goto(linkOf(kind, 'order=MIR-77&customer.first_name=L%C3%A9a'));
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await shows(page, 'État de la commande : Expédiée · Numéro de commande : MIR-77 · Prénom : Léa');
      await says(page, /^3 valeurs trouvées$/);
      await page.reload();
      await shows(page, 'État de la commande : Expédiée · Numéro de commande : MIR-77 · Prénom : Léa');
    });
  });

  it('is shown and cleared on the search page too, and is in no search', async () => {
    await inTab(kind, async (page) => {
      await page.goto(linkOf(kind, 'order.status=shipped&customer.first_name=Zo%C3%A9'));
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await page.goto(`${sites[kind]}fr/search.html?q=retard`);
      await shows(page, 'État de la commande : Expédiée · Prénom : Zoé');
      await page.waitForSelector('#search-results a');
      expect(page.url()).not.toMatch(/shipped|Zo/);
      await clickInView(page, '#contextClear');
      await shows(page, 'rien n’est renseigné');
      expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
      await fillIn(page, { 'order.status': 'delivered' });
      await shows(page, 'État de la commande : Livrée');
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });

  it('is typed, corrected and cleared in the panel', async () => {
    await inTab(kind, async (page) => {
      await page.goto(`${sites[kind]}fr/retard.html`);
      await fillIn(page, { 'order.status': 'delivered', 'customer.first_name': 'x'.repeat(201) });
      expect(await seenText(page, '.context-alert')).toContain('200 signes');
      await page.$eval(`#${escapeDots('context-customer.first_name')}`, (field) => {
        (field as HTMLInputElement).value = '<b onclick=alert(1)>Zoé</b>';
      });
      await page.click('.context-panel form:last-of-type .context-ways > .button');
      await shows(page, 'État de la commande : Livrée · Prénom : <b onclick=alert(1)>Zoé</b>');
      expect(await caseOpen(page)).toBe('Déjà remise.');
      await clickInView(page, '#contextClear');
      await shows(page, 'rien n’est renseigné');
      expect(await caseOpen(page)).toBe('Pas encore partie.|Déjà en route.|Déjà remise.');
      expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
    });
  });

  it('answers the guide’s questions, which the reader may answer otherwise', async () => {
    await inTab(kind, async (page) => {
      const standsAt = (text: string) =>
        expect.poll(() => seenText(page, '.guide-text'), { timeout: patience, interval: 50 }).toBe(text);
      const remarks = () => page.$$eval('.guide-remark', (all) => all.map((each) => each.textContent));
      await page.goto(linkOf(kind, 'order.status=shipped'));
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await shows(page, 'État de la commande : Expédiée');
      await clickInView(page, '.guide-start a');
      await standsAt('Client pressé ?');
      expect(await remarks()).toEqual([
        'Répondu d’après le dossier\u00a0: Commande partie ? Oui.',
        'Répondu d’après le dossier\u00a0: Remise au client ? Non.',
      ]);
      await page.keyboard.press('1');
      await standsAt('Ouvrir une enquête');
      const note = () => page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value);
      expect(await note()).toContain(
        '1. Commande partie ? — Oui (d’après le dossier)\n2. Remise au client ? — Non (d’après le dossier)\n3. Client pressé ? — Oui\n',
      );
      // Back does not lead on again, however often.
      await page.keyboard.press('Backspace');
      await standsAt('Client pressé ?');
      await page.keyboard.press('Backspace');
      await standsAt('Remise au client ?');
      expect(await remarks()).toContain('Le dossier répond\u00a0: Non. Répondez autrement s’il se trompe.');
      await page.keyboard.press('Backspace');
      await standsAt('Commande partie ?');
      // One question of a variable answered otherwise: the next one is the reader's too.
      await page.keyboard.press('2');
      await standsAt('Relancer l’entrepôt');
      expect(await note()).toContain('1. Commande partie ? — Non\n');
      await page.evaluate(() => window.history.back());
      await standsAt('Commande partie ?');
      // A link that leads into the guide leads where it says.
      await page.goto('about:blank');
      await page.goto(`${sites[kind]}fr/retard.html#guide=1`);
      await standsAt('Remise au client ?');
    });
  });
});

describe('the service', { timeout: patience }, () => {
  it.each([
    ['inconnue', /ne connaît pas ce numéro/],
    ['refusee', /a refusé la demande/],
    ['panne', /injoignable/],
    ['lente', /ne répond pas à temps/],
    ['page', /pas lisible/],
    ['tordue', /pas lisible/],
    ['ailleurs', /injoignable/],
    ['enorme', /trop longue/],
    ['etrange', /valeurs inattendues/],
  ])('that gives an answer like « %s » is told of, and nothing of it is kept', async (reference, words) => {
    await inTab('http', async (page) => {
      await page.goto(linkOf('http', `order=${reference}`));
      await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
      await says(page, words);
      expect(await bar(page)).toBe('rien n’est renseigné');
      expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
    });
  });

  it('fills the panel in, for the reader to look at and apply', async () => {
    await inTab('http', async (page) => {
      await page.goto(`${sites.http}fr/reason/delivery.late/index.html`);
      await clickInView(page, '#contextOpen');
      await page.$eval('#contextReference', (field) => {
        (field as HTMLInputElement).value = 'MIR-5';
      });
      await page.click('.context-panel form:first-of-type .button');
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('.context-panel select')?.value === 'shipped',
      );
      expect(await bar(page)).toBe('rien n’est renseigné');
      await page.click('.context-panel form:last-of-type .context-ways > .button');
      await shows(page, 'État de la commande : Expédiée · Numéro de commande : MIR-5 · Prénom : Zoé');
    });
  });

  it('is in the policy of that site alone', async () => {
    const policyIn = async (site: string) =>
      /connect-src ([^;]*)/.exec(await readFile(path.join(base.root, site, 'fr/index.html'), 'utf8'))?.[1];
    const origin = new URL(service.url).origin;
    expect(await policyIn('site')).toBe(`'self' ${origin}`);
    expect(await readFile(path.join(base.root, 'open/fr/autre.html'), 'utf8')).not.toMatch(
      /context-bar|orders/,
    );
  });
});

it('takes values from the origin that is allowed, and from no other', { timeout: patience }, async () => {
  await inTab('http', async (_page, context) => {
    const opener = await context.newPage();
    for (const [origin, shown] of [
      [banner.url, 'État de la commande : Livrée'],
      [banner.url.replace('127.0.0.1', 'localhost'), 'rien n’est renseigné'],
    ] as const) {
      await opener.goto(origin);
      const opened = new Promise<Page>((resolve) => opener.once('popup', (page) => page && resolve(page)));
      await opener.evaluate((url) => {
        const kb = window.open(url);
        const values = { 'order.status': 'delivered', 'order.age': 3 };
        const target = window as unknown as { heard: unknown[] };
        target.heard = [];
        window.addEventListener('message', ({ data }) => target.heard.push(data));
        // Again and again: a page that is not ready yet hears nothing.
        window.setInterval(() => kb?.postMessage({ type: 'kb:context', values }, new URL(url).origin), 50);
      }, `${sites.http}fr/retard.html`);
      const page = await opened;
      if (shown.startsWith('rien')) {
        await page.waitForSelector('#contextOpen');
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
        expect(await opener.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
      } else {
        await says(page, /^1 valeur du lien ignorée$/);
        expect(await opener.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
          { type: 'kb:ready' },
        ]);
      }
      expect(await bar(page)).toBe(shown);
      await page.close();
    }
  });
});

it('goes nowhere but to the page: not in a request, a copied text, a remark, a count or a lasting storage', {
  timeout: 2 * patience,
}, async () => {
  const canary = 'CANARI7731';
  await inTab('http', async (page, context) => {
    const requests: string[] = [];
    context.on('targetcreated', (target) => void target.page().then((each) => each && watch(each)));
    const watch = (each: Page) =>
      each.on('request', (request) =>
        requests.push(
          // A fragment stays in the browser (RFC 9110, section 4.2.5).
          [
            request.url().replace(/#.*/s, ''),
            JSON.stringify(request.headers()),
            request.postData() ?? '',
          ].join(' '),
        ),
      );
    watch(page);
    await context.overridePermissions(new URL(sites.http).origin, ['clipboard-read', 'clipboard-write']);
    service.asked.splice(0);
    await page.goto(
      linkOf('http', `order.status=shipped&customer.first_name=${canary}&order.number=${canary}`),
    );
    await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
    await shows(page, `État de la commande : Expédiée · Numéro de commande : ${canary} · Prénom : ${canary}`);
    await clickInView(page, '.guide-start a');
    await expect.poll(() => seenText(page, '.guide-text')).toBe('Client pressé ?');
    await page.keyboard.press('1');
    await page.waitForSelector('#guideNote');
    await page.keyboard.press('c');
    await expect.poll(() => seenText(page, '.guide-note-status')).toBe('Note copiée');
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain(canary);
    await page.keyboard.press('Escape');
    await clickInView(page, '[data-field-ask="report"]');
    await page.waitForSelector('.field-report[open]');
    await page.type('#fieldComment', 'Le délai a changé.');
    await page.click('.field-report form .button');
    await page.waitForFunction("!document.querySelector('.field-report[open]')");
    await page.keyboard.press('/');
    await page.waitForSelector('#paletteField');
    await page.keyboard.press('Escape');
    await page.goto(`${sites.http}fr/reason/delivery.late/index.html`);
    await shows(page, `État de la commande : Expédiée · Numéro de commande : ${canary} · Prénom : ${canary}`);
    // What leaves by itself has left: remarks and counts.
    await expect
      .poll(() => service.asked.some((each) => each.startsWith('POST /api/feedback')), { timeout: patience })
      .toBe(true);
    const kept = await page.evaluate(async () => {
      const cached: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
      return [
        JSON.stringify({ ...window.localStorage }),
        JSON.stringify(await indexedDB.databases()),
        ...cached,
        document.cookie,
        document.title,
        window.name,
        JSON.stringify(window.history.state),
        window.location.href,
      ];
    });
    for (const each of [...requests, ...kept, ...service.asked]) expect(each).not.toContain(canary);
    // Another tab knows nothing of it.
    const other = await context.newPage();
    await other.goto(`${sites.http}fr/retard.html`);
    await shows(other, 'rien n’est renseigné');
  });
});

it('is shown and asked for without a fault that axe knows, on a phone too', {
  timeout: patience,
}, async () => {
  await inTab('file', async (page) => {
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(linkOf('file', 'order.status=shipped&customer.first_name=Jean-Baptiste-Emmanuel'));
    await page.waitForFunction("location.pathname.endsWith('/fr/retard.html')");
    await page.waitForSelector('[data-known]');
    expect(await axeFaultsInThemes(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await clickInView(page, '#contextOpen');
    expect(await axeFaultsInThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.$eval(':focus', (element) => element.id)).toBe('contextOpen');
  });
});
