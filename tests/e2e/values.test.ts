// A value that was planned comes into force on the reader's day, in a page that was built before it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleText, makeBase, type SmallBase } from '../serve/small-base.ts';
import { openReaderBrowser, openReaderPage, patience, seenText } from '../support/reader-page.ts';
import { runKb } from '../support/run-kb.ts';

let base: SmallBase;
let browser: Browser;

beforeAll(async () => {
  base = await makeBase({
    'content/a.md': articleText(
      'joindre',
      'Appelez {{horaires}}.\n\n```text\nNous répondons {{horaires}}.\n```\n',
      { expires: '2027-11-30' },
    ),
    'variables.yaml':
      'horaires:\n  - value: de 8 h à 20 h\n  - { from: 2026-12-24, until: 2026-12-24, value: de 8 h à 17 h }\n',
  });
  expect(await runKb(['build', '--today', '2026-11-16'], { cwd: base.root })).toMatchObject({ code: 0 });
  browser = await openReaderBrowser();
});

afterAll(async () => {
  await browser?.close();
  await base?.remove();
});

/** What the paragraph and the text to copy say to a reader at noon of `day`; nothing that the page had to say against it is let pass. */
async function readOn(day: string, scripts = true): Promise<readonly (string | undefined)[]> {
  const site = `${pathToFileURL(path.join(base.root, 'public')).href}/`;
  const { page, complaints } = await openReaderPage(browser, site, { now: `${day}T12:00:00Z`, scripts });
  page.setDefaultTimeout(patience);
  await page.goto(`${site}fr/joindre.html`, { waitUntil: 'load' });
  const said = [await seenText(page, '.prose p'), await seenText(page, '.prose pre code')];
  expect(complaints).toEqual([]);
  await page.close();
  return said;
}

const says = (hours: string) => [`Appelez ${hours}.`, `Nous répondons ${hours}.`];

it('holds on its days alone, in the text and in what is copied', async () => {
  expect(await readOn('2026-11-16')).toEqual(says('de 8 h à 20 h'));
  expect(await readOn('2026-12-24')).toEqual(says('de 8 h à 17 h'));
  expect(await readOn('2026-12-25')).toEqual(says('de 8 h à 20 h'));
});

it('stays that of the build for a reader without scripts, or whose clock is behind', async () => {
  expect(await readOn('2026-12-24', false)).toEqual(says('de 8 h à 20 h'));
  expect(await readOn('2026-10-01')).toEqual(says('de 8 h à 20 h'));
});

/** What the search page says of a value in the excerpt of its one result, to a reader at noon of `day`. */
async function readResultOn(day: string): Promise<string | undefined> {
  const site = `${pathToFileURL(path.join(base.root, 'public')).href}/`;
  const { page, complaints } = await openReaderPage(browser, site, { now: `${day}T12:00:00Z` });
  await page.goto(`${site}fr/search.html?q=r%C3%A9pondons`, { waitUntil: 'load' });
  await page.waitForSelector('.search-excerpt', { timeout: patience });
  expect(await seenText(page, '.search-excerpt')).toContain('de 8 h à 20 h');
  const said = await seenText(page, '.search-changed');
  expect(complaints).toEqual([]);
  await page.close();
  return said;
}

it('is told below a search result, whose excerpt has that of the build', async () => {
  expect(await readResultOn('2026-12-23')).toBeUndefined();
  expect(await readResultOn('2026-12-24')).toMatch(
    /^Depuis le 24\sdécembre\s2026\s: «\sde 8\sh à 17\sh\s», et non plus «\sde 8\sh à 20\sh\s»$/,
  );
  expect(await readResultOn('2026-12-25')).toBeUndefined();
});

it('is told by kb search as well', async () => {
  const search = async (today: string) =>
    (await runKb(['search', 'répondons', '--today', today, '--lang', 'en'], { cwd: base.root })).out;
  expect(await search('2026-12-23')).not.toContain('Since');
  expect(await search('2026-12-24')).toMatch(
    /Since 24 December 2026: “de 8 h à 17 h”, no longer\s+“de 8 h\s+à 20 h”/,
  );
});
