// A quiz of the sample base in a real Chromium, opened by double click: done right and wrong, by keyboard, with nothing kept, without scripts.
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ParsedQuestion, parseQuiz } from '../../src/content/parse-quiz.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { axeFaultsInThemes } from '../site/browser-site.ts';
import {
  clickInView,
  openReaderBrowser,
  openReaderPage,
  patience,
  type Reader,
} from '../support/reader-page.ts';
import { sampleDay } from '../support/run-kb.ts';
import { type SampleSite, sampleSite } from '../support/sample-site.ts';

const id = 'quiz-suivre-une-livraison';
let sample: SampleSite;
let browser: Browser;
let questions: readonly ParsedQuestion[];

beforeAll(async () => {
  sample = await sampleSite();
  browser = await openReaderBrowser();
  const base = await readKnowledgeBase(sample.base);
  const document = base.byId.get(id)?.get('fr');
  if (!document) throw new Error(`The sample base has no ${id}`);
  questions = parseQuiz(document.parseReading()).questions;
}, 300_000);

afterAll(() => browser?.close());

async function read(
  reader: Reader,
  use: (page: Page) => Promise<void>,
  url = `fr/${id}.html`,
): Promise<void> {
  const context = await browser.createBrowserContext();
  const site = `${pathToFileURL(sample.site).href}/`;
  const { page, complaints } = await openReaderPage(context, site, {
    now: `${sampleDay}T10:00:00Z`,
    ...reader,
  });
  try {
    await page.goto(site + url, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Chooses, in every question of the form, the right answers, or else the wrong ones; moves answers of order with their buttons. */
async function answer(page: Page, right: boolean): Promise<void> {
  const known = questions.map(({ text, kind, answers }) => ({
    text,
    kind,
    answers: answers.map((each) => ({ text: each.text, chosen: each.right === right })),
  }));
  const unknown = await page.evaluate((all) => {
    const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    return [...document.querySelectorAll('.quiz-field')].flatMap((field) => {
      const question = all.find(({ text }) =>
        plain(field.querySelector('legend')?.textContent).endsWith(plain(text)),
      );
      if (!question) return [plain(field.textContent)];
      if (question.kind === 'order') {
        const wanted = question.answers.map(({ text }) => plain(text));
        for (const [place, text] of wanted.entries()) {
          for (let turn = 0; turn < wanted.length; turn++) {
            const items = [...field.querySelectorAll('.quiz-order > li')];
            const at = items.findIndex((item) => plain(item.firstElementChild?.textContent) === text);
            if (at > place) items[at]?.querySelector('button')?.click();
          }
        }
        return [];
      }
      for (const label of field.querySelectorAll('label')) {
        const said = plain(label.querySelector('span')?.textContent);
        if (question.answers.some((each) => plain(each.text) === said && each.chosen)) label.click();
      }
      return [];
    });
  }, known);
  expect(unknown).toEqual([]);
}

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.replace(/\s+/g, ' ').trim());

describe('a quiz', { timeout: patience }, () => {
  it('asks for what is missing, then judges, explains, keeps the best score and begins anew', async () => {
    await read({}, async (page) => {
      expect(await page.$$eval('.quiz-field', (fields) => fields.length)).toBe(5);
      expect(await page.$('.quiz-solution, .quiz-why')).toBeNull();
      await clickInView(page, '.quiz form > .button');
      expect(await textOf(page, '.quiz-missing')).toMatch(/sans réponse/);
      expect(await page.$eval('.quiz-field input:focus', (input) => input.tagName)).toBe('INPUT');

      await page.evaluate(() => {
        document.addEventListener('kb:quiz-finished', (event) => {
          document.documentElement.dataset.finished = JSON.stringify((event as CustomEvent).detail);
        });
      });
      await answer(page, true);
      await clickInView(page, '.quiz form > .button');
      expect(await textOf(page, '.quiz-score')).toBe('5 sur 5 (100 %)');
      expect(await page.$eval(':focus', (element) => element.className)).toBe('quiz-result is-right');
      expect(
        await page.$$eval('.quiz-verdict', (marks) => new Set(marks.map((m) => m.textContent)).size),
      ).toBe(1);
      expect(await page.$$eval('.quiz-why', (all) => all.length)).toBeGreaterThan(3);
      expect(JSON.parse((await page.$eval('html', (html) => html.dataset.finished)) ?? '')).toEqual({
        about: {
          id,
          lang: 'fr',
          version: await page.$eval('.article', (each) => each.getAttribute('data-version')),
        },
        score: { right: 5, of: 5 },
      });

      await clickInView(page, '.quiz form > .button');
      expect(await page.$('.quiz-verdict')).toBeNull();
      expect(await page.$$eval('.quiz-field', (fields) => fields.length)).toBe(5);
      await answer(page, false);
      await clickInView(page, '.quiz form > .button');
      expect(await textOf(page, '.quiz-result .quiz-kept')).toMatch(
        /Meilleur .* : 5 sur 5\. Dernier : [01] sur 5\./,
      );
      await page.reload({ waitUntil: 'load' });
      expect(await textOf(page, '.quiz-kept')).toMatch(/Meilleur .* : 5 sur 5\. Dernier : [01] sur 5\./);
    });
  });

  it('leaves a receipt in the name with which its reader confirms, and none without a name', async () => {
    const waiting = (page: Page) =>
      page.evaluate(() =>
        Object.entries(localStorage)
          .filter(([key]) => key.startsWith('kb:outbox:'))
          .map(([, entry]) => (JSON.parse(entry) as { item: { reader?: string; score?: object } }).item)
          .map(({ reader, score }) => ({ reader, score })),
      );
    await read({}, async (page) => {
      const finish = async () => {
        await answer(page, true);
        await clickInView(page, '.quiz form > .button');
      };
      await finish();
      await page.waitForSelector('.quiz-score');
      expect(await waiting(page)).toEqual([]);
      await page.evaluate(() => localStorage.setItem('kb:reader', 'lea-martin'));
      await clickInView(page, '.quiz form > .button');
      await finish();
      await expect.poll(() => waiting(page)).toEqual([{ reader: 'lea-martin', score: { right: 5, of: 5 } }]);
    });
  });

  it('is free of axe faults on a phone in both themes, before and after it is judged, and nothing overflows', async () => {
    await read({}, async (page) => {
      await page.setViewport({ width: 360, height: 740 });
      expect(await axeFaultsInThemes(page)).toEqual([]);
      await answer(page, false);
      await clickInView(page, '.quiz form > .button');
      expect(await axeFaultsInThemes(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });

  it('is done without a pointer, and answers are moved by their buttons with the focus on them', async () => {
    await read({}, async (page) => {
      let moved = '';
      for (let turn = 0; moved === '' && turn < 20; turn++) {
        if (turn > 0) await page.reload({ waitUntil: 'load' });
        const last = await page.$('.quiz-order > li:last-child button');
        if (!last) continue;
        await last.focus();
        await page.keyboard.press('Enter');
        moved = (await textOf(page, '#copyStatus')) ?? '';
        expect(
          await page.$eval('.quiz-order > li:nth-last-child(2)', (li) => li.contains(document.activeElement)),
        ).toBe(true);
      }
      expect(moved).toMatch(/ : place 3 sur 4$/);
      await page.focus('.quiz-field input');
      await page.keyboard.press('Space');
      expect(
        await page.$eval('.quiz-field input:focus', (input) => (input as HTMLInputElement).checked),
      ).toBe(true);
    });
  });

  it('says that nothing is kept where storage is denied', async () => {
    await read({ storage: false }, async (page) => {
      await answer(page, true);
      await clickInView(page, '.quiz form > .button');
      expect(await textOf(page, '.quiz-score')).toBe('5 sur 5 (100 %)');
      expect(await textOf(page, '.quiz-result .quiz-kept')).toMatch(/ne garde rien/);
    });
  });

  it('reads as text without scripts, each solution folded, and an order that is not the right one', async () => {
    await read({ scripts: false }, async (page) => {
      const html = await page.content();
      expect(html.match(/<section class="quiz-question"/g)).toHaveLength(questions.length);
      expect(html).not.toMatch(/<details class="quiz-solution" open/);
      expect(html).not.toMatch(/<input type="checkbox" checked/);
      const shown = html.slice(html.indexOf('Dans quel ordre'));
      const places = questions
        .find(({ kind }) => kind === 'order')
        ?.answers.map(({ text }) => shown.indexOf(text.slice(0, 20)));
      expect(places).not.toEqual(places?.toSorted((a, b) => a - b));
    });
  });
});

const pathUrl = 'fr/path/premiers-jours.html';
const ticks = (page: Page) =>
  page.$$eval('.path-tick', (boxes) => boxes.map((box) => (box as HTMLInputElement).checked));

describe('a training path', { timeout: patience }, () => {
  it('stands on the home page, knows what was read and answered here, and keeps what is ticked', async () => {
    await read(
      {},
      async (page) => {
        await Promise.all([
          page.waitForNavigation(),
          clickInView(page, 'a[href$="path/premiers-jours.html"]'),
        ]);
        expect(await ticks(page)).toEqual(Array(9).fill(false));
        await Promise.all([page.waitForNavigation(), clickInView(page, '.path-step:nth-child(2) a')]);
        await page.goBack();
        await page.reload();
        expect(await ticks(page)).toEqual([false, true, ...Array(7).fill(false)]);
        await clickInView(page, '.path-step:nth-child(2) .path-tick');
        await clickInView(page, '.path-step:nth-child(9) .path-tick');
        await page.reload();
        expect(await ticks(page)).toEqual([...Array(8).fill(false), true]);
        expect(await textOf(page, '.path-count')).toBe('1 étape faite sur 9');

        await Promise.all([page.waitForNavigation(), clickInView(page, `a[href$="/${id}.html"]`)]);
        await page.goBack();
        await page.reload();
        expect((await ticks(page))[4]).toBe(false);
        await Promise.all([page.waitForNavigation(), clickInView(page, `a[href$="/${id}.html"]`)]);
        await answer(page, false);
        await clickInView(page, '.quiz form > .button');
        await page.goBack();
        await page.reload();
        expect((await ticks(page))[4]).toBe(true);
      },
      'index.html',
    );
  });

  it('is free of axe faults on a phone in both themes, and reads without scripts', async () => {
    await read(
      {},
      async (page) => {
        await page.setViewport({ width: 360, height: 740 });
        expect(await axeFaultsInThemes(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      },
      pathUrl,
    );
    await read(
      { scripts: false },
      async (page) => expect((await page.content()).match(/<li class="path-step"/g)).toHaveLength(9),
      pathUrl,
    );
  });
});
