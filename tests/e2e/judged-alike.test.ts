// One judgement everywhere: for every article and every day of two years, the reader's browser and the command line see the same state.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { addPeriod, dayIn, endOfDay, type IsoDate } from '../../src/model/iso-date.ts';
import { trusts } from '../../src/model/trust.ts';
import { validities } from '../../src/model/validity.ts';
import { buildReport } from '../../src/report/report.ts';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { openReaderBrowser, openReaderPage } from '../support/reader-page.ts';
import { runKb } from '../support/run-kb.ts';

const built = '2027-06-30' as IsoDate;
const days = Array.from({ length: 731 }, (_, amount) => addPeriod(built, { amount, unit: 'd' }));
const zones = ['Europe/Paris', 'Indian/Antananarivo', 'Pacific/Kiritimati'];

/** Articles whose days fall on whatever calendars are wrong about: leap days, month ends, clock changes, the far end. */
const dates: readonly Readonly<Record<string, string>>[] = [
  { expires: '2028-02-29' },
  { expires: '2027-10-31' },
  { effective: '2028-02-29', expires: '2028-03-31' },
  { effective: '2027-03-28', expires: '2028-03-26' },
  { effective: '2027-12-31', expires: '9999-12-31' },
  { expires: '2027-06-30' },
  { expires: '2027-06-29' },
  { effective: '2028-01-01', expires: '2028-01-01' },
  { type: 'reference' },
  { type: 'reference', effective: '2028-06-30' },
  { expires: '' },
  { expires: '', effective: '2027-09-01' },
];

const files = Object.fromEntries(
  dates.map((fields, index) => [`content/a${index}.md`, articleText(`a${index}`, 'Texte.', fields)]),
);

const bases = new Map<string, SmallBase>();
let browser: Browser;

beforeAll(async () => {
  for (const zone of zones) {
    const base = await makeBase({ ...files, 'kb.config.yaml': baseConfig.replace('Europe/Paris', zone) });
    bases.set(zone, base);
    expect(await runKb(['build', '--today', built], { cwd: base.root })).toMatchObject({ code: 0 });
  }
  browser = await openReaderBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const base of bases.values()) await base.remove();
});

/** Replaces the page's clock by one that stands at `kbInstant`, before its scripts run. */
function governClock(): void {
  const RealDate = Date;
  const governed = globalThis as unknown as { kbInstant: number };
  governed.kbInstant = RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [governed.kbInstant] : args) as [number]));
    }
  } as DateConstructor;
}

/** For each instant, what the page's own script makes of every article on it, by address. */
function judgeAt(instants: readonly number[]): Record<string, string>[] {
  return instants.map((instant) => {
    (globalThis as unknown as { kbInstant: number }).kbInstant = instant;
    document.dispatchEvent(new Event('visibilitychange'));
    const rows = [...document.querySelectorAll<HTMLElement>('main [data-validity]')];
    return Object.fromEntries(
      rows.map((row) => [
        row.querySelector('a')?.getAttribute('href')?.split('/').at(-1) ?? '',
        row.dataset.validity ?? '',
      ]),
    );
  });
}

describe.each(zones)('in %s', (zone) => {
  it('the browser judges each article on each day as the command does, in the first second of the day and in the last', async () => {
    const root = bases.get(zone)?.root ?? '';
    const base = await readKnowledgeBase(root);
    const site = pathToFileURL(path.join(root, 'public')).href;
    const { page, complaints } = await openReaderPage(browser, site, { timezone: 'America/Los_Angeles' });
    await page.evaluateOnNewDocument(governClock);
    await page.goto(`${site}/fr/owner/livraison/index.html`);
    const seconds = days.flatMap((day) => {
      const last = endOfDay(zone, day).getTime() - 1000;
      const first = endOfDay(zone, addPeriod(day, { amount: -1, unit: 'd' })).getTime();
      return [first, last];
    });
    const judged = await page.evaluate(judgeAt, seconds);
    for (const [index, day] of days.entries()) {
      expect(dayIn(zone, new Date(seconds[2 * index] ?? 0))).toBe(day);
      const { articles } = buildReport(base, { today: day, lastChanged: new Map() });
      const expected = Object.fromEntries(articles.map(({ id, validity }) => [`${id}.html`, validity]));
      expect(Object.keys(expected)).toHaveLength(dates.length);
      expect(judged[2 * index], `${day}, first second`).toEqual(expected);
      expect(judged[2 * index + 1], `${day}, last second`).toEqual(expected);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

it('every article of the sample base has one state on each axis, on every day of two years', async () => {
  const root = path.join(import.meta.dirname, '../..');
  const base = await readKnowledgeBase(root);
  const { dueWithin } = (await readConfig(root)).validity;
  for (const day of days.map((_, amount) => addPeriod('2025-11-16' as IsoDate, { amount, unit: 'd' }))) {
    const report = buildReport(base, { today: day, lastChanged: new Map(), dueWithin });
    for (const { validity, trust } of report.articles) {
      expect(validities).toContain(validity);
      expect(trusts).toContain(trust);
    }
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((a, b) => a + b, 0);
    expect([sum(report.validity), sum(report.trust)]).toEqual([report.total, report.total]);
  }
});
