// The health page of the sample base as a manager opens it, in a real Chromium: its numbers are those of `kb report`, and axe finds no fault.
import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleTypes } from '../../src/model/article.ts';
import { trusts } from '../../src/model/trust.ts';
import { validities } from '../../src/model/validity.ts';
import type { Report, ReportedArticle } from '../../src/report/report.ts';
import { axeFaults } from '../site/browser-site.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import {
  openReaderBrowser,
  openReaderPage,
  seenText,
  serveFolder,
  type WebSite,
} from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';
import { sampleSite } from '../support/sample-site.ts';

let folder: TemporaryFolder;
let sample: string;
let browser: Browser;
let web: WebSite;
let report: Report;
/** The site's address, ending in `/`, by how it is opened. */
const sites = { http: '', file: '' };

beforeAll(async () => {
  folder = await makeFolder();
  const { base, site } = await sampleSite();
  sample = base;
  const reported = await runKb(['report', '--today', sampleDay, '--format', 'json'], { cwd: sample });
  report = JSON.parse(reported.out);
  web = await serveFolder(site);
  sites.http = web.url;
  sites.file = `${pathToFileURL(site).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
  await folder?.remove();
});

/** Opens `url`, lets `use` look at it, and fails when anything went wrong or was asked for elsewhere. */
async function open<Seen>(
  kind: keyof typeof sites,
  url: string,
  use: (page: Page) => Promise<Seen>,
  theme: 'light' | 'dark' = 'light',
): Promise<Seen> {
  const { page, complaints } = await openReaderPage(browser, sites[kind], { now: `${sampleDay}T10:00:00Z` });
  try {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.goto(sites[kind] + url, { waitUntil: 'load' });
    const seen = await use(page);
    expect(complaints).toEqual([]);
    return seen;
  } finally {
    await page.close();
  }
}

/** The numbers of a table of the French page by the head of their row; a cell without any counts as 0. */
function readTable(name: string): Promise<Record<string, number[]>> {
  return open('file', 'fr/health.html', (page) =>
    page.$$eval(`.chart-table-${name} :is(tbody, tfoot) tr`, (rows) =>
      Object.fromEntries(
        rows.map((row) => [
          (row.querySelector('th a') ?? row.querySelector('th'))?.textContent ?? '',
          [...row.querySelectorAll('td:not(.chart-share)')].map((cell) =>
            Number.parseInt(cell.textContent || '0', 10),
          ),
        ]),
      ),
    ),
  );
}

const ownersByName: Readonly<Record<string, string>> = {
  'Livraison et transport': 'livraison',
  'Retours et remboursements': 'retours',
  'Paiement et fraude': 'paiement',
  'Comptes et fidélité': 'comptes',
  'Relations vendeurs': 'vendeurs',
  Juridique: 'juridique',
};
const count = (keep: (article: ReportedArticle) => boolean) => report.articles.filter(keep).length;

describe('the numbers of the health page', () => {
  it.each([
    ['validity', validities],
    ['trust', trusts],
  ] as const)('on %s are those of kb report, for each owner and for all', async (axis, states) => {
    const table = await readTable(axis);
    const expected = Object.entries(ownersByName).map(([name, owner]) => [
      name,
      [
        ...states.map((state) => count((article) => article.owner === owner && article[axis] === state)),
        count((article) => article.owner === owner),
      ],
    ]);
    const all = [...states.map((state) => (report[axis] as Record<string, number>)[state]), report.total];
    expect(table).toEqual({ ...Object.fromEntries(expected), 'Toutes les équipes': all });
  });

  it('at the top are the report’s too', async () => {
    const figures = await open('file', 'fr/health.html', (page) =>
      page.$$eval('.key-figures dd', (cells) => cells.map((cell) => Number(cell.textContent))),
    );
    const { validity, trust } = report;
    expect(figures.slice(0, 5)).toEqual([
      validity.expired,
      validity.due,
      validity.undated,
      trust.unvalidated,
      trust.changed,
    ]);
  });

  it('of the forecast sum to every published article that has an end', async () => {
    const table = await readTable('forecast');
    const live = (article: ReportedArticle) =>
      article.expires !== null && article.trust !== 'draft' && article.trust !== 'archived';
    const sum = (cells: readonly number[] = []) => cells.slice(0, 28).reduce((a, b) => a + b, 0);
    expect(sum(table['Toutes les équipes'])).toBe(count(live));
    for (const [name, owner] of Object.entries(ownersByName))
      expect(sum(table[name])).toBe(count((article) => live(article) && article.owner === owner));
    expect(table['Toutes les équipes']?.[0]).toBe(
      count((article) => live(article) && article.validity === 'expired'),
    );
  });

  it('of the coverage are the articles in force, by reason and type', async () => {
    const table = await readTable('coverage');
    const inForce = ({ validity, trust, lang }: ReportedArticle) =>
      lang === 'fr' && !['expired', 'scheduled'].includes(validity) && !['draft', 'archived'].includes(trust);
    expect(table['Colis en retard']?.slice(0, articleTypes.length)).toEqual(
      articleTypes.map((type) =>
        count(
          (article) => inForce(article) && article.type === type && article.reasons.includes('delivery.late'),
        ),
      ),
    );
    // A reason has the articles of those below it, each once.
    expect(table.Livraison?.[articleTypes.length]).toBe(
      count((article) => inForce(article) && article.reasons.some((reason) => /^delivery\b/.test(reason))),
    );
    expect(Object.keys(table)).toHaveLength(22);
    expect(Object.keys(table)[0]).toBe('Joindre un vendeur');
  });
});

describe('the health page', () => {
  it.each([
    ['fr', 'light'],
    ['fr', 'dark'],
    ['en', 'light'],
  ] as const)('has no fault that axe knows, in %s, %s', async (lang, theme) => {
    await open(
      'http',
      `${lang}/health.html`,
      async (page) => expect(await axeFaults(page)).toEqual([]),
      theme,
    );
  });

  it.each(['http', 'file'] as const)('says on which day it was worked out, on %s', async (kind) => {
    await open(kind, 'fr/health.html', async (page) => {
      expect(await seenText(page, '.page-header .lead')).toBe('État au 16 novembre 2026');
    });
  });

  it('is reached from the foot of a page, and leads to articles and lists that are there', async () => {
    await open('file', 'fr/rembourser-une-commande.html', async (page) => {
      await Promise.all([page.waitForNavigation(), page.click('.site-footer a[href$="health.html"]')]);
      expect(await seenText(page, 'h1')).toBe('Santé de la base');
      const links = await page.$$eval('main a[href^="../"]', (found) => found.map(({ href }) => href));
      expect(links.length).toBeGreaterThan(40);
      await Promise.all([...new Set(links)].map((link) => access(new URL(link))));
    });
  });

  it('leads from a week’s column to the articles of that week', async () => {
    await open('file', 'fr/health.html', async (page) => {
      await page.click('.chart-table-forecast .week a');
      expect(await seenText(page, '.week-list :target dt')).toContain('Semaine du 30 novembre 2026');
    });
  });

  it('is not in a customer’s site, nor named in any of its pages', async () => {
    const out = path.join(folder.path, 'client');
    const built = await runKb(['build', '--today', sampleDay, '--audience', 'customer', '--out', out], {
      cwd: sample,
    });
    expect(built).toMatchObject({ code: 0 });
    const pages = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((file) => file.includes('health'))).toEqual([]);
    for (const file of pages)
      expect(await readFile(path.join(out, file), 'utf8')).not.toContain('health.html');
  });
});
