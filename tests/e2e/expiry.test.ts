// The promise that everything hangs on: a procedure that is past its last valid day says so, in CI and to the reader of an old copy of the site.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { copySampleBase, makeFolder } from '../support/folders.ts';
import {
  openReaderBrowser,
  openReaderPage,
  patience,
  type Reader,
  seenText,
} from '../support/reader-page.ts';
import { runKb } from '../support/run-kb.ts';

const validated = 'content/livraison/retard.md';
const files = {
  [validated]: articleText('retard', 'Rassurer le client du Groenland.', { expires: '2026-11-30' }),
  'content/perdu.md': articleText('perdu', 'Ouvrir une enquête.', { expires: '2027-11-30' }),
};

/** Days and instants around the end of an article that is valid until 30 November 2026, by the base's time zone. */
const zones = {
  'Europe/Paris': { lastInstant: '2026-11-30T22:59:59Z', firstPast: '2026-11-30T23:00:00Z' },
  'Indian/Antananarivo': { lastInstant: '2026-11-30T20:59:59Z', firstPast: '2026-11-30T21:00:00Z' },
};

const bases = new Map<string, SmallBase>();
let browser: Browser;

beforeAll(async () => {
  for (const zone of Object.keys(zones)) {
    const base = await makeBase({
      ...files,
      'kb.config.yaml': baseConfig.replace('Europe/Paris', zone),
    });
    bases.set(zone, base);
    const built = await runKb(['build', '--today', '2026-10-01'], { cwd: base.root });
    expect(built).toMatchObject({ code: 0 });
  }
  browser = await openReaderBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const base of bases.values()) await base.remove();
});

const rootOf = (zone: string): string => bases.get(zone)?.root ?? '';

interface JsonFinding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly id?: string;
}

async function lintOn(cwd: string, args: readonly string[], env: Record<string, string> = {}) {
  const { code, out } = await runKb(['lint', '--format', 'json', ...args], { cwd, env });
  const { findings } = JSON.parse(out) as { findings: JsonFinding[] };
  return { code, expired: findings.filter(({ rule }) => rule === 'not-expired') };
}

describe('kb lint', () => {
  it('lets an article pass on its last valid day', async () => {
    const { code, expired } = await lintOn(rootOf('Europe/Paris'), ['--today', '2026-11-30']);
    expect({ code, expired }).toEqual({ code: 0, expired: [] });
  });

  it('fails on the day after, and names the article and the line of its date', async () => {
    const { code, expired } = await lintOn(rootOf('Europe/Paris'), ['--today', '2026-12-01']);
    expect(code).toBe(1);
    expect(expired).toEqual([expect.objectContaining({ path: validated, line: 6, id: 'retard' })]);
  });

  it('names it to the person at the terminal', async () => {
    const { code, out } = await runKb(['lint', '--today', '2026-12-01'], { cwd: rootOf('Europe/Paris') });
    expect(code).toBe(1);
    expect(out).toContain(validated);
    expect(out).toContain('périmé depuis 1 j (2026-11-30)');
  });

  it.each(Object.entries(zones))(
    'takes the day of %s, whatever the machine’s own zone is',
    async (zone, ends) => {
      // West of the base it is still the day before, east of it already the day after.
      const at = (instant: string, TZ: string) =>
        lintOn(rootOf(zone), [], { TZ, SOURCE_DATE_EPOCH: String(Date.parse(instant) / 1000) });
      expect(await at(ends.lastInstant, 'Pacific/Auckland')).toEqual({ code: 0, expired: [] });
      expect(await at(ends.firstPast, 'America/Los_Angeles')).toMatchObject({
        code: 1,
        expired: [{ id: 'retard' }],
      });
    },
  );

  it('does the same on an article of the sample base', async () => {
    const sample = await makeFolder();
    try {
      await copySampleBase(sample.path);
      const article = 'content/livraison/livraison-en-retard.md';
      const lastDay = await lintOn(sample.path, [article, '--today', '2027-09-10']);
      expect(lastDay).toEqual({ code: 0, expired: [] });
      const nextDay = await lintOn(sample.path, [article, '--today', '2027-09-11']);
      expect(nextDay).toMatchObject({ code: 1, expired: [{ path: article, id: 'livraison-en-retard' }] });
    } finally {
      await sample.remove();
    }
  });
});

/** Opens a page of the site that was built for `zone` two months before, as `reader`, and gives what it says of validity. */
async function readPage(
  zone: string,
  url: string,
  reader: Reader,
): Promise<Record<string, string | undefined>> {
  const site = `${pathToFileURL(path.join(rootOf(zone), 'public')).href}/`;
  const { page, complaints } = await openReaderPage(browser, site, reader);
  try {
    await page.goto(site + url, { waitUntil: 'load' });
    const said = {
      expired: await seenText(page, '.notice-expired .notice-title'),
      due: await seenText(page, '.notice-due .notice-title'),
      status: await seenText(page, '.status-bar'),
    };
    expect(complaints).toEqual([]);
    return said;
  } finally {
    await page.close();
  }
}

describe.each(Object.entries(zones))('a page built two months before, in a base of %s', (zone, ends) => {
  it.each(['Europe/Paris', 'Indian/Antananarivo', 'America/Los_Angeles'])(
    'is judged by the base’s own days for a reader in %s',
    async (timezone) => {
      const before = await readPage(zone, 'fr/retard.html', { timezone, now: ends.lastInstant });
      expect(before.expired).toBeUndefined();
      expect(before.due).toContain('30 novembre 2026');

      const after = await readPage(zone, 'fr/retard.html', { timezone, now: ends.firstPast });
      expect(after.expired).toContain('périmé depuis le 1er décembre 2026');
      expect(after.due).toBeUndefined();
      expect(after.status).toContain('Périmé');
    },
  );
});

it('says nothing of the kind of an article that is still valid', async () => {
  const said = await readPage('Europe/Paris', 'fr/perdu.html', { now: '2026-12-01T12:00:00Z' });
  expect(said).toMatchObject({ expired: undefined, due: undefined });
});

it('marks the article in lists and leaves it out of search results once it has expired', async () => {
  const site = `${pathToFileURL(path.join(rootOf('Europe/Paris'), 'public')).href}/`;
  const { page, complaints } = await openReaderPage(browser, site, { now: '2026-12-01T12:00:00Z' });
  await page.goto(`${site}fr/category/livraison/index.html`);
  expect(await seenText(page, '.article-row .badge')).toBe('Périmé');
  await page.goto(`${site}fr/search.html?q=groenland`);
  await page.waitForSelector('#search-results .search-note', { timeout: patience });
  expect(await page.$('#search-results a.article-row-title')).toBeNull();
  expect(complaints).toEqual([]);
  await page.close();
});
