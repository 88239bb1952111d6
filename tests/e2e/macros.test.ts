// Texts for customers in a real Chromium: filled, asked for, copied plain and rich, and refused where their article does not hold any more.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import {
  clickInView,
  openReaderBrowser,
  openReaderPage,
  patience,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

const config = `${baseConfig}context:
  order.status: { label: { fr: État }, values: { shipped: { fr: Expédiée }, lost: { fr: Perdue } } }
  customer.first_name: { label: { fr: Prénom }, samples: [Léa] }
`;
const macros = `:::macro[Commande {{order.status|en cours}}]{channel=email}
Bonjour {{customer.first_name|Madame, Monsieur}},

Votre commande : **{{order.status|en cours}}**.\\
À bientôt
:::

:::macro{channel=sms}
Bonjour {{customer.first_name|à vous}}.
:::
`;

let base: SmallBase;
let browser: Browser;
let web: WebSite;
let site = '';

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': config,
    'content/valide.md': articleText('valide', macros, { type: 'macro', reviewed: '2026-11-01' }),
    'content/neuf.md': articleText('neuf', macros, { type: 'macro' }),
    'content/perime.md': articleText('perime', macros, { type: 'macro', expires: '2026-11-12' }),
  });
  const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
  expect(await runKb(['validate', 'valide', 'perime', ...by], { cwd: base.root })).toMatchObject({ code: 0 });
  const built = await runKb(['build', '--today', sampleDay, '--out', 'site'], { cwd: base.root });
  expect(built, built.err).toMatchObject({ code: 0 });
  const folder = path.join(base.root, 'site');
  site = `${pathToFileURL(folder).href}/`;
  web = await serveFolder(folder);
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await base?.remove();
});

async function read(root: string, url: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  if (root.startsWith('http'))
    await context.overridePermissions(new URL(root).origin, [
      'clipboard-read',
      'clipboard-write',
      'clipboard-sanitized-write',
    ]);
  const { page, complaints } = await openReaderPage(context, root, { now: `${sampleDay}T10:00:00Z` });
  try {
    await page.goto(root + url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

const button = (number: number, of: number) =>
  `.macro:nth-of-type(${number}) .macro-tools > button:nth-of-type(${of})`;
const done = (page: Page, selector: string) => page.waitForSelector(`${selector}.done`);
const pasted = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await (await item?.getType(type))?.text()) ?? '';
    return { plain: await read('text/plain'), rich: await read('text/html') };
  });

describe('a text for a customer', { timeout: patience }, () => {
  it('asks for what is missing, fills it in, and is copied plain and rich', async () => {
    await read(web.url, 'fr/valide.html', async (page) => {
      expect(await seenText(page, '.macro-length')).toBe('63 signes');
      await clickInView(page, button(1, 1));
      await page.waitForSelector('.context-panel[open]');
      expect(await page.$$eval('.context-panel label', (all) => all.map((each) => each.textContent))).toEqual(
        ['Prénom', 'État'],
      );
      await page.type('#context-customer\\.first_name', '<b>Léa</b> & Cie');
      await page.click('.context-ways > .button');
      await done(page, button(1, 1));
      expect(await pasted(page)).toEqual({
        plain: 'Bonjour <b>Léa</b> & Cie,\n\nVotre commande : en cours.\nÀ bientôt',
        rich: expect.stringMatching(
          /^<p>Bonjour &lt;b&gt;Léa&lt;\/b&gt; &amp; Cie,<\/p>\s*<p>Votre commande : <strong>en cours<\/strong>\.<br>\s*À bientôt<\/p>$/,
        ),
      });
      // What was typed is known from now on, on the next page too.
      expect(await seenText(page, '.macro-text')).toContain('Bonjour <b>Léa</b> & Cie,');
      await clickInView(page, button(2, 1));
      await done(page, button(2, 1));
      expect((await pasted(page)).plain).toBe('Bonjour <b>Léa</b> & Cie.');
    });
  });

  it('comes with its subject, and without a question where all is known', async () => {
    await read(
      web.url,
      'go.html#id=valide&lang=fr&order.status=lost&customer.first_name=L%C3%A9a',
      async (page) => {
        await page.waitForFunction("location.pathname.endsWith('/fr/valide.html')");
        await page.waitForSelector(button(1, 2));
        await clickInView(page, button(1, 2));
        await done(page, button(1, 2));
        expect((await pasted(page)).plain).toBe('Commande Perdue');
        expect(await seenText(page, '.macro:nth-of-type(2) .macro-length')).toBe('12 signes, 1 SMS');
      },
    );
  });

  it('warns where nobody answers for the article, and is refused where it has expired', async () => {
    await read(site, 'fr/neuf.html', async (page) => {
      await clickInView(page, button(2, 1));
      await page.waitForSelector('.context-panel .notice-unvalidated');
      await page.click('.context-ways > .button');
      await done(page, button(2, 1));
    });
    await read(site, 'fr/perime.html', async (page) => {
      await clickInView(page, button(2, 1));
      await page.waitForSelector('.context-panel .notice-expired');
      expect(await seenText(page, '.context-panel h2')).toBe('Ce texte ne se copie plus');
      expect(await page.$$eval('.context-ways button', (all) => all.map((each) => each.textContent))).toEqual(
        ['Annuler'],
      );
    });
  });

  it('is free of faults that axe knows, with its dialog, on a phone in both themes', async () => {
    await read(site, 'fr/neuf.html', async (page) => {
      await page.setViewport({ width: 360, height: 740 });
      expect(await axeFaultsInThemes(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await clickInView(page, button(1, 1));
      await page.waitForSelector('.context-panel[open]');
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });
});
