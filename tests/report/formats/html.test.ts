import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { formatHtml } from '../../../src/report/formats/html.tsx';
import { axeFaults } from '../../site/browser-site.ts';
import { openReaderBrowser, openReaderPage } from '../../support/reader-page.ts';
import { hostileOptions, hostileReport, hostileTitles } from '../hostile-base.ts';

const since = {
  day: '2026-06-01' as IsoDate,
  newlyExpired: hostileReport.articles.slice(0, 30),
  newlyDue: [],
  newlyValidated: [],
  newlyChanged: [],
  added: [],
  gone: [],
};
const report = { ...hostileReport, since };
const html = formatHtml(report, { ...hostileOptions, groupBy: 'owner' });

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kb-report-'));
  await writeFile(path.join(folder, 'report.html'), html);
  browser = await openReaderBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function openReport() {
  const url = pathToFileURL(path.join(folder, 'report.html')).href;
  const opened = await openReaderPage(browser, url);
  await opened.page.goto(url);
  return opened;
}

describe('the report as a page', () => {
  it('loads nothing, runs nothing and complains of nothing, whatever stands in it', async () => {
    const { page, complaints } = await openReport();
    const found = await page.evaluate(() => ({
      active: document.querySelectorAll('script, img, link, iframe, object, a, [style], b').length,
      attributes: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      background: getComputedStyle(document.body).backgroundColor,
    }));
    // A colour shows that the policy lets the page's own sheet through.
    expect(found).toEqual({ active: 0, attributes: [], background: 'rgb(246, 247, 245)' });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows every title as it is written', async () => {
    const { page } = await openReport();
    const titles = await page.$$eval('.title', (elements) => elements.map(({ textContent }) => textContent));
    expect(titles).toContain(hostileTitles[0]);
    expect(titles).toContain('</script></style></title><img src=x onerror=alert(1)>');
    expect(await page.title()).toBe('</title><b>Base</b>; a, b X:1 | `c` =1 · 2026-06-15');
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'has no fault that axe knows, %s and %i pixels wide, with all that folds open',
    async (theme, width) => {
      const { page } = await openReport();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.$$eval('details', (elements) => {
        for (const element of elements) element.open = true;
      });
      expect(await axeFaults(page)).toEqual([]);
      // No sideways scrolling (WCAG 2.2, 1.4.10).
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.close();
    },
  );

  it('is well-formed text: no control character and no half of a pair', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(html.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E\u2066]|\p{Surrogate}/u);
  });
});
