// Before the first step the guide says whatever stands against applying the article; what is merely worth knowing takes one line.
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSite, openBrowserSite, patience, textOf } from './browser-site.ts';

let site: BrowserSite;
beforeAll(async () => {
  site = await openBrowserSite();
}, patience);
afterAll(() => site?.close());

async function startGuide(page: Page): Promise<void> {
  await page.click('.article-header .guide-start a');
  await page.waitForSelector('.guide-text', { visible: true });
}

describe('the guide of an article', { timeout: patience }, () => {
  it.each([
    ['expired', 'Cet article est périmé depuis le 3 novembre 2026'],
    ['archived', 'Cet article est archivé'],
    ['draft', 'Cet article est un brouillon'],
    ['scheduled', 'Cet article ne s’applique qu’à partir du 1er décembre 2026'],
    ['past', 'État de la base au 16 novembre 2026'],
  ])('that is “%s” warns before it starts', async (name, words) => {
    await site.open(name, {}, async (page) => {
      await startGuide(page);
      expect(await textOf(page, '.guide-text')).toBe('Avant de commencer');
      expect(await textOf(page, '.guide-warnings')).toContain(words);
      expect(await page.$('.guide-answers')).toBeNull();
      await page.click('.guide .button');
      expect(await textOf(page, '.guide-text')).toBe('Commande expédiée\u202f?');
    });
  });

  it('that comes to its end while the page is open warns at the next step', async () => {
    await site.open('article', { now: '2027-03-12T22:59:00Z' }, async (page) => {
      await startGuide(page);
      expect(await textOf(page, '.guide-text')).toBe('Commande expédiée\u202f?');
      await page.evaluate(() => {
        const midnight = Date.parse('2027-03-12T23:01:00Z');
        const Stopped = Date;
        globalThis.Date = class extends Stopped {
          constructor(...args: unknown[]) {
            super(...((args.length === 0 ? [midnight] : args) as [number]));
          }
        } as DateConstructor;
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await page.keyboard.press('1');
      expect(await textOf(page, '.guide-text')).toBe('Avant de commencer');
      expect(await textOf(page, '.guide-warnings')).toContain('périmé depuis le 13 mars 2027');
    });
  });

  it.each([
    ['undated', 'Cet article n’a pas de date de fin · Cet article n’est pas encore validé'],
    ['article', undefined],
  ])('that is “%s” starts at once', async (name, caution) => {
    await site.open(name, {}, async (page) => {
      await startGuide(page);
      expect(await textOf(page, '.guide-text')).toBe('Commande expédiée\u202f?');
      expect(await textOf(page, '.guide-caution')).toBe(caution);
    });
  });
});

describe('the panel', { timeout: patience }, () => {
  it('is not printed, and on paper the page behind it is whole', async () => {
    await site.open('article', { width: 390 }, async (page) => {
      await startGuide(page);
      await page.emulateMediaType('print');
      expect(await textOf(page, '.guide')).toBeUndefined();
      expect(await page.evaluate(() => getComputedStyle(document.body).visibility)).toBe('visible');
    });
  });
});
