// The keypad of a voice menu in a real Chromium, on a site opened by double click: by keys and by clicks, to each kind of end, on a later day.
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import { buildForBoth } from '../support/build-sites.ts';
import {
  clickInView,
  openReaderBrowser,
  openReaderPage,
  patience,
  seenText,
} from '../support/reader-page.ts';
import { sampleDay } from '../support/run-kb.ts';

const body = `\`\`\`mermaid
flowchart TD
  a[Accueil] --> m{Menu}
  m -->|1 Horaires| h([Les horaires])
  m -->|2 Conseiller| c([Un conseiller])
  m -->|* Encore| m
\`\`\`

## Accueil

Bienvenue &lt;b&gt;chez nous&lt;/b&gt;. <!-- Voix de Claire -->

## Menu

Horaires : 1. Conseiller : 2.

| Pour | l’œil |
|---|---|
| seul | lu |

## Les horaires

::include{id=horaires}
`;
const menu = (id: string, fields: Readonly<Record<string, string>> = {}, text = body) =>
  articleText(id, text, {
    type: 'ivr',
    audience: '[internal, customer]',
    transfers: '{ c: "tel:+33199000000" }',
    ...fields,
  });

let base: SmallBase;
let browser: Browser;
/** The team's site and the public's, their addresses ending in `/`. */
let site = '';
let open = '';

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': baseConfig,
    'variables.yaml': 'heures:\n  - value: de 8 h à 20 h\n  - { from: 2026-12-24, value: jusqu’à 17 h }\n',
    'fragments/horaires.md': 'Nous répondons **{{heures}}**.\n',
    'content/menu.md': menu('menu'),
    'content/perime.md': menu('perime', { expires: '2026-11-12' }),
    'content/sans-touche.md': menu('sans-touche', {}, body.replace('1 Horaires', 'Horaires')),
  });
  site = `${pathToFileURL(await buildForBoth(base.root)).href}/`;
  open = `${pathToFileURL(path.join(base.root, 'open')).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await base?.remove();
});

async function read(url: string, use: (page: Page) => Promise<void>, day = sampleDay): Promise<void> {
  const { page, complaints } = await openReaderPage(browser, url.startsWith(open) ? open : site, {
    now: `${day}T10:00:00Z`,
  });
  try {
    await page.goto(url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

async function call(page: Page): Promise<void> {
  await clickInView(page, '.keypad-start');
  await page.waitForSelector('.keypad[open]');
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key as KeyInput);
};
const log = (page: Page) => seenText(page, '.keypad-log');
const end = (page: Page) => seenText(page, '.keypad-end');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('the keypad of a voice menu', { timeout: patience }, () => {
  it('says what a caller hears, and leads by keys to where the call is transferred', async () => {
    await read(`${site}fr/menu.html`, async (page) => {
      await call(page);
      expect(await focused(page)).toBe('Titre de menu');
      expect(await log(page)).toMatch(
        /^Accueil · environ 2\ss\s*Bienvenue <b>chez nous<\/b>\.\s*Menu · environ \d\ss\s*Horaires : 1\. Conseiller : 2\.$/,
      );
      await press(page, '7', '*', '2');
      expect(await log(page)).toMatch(
        /7 touche inconnue de ce menu.*\* Encore.*2 Conseiller.*Un conseiller$/s,
      );
      expect(await end(page)).toBe('L’appel est transféré à +33199000000.');
      expect(await focused(page)).toBe('Rappeler');
      const before = await log(page);
      await press(page, '1');
      await clickInView(page, '.keypad-key:first-child');
      expect(await log(page)).toBe(before);
      await clickInView(page, '.keypad-ways > :first-child');
      expect(await log(page)).not.toContain('touche inconnue');
      await press(page, 'Escape');
      await page.waitForSelector('.keypad', { hidden: true });
      expect(await focused(page)).toBe('Essayer au clavier du téléphone');
    });
  });

  it('is pressed by clicks too, and hangs up at the third time without a key', async () => {
    await read(`${site}fr/menu.html`, async (page) => {
      await call(page);
      for (let time = 0; time < 3; time += 1) {
        expect(await end(page)).toBeUndefined();
        await clickInView(page, '.keypad-phone > .button');
      }
      expect(await end(page)).toBe('Trois essais sans une touche connue : le menu raccroche.');
      await clickInView(page, '.keypad-ways > :first-child');
      await clickInView(page, '.keypad-key:first-child');
      expect(await end(page)).toBe('Le menu raccroche.');
      expect(await log(page)).toContain('Nous répondons de 8 h à 20 h.');
    });
  });

  it('says the values of the reader’s day', async () => {
    const later = async (page: Page) => {
      await call(page);
      await press(page, '1');
      expect(await log(page)).toContain('Nous répondons jusqu’à 17 h.');
    };
    await read(`${site}fr/menu.html`, later, '2026-12-25');
  });

  it('tells the public nothing of where calls go', async () => {
    await read(`${open}fr/menu.html`, async (page) => {
      expect(await page.content()).not.toContain('33199000000');
      await call(page);
      await press(page, '2');
      expect(await end(page)).toBe('L’appel est transféré.');
    });
  });

  it('warns of a menu that is out of date, and is not there for a flowchart that is no menu', async () => {
    await read(`${site}fr/perime.html`, async (page) => {
      await call(page);
      expect(await seenText(page, '.keypad-notices')).toContain('périmé depuis le 13 novembre 2026');
    });
    await read(`${site}fr/sans-touche.html`, async (page) => {
      expect(await page.$('.keypad-start')).toBeNull();
      expect(await page.$('.guide-start')).not.toBeNull();
    });
  });

  it('says that it can’t be fetched, and tries again with the next press', async () => {
    const { page } = await openReaderPage(browser, site, { now: `${sampleDay}T10:00:00Z` });
    try {
      await page.goto(`${site}fr/menu.html`, { waitUntil: 'load' });
      const script = await page.$eval('.keypad-start', (start) => (start as HTMLElement).dataset.pressScript);
      const file = path.join(base.root, 'site', 'fr', script ?? '');
      await rename(file, `${file}.away`);
      await clickInView(page, '.keypad-start');
      await expect
        .poll(() => seenText(page, '#copyStatus'), { timeout: patience })
        .toBe('Le clavier n’a pas pu être chargé. Essayez de nouveau, ou suivez le guide.');
      expect(await page.$('.keypad')).toBeNull();
      await rename(`${file}.away`, file);
      await call(page);
    } finally {
      await page.close();
    }
  });

  it('opens once for who presses twice while it is on its way', async () => {
    await read(`${site}fr/menu.html`, async (page) => {
      await page.$eval('.keypad-start', (start) => {
        (start as HTMLElement).click();
        (start as HTMLElement).click();
      });
      await page.waitForSelector('.keypad[open]');
      expect(await page.$$eval('dialog', (all) => all.length)).toBe(1);
    });
  });

  it('keeps the keys to itself, and the guide has the same ones', async () => {
    await read(`${site}fr/menu.html`, async (page) => {
      await call(page);
      await press(page, '/', '?');
      expect(await page.$$eval('dialog[open]', (all) => all.length)).toBe(1);
      await press(page, 'Escape');
      await page.waitForSelector('.keypad', { hidden: true });
      await clickInView(page, '.guide-start a');
      await page.waitForSelector('.guide-text');
      await press(page, 'Enter');
      const keys = () => page.$$eval('.guide-answers kbd', (all) => all.map((each) => each.textContent));
      await expect.poll(keys, { timeout: patience }).toEqual(['1', '2', '*']);
      await press(page, '*', '2');
      await expect.poll(() => seenText(page, '.guide-text'), { timeout: patience }).toBe('Un conseiller');
      expect(await seenText(page, '.guide-path')).toMatch(/\* Encore.*2 Conseiller/s);
    });
  });

  it('has no fault that axe finds, in any theme', async () => {
    await read(`${site}fr/menu.html`, async (page) => {
      await call(page);
      await press(page, '7', '2');
      expect(await axeFaultsInThemes(page)).toEqual([]);
    });
  });
});
