// One contact from end to end, in a real Chromium on the sample base: the link of a telephone banner with an order, a guide that answers itself, the text for the customer, the case note and the reminder.
import { appendFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ICAL from 'ical.js';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySampleBase, makeFolder, type TemporaryFolder } from '../support/folders.ts';
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
import { runKb, sampleDay } from '../support/run-kb.ts';

const sourceFor = (service: string) => `
context_from:
  source:
    url: ${service}orders/{order}
    timeout: 5s
    values:
      order.status: { path: state, codes: { SENT: shipped } }
      order.number: lines.0.number
      customer.first_name: customer.first
`;

let folder: TemporaryFolder;
let service: OrderService;
let web: WebSite;
let browser: Browser;
const sites = { http: '', file: '' };

beforeAll(async () => {
  service = await startOrderService();
  folder = await makeFolder();
  const base = path.join(folder.path, 'base');
  await copySampleBase(base);
  const build = async (name: string) => {
    const out = path.join(folder.path, name);
    const built = await runKb(['build', '--today', sampleDay, '--out', out], { cwd: base });
    expect(built, built.err).toMatchObject({ code: 0 });
    return out;
  };
  sites.file = `${pathToFileURL(await build('alone')).href}/`;
  await appendFile(path.join(base, 'kb.config.yaml'), sourceFor(service.url));
  web = await serveFolder(await build('asking'));
  sites.http = web.url;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await service?.close();
  await folder?.remove();
});

async function saveInto(context: BrowserContext, target: string): Promise<void> {
  const client = await browser.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: context.id as string,
    downloadPath: target,
  });
}

const says = (page: Page, selector: string, text: string | RegExp) =>
  expect.poll(() => seenText(page, selector), { timeout: patience, interval: 50 }).toMatch(text);
const at = (page: Page, text: RegExp) => says(page, '.guide-text', text);

/** Presses the answer that says `label`. */
async function answer(page: Page, label: string): Promise<void> {
  const index = await page.$$eval(
    '.guide-answers .guide-answer > span',
    (all, wanted) => all.findIndex((each) => each.textContent === wanted),
    label,
  );
  expect(index, label).toBeGreaterThanOrEqual(0);
  await page.keyboard.press(`Digit${index + 1}` as 'Digit1');
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

// What the banner says of the contact: a number that the company's service knows, or the values themselves where there is no service.
const banner = {
  http: 'order=MIR-204817',
  file: 'order.status=shipped&order.number=MIR-204817&customer.first_name=Zo%C3%A9',
};

describe.each(['http', 'file'] as const)('a contact on %s', { timeout: 2 * patience }, (kind) => {
  it('is led from the banner to the text for the customer, the note and the reminder', async () => {
    const context = await browser.createBrowserContext();
    const target = path.join(folder.path, `saved-${kind}`);
    await saveInto(context, target);
    if (kind === 'http')
      await context.overridePermissions(new URL(sites.http).origin, [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
    const { page } = await openReaderPage(context, sites[kind], { now: `${sampleDay}T10:00:00Z` });
    try {
      await page.goto(`${sites[kind]}go.html#id=livraison-en-retard&lang=fr&${banner[kind]}`);
      await page.waitForFunction("location.pathname.endsWith('/fr/livraison-en-retard.html')");
      await says(page, '#contextValues', /Expédiée.*MIR-204817.*Zoé/);
      expect(page.url()).not.toMatch(/MIR-204817|Zo/);

      await clickInView(page, '.guide-start a');
      await at(page, /^Le client attend son colis$/);
      await answer(page, 'Continuer');
      await at(page, /^Date annoncée dépassée/);
      await answer(page, 'Oui');
      // The order is on its way: whether it was delivered, and handed to the carrier, is no question any more.
      await at(page, /^En attente en relais/);
      await answer(page, 'Non');
      await at(page, /^Seuil sans mouvement/);
      await answer(page, 'Non');
      await at(page, /^Plus de 7 jours/);
      await answer(page, 'Non');
      await at(page, /^Fixer une nouvelle date/);
      expect(await seenText(page, '.guide-open')).toContain('Macro : retard de livraison');
      await page.keyboard.press('o');

      await page.waitForFunction("location.pathname.endsWith('/fr/macro-retard-de-livraison.html')");
      const tools = '.macro:nth-of-type(1) .macro-tools > button';
      await page.waitForSelector(tools);
      await says(page, '.macro-text', /Bonjour Zoé,\s*Votre commande MIR-204817 devait arriver/);
      await clickInView(page, tools);
      await page.waitForSelector(`${tools}.done`);
      if (kind === 'http') expect(await copied(page)).toMatch(/^Bonjour Zoé,\n\nVotre commande MIR-204817 /);

      await page.goBack();
      await at(page, /^Fixer une nouvelle date/);
      await answer(page, 'Continuer');
      await at(page, /^Livré à la date du rappel/);
      await answer(page, 'Oui');
      await at(page, /^Clore le dossier$/);
      const note = await page.$eval('#guideNote', (field) => (field as HTMLTextAreaElement).value);
      expect(note.replace(/\s+/g, ' ')).toMatch(
        /Suivi marqué « livré » \? — Non \(d’après le dossier\).*Issue : Clore le dossier À résoudre au plus tard le 30 novembre 2026 À suivre après le contact 18 novembre 2026 : Le suivi du colis a-t-il bougé/,
      );
      expect(note).not.toMatch(/MIR-204817|Zoé/);

      await clickInView(page, '.guide-note-head .button-quiet');
      await says(page, '.guide-note-status', /^Fichier de rappel enregistré/);
      await expect
        .poll(() => readdir(target).catch(() => [] as string[]), { timeout: patience })
        .toEqual(['rappel-2026-11-18.ics']);
      const file = await readFile(path.join(target, 'rappel-2026-11-18.ics'), 'utf8');
      const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
      expect(events.map((event) => new ICAL.Event(event).startDate.toString())).toEqual([
        '2026-11-18',
        '2026-11-30',
      ]);
      expect(file.replace(/\r\n /g, '')).toContain('Livraison en retard');
      expect(file).not.toMatch(/MIR-204817|Zoé/);
      // Below the article, without the guide, the same.
      await page.keyboard.press('Escape');
      await clickInView(page, '.follow-ups-ways [data-way=copy]');
      if (kind === 'http') {
        await says(page, '.follow-ups-status', /^Suivi copié/);
        expect(await copied(page)).toMatch(/^18 novembre 2026\s: Le suivi du colis/);
      } else await says(page, '.follow-ups-status', /./);
      if (kind === 'http') expect(service.asked.filter((each) => each.startsWith('GET'))).toHaveLength(1);
    } finally {
      await context.close();
    }
  });
});
