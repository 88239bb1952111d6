// Flowcharts' pictures as a reader handles them in a real Chromium: buttons, keys, wheel, fingers, phone, full screen, paper; and hostile diagrams.
// Long, because all of it shares one built site and one browser.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../site/browser-site.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { openReaderBrowser, openReaderPage, patience, type Reader } from '../support/reader-page.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';
import { writePictureBase } from './picture-base.ts';

let folder: TemporaryFolder;
let browser: Browser;
let site = '';

beforeAll(async () => {
  folder = await makeFolder();
  await writePictureBase(folder.path);
  const built = await runKb(['build', '--today', sampleDay], { cwd: folder.path });
  expect(built).toMatchObject({ code: 0 });
  site = `${pathToFileURL(path.join(folder.path, 'public')).href}/`;
  browser = await openReaderBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await folder?.remove();
});

const phone = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** Opens an article, lets `use` handle its picture, and fails when anything went wrong meanwhile. */
async function read(
  use: (page: Page) => Promise<void>,
  {
    id = 'large',
    small = false,
    before,
    ...reader
  }: Reader & {
    readonly id?: string;
    readonly small?: boolean;
    readonly before?: (page: Page) => Promise<unknown>;
  } = {},
): Promise<void> {
  const { page, complaints } = await openReaderPage(browser, site, reader);
  try {
    if (small) await page.setViewport(phone);
    await before?.(page);
    await page.goto(`${site}fr/${id}.html`, { waitUntil: 'load' });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** Brings the first match into the middle of the window, at once, and returns its own middle. */
const bringIntoView = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
const scaleOf = (page: Page) =>
  page.$eval('.flow-scale', (output) => Number.parseInt(output.textContent ?? '', 10));
const pressed = (page: Page, act: string) =>
  page.$eval(`[data-act="${act}"]`, (button) => button.getAttribute('aria-pressed'));
/** The height, in the window, of the smallest text of the picture. */
const textSize = (page: Page) =>
  page.$eval('.flow-picture svg', (svg) => {
    const scale = svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return (
      scale *
      Math.min(
        ...Array.from(svg.querySelectorAll('text'), (text) => parseFloat(getComputedStyle(text).fontSize)),
      )
    );
  });

describe('a picture', () => {
  it('grows and shrinks by its buttons and says its scale; the page below stays', {
    timeout: patience,
  }, async () => {
    await read(async (page) => {
      const below = () => page.$eval('.flow-outline', (outline) => outline.getBoundingClientRect().top);
      const [first, place] = [await scaleOf(page), await below()];
      await page.click('[data-act="in"]');
      expect(await scaleOf(page)).toBe(Math.round(first * 1.25));
      expect(await below()).toBe(place);
      await page.click('[data-act="out"]');
      await page.click('[data-act="out"]');
      expect(await scaleOf(page)).toBeLessThan(first);
    });
  });

  it('is seen whole by one button, and as before by the same', { timeout: patience }, async () => {
    await read(async (page) => {
      const first = await scaleOf(page);
      await page.click('[data-act="whole"]');
      expect(await pressed(page, 'whole')).toBe('true');
      const [height, window] = await page.$eval('.flow-picture svg', (svg) => [
        svg.getBoundingClientRect().height,
        innerHeight,
      ]);
      expect(height).toBeLessThan(window ?? 0);
      await page.click('[data-act="whole"]');
      expect([await pressed(page, 'whole'), await scaleOf(page)]).toEqual(['false', first]);
    });
  });

  it('is handled by the keyboard alone', { timeout: patience }, async () => {
    await read(async (page) => {
      const first = await scaleOf(page);
      await page.focus('.flow-picture');
      for (const key of ['+', '+', '+', '+', '+'] as const) await page.keyboard.press(key);
      expect(await scaleOf(page)).toBeGreaterThan(2.5 * first);
      const left = () => page.$eval('.flow-picture', (frame) => frame.scrollLeft);
      const before = await left();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        (than) => (document.querySelector('.flow-picture')?.scrollLeft ?? 0) > than,
        {},
        before,
      );
      await page.keyboard.press('-');
      expect(await scaleOf(page)).toBeLessThan(2.5 * first);
      await page.keyboard.press('0');
      expect(await pressed(page, 'whole')).toBe('true');
    });
  });

  it('zooms by the wheel with Ctrl alone, about the pointer; else the page scrolls', {
    timeout: patience,
  }, async () => {
    await read(async (page) => {
      await bringIntoView(page, '[data-node="n3"]');
      const first = await scaleOf(page);
      const node = () =>
        page.$eval('[data-node="n3"]', (group) => {
          const { left, top, width, height } = group.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        });
      const place = await node();
      await page.mouse.move(place.x, place.y);
      await page.keyboard.down('Control');
      await page.mouse.wheel({ deltaY: -200 });
      await page.waitForFunction(
        (than) => Number.parseInt(document.querySelector('.flow-scale')?.textContent ?? '', 10) > than,
        {},
        first,
      );
      await page.keyboard.up('Control');
      expect((await node()).y).toBeCloseTo(place.y, -1);
      const zoomed = await scaleOf(page);
      const from = await page.evaluate(
        () => window.scrollY + (document.querySelector('.flow-picture')?.scrollTop ?? 0),
      );
      await page.mouse.wheel({ deltaY: 200 });
      await page.waitForFunction(
        (than) => window.scrollY + (document.querySelector('.flow-picture')?.scrollTop ?? 0) > than,
        {},
        from,
      );
      expect(await scaleOf(page)).toBe(zoomed);
    });
  });

  it('moves with the mouse beside its words, which can be selected', { timeout: patience }, async () => {
    await read(async (page) => {
      await bringIntoView(page, '[data-node="n3"]');
      for (let times = 0; times < 3; times += 1) await page.click('[data-act="in"]');
      const { x, y } = await page.$eval('.flow-picture', (frame) => {
        const { left, top } = frame.getBoundingClientRect();
        return { x: left + 8, y: Math.max(top, 80) + 60 };
      });
      const left = () => page.$eval('.flow-picture', (frame) => frame.scrollLeft);
      const before = await left();
      await page.mouse.move(x + 60, y);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.up();
      expect(await left()).toBe(before + 60);
      const middle = await bringIntoView(page, '[data-node="n3"] tspan');
      await page.mouse.click(middle.x, middle.y, { count: 2 });
      expect(await page.evaluate(() => String(getSelection()).trim())).toMatch(/^[\p{L}\d’]+$/u);
    });
  });

  it('fills the screen and comes back', { timeout: patience }, async () => {
    await read(async (page) => {
      const first = await scaleOf(page);
      await page.click('[data-act="full"]');
      await page.waitForSelector('.flow-view.full:fullscreen');
      expect(await pressed(page, 'full')).toBe('true');
      await page.click('[data-act="full"]');
      await page.waitForSelector('.flow-view:not(.full)');
      await page.waitForFunction(
        (scale) => Number.parseInt(document.querySelector('.flow-scale')?.textContent ?? '', 10) === scale,
        {},
        first,
      );
    });
  });
});

describe('on a phone', () => {
  it('has text of 12 pixels at least, scrolls sideways in its frame only, and is seen whole by its button', {
    timeout: patience,
  }, async () => {
    await read(
      async (page) => {
        expect(await textSize(page)).toBeGreaterThanOrEqual(11.99);
        const widths = await page.$eval('.flow-picture', (frame) => [
          frame.scrollWidth > frame.clientWidth,
          document.documentElement.scrollWidth <= innerWidth,
        ]);
        expect(widths).toEqual([true, true]);
        await page.tap('[data-act="whole"]');
        expect(await page.$eval('.flow-picture', (frame) => frame.scrollWidth <= frame.clientWidth)).toBe(
          true,
        );
      },
      { small: true },
    );
  });

  it('is zoomed by two fingers', { timeout: patience }, async () => {
    await read(
      async (page) => {
        const first = await scaleOf(page);
        await bringIntoView(page, '[data-node="n3"]');
        const session = await page.createCDPSession();
        const touch = (type: 'touchStart' | 'touchMove', apart: number) =>
          session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: [
              { x: 190 - apart, y: 400, id: 1 },
              { x: 190 + apart, y: 400, id: 2 },
            ],
          });
        await touch('touchStart', 40);
        await touch('touchMove', 60);
        await touch('touchMove', 80);
        await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        await page.waitForFunction(
          (least) => Number.parseInt(document.querySelector('.flow-scale')?.textContent ?? '', 10) > least,
          { timeout: patience / 2 },
          1.8 * first,
        );
        expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
      },
      { small: true },
    );
  });

  it('fills the window where the browser has no full screen; Escape leaves, the focus comes back', {
    timeout: patience,
  }, async () => {
    await read(
      async (page) => {
        await page.tap('[data-act="full"]');
        await page.waitForSelector('dialog[open] .flow-view.full');
        const [width, height] = await page.$eval('.flow-dialog', (dialog) => [
          dialog.clientWidth,
          dialog.clientHeight,
        ]);
        expect([width, height]).toEqual([phone.width, phone.height]);
        await page.focus('[data-act="full"]');
        await page.keyboard.press('Escape');
        await page.waitForSelector('figure.flow > .flow-view:not(.full)');
        expect(await page.$('dialog')).toBeNull();
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('full');
      },
      {
        small: true,
        before: (page) =>
          page.evaluateOnNewDocument(() => {
            Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: false });
          }),
      },
    );
  });
});

describe('everywhere', () => {
  it.each(['light', 'dark'] as const)(
    'has no accessibility fault that axe knows, %s',
    { timeout: patience },
    async (value) => {
      await read(
        async (page) => {
          expect(await axeFaults(page)).toEqual([]);
        },
        { before: (page) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]) },
      );
    },
  );

  it('scrolls with legible words without scripts, and shows no dead buttons', {
    timeout: patience,
  }, async () => {
    await read(
      async (page) => {
        expect(await (await page.$('.flow-tools'))?.isVisible()).toBe(false);
        expect(await textSize(page)).toBeCloseTo(12, 1);
      },
      { scripts: false, small: true },
    );
  });

  it('fits the width of the paper, whatever the scale on the screen was', { timeout: patience }, async () => {
    await read(async (page) => {
      for (let times = 0; times < 4; times += 1) await page.click('[data-act="in"]');
      await page.emulateMediaType('print');
      await page.setViewport({ width: 700, height: 990 });
      const [picture, paper, tools] = await page.$eval('.flow-picture', (frame) => [
        frame.querySelector('svg')?.getBoundingClientRect().width ?? 0,
        frame.getBoundingClientRect().width,
        frame.parentElement?.querySelector('.flow-tools')?.checkVisibility(),
      ]);
      expect(picture).toBeGreaterThan(0);
      expect(picture).toBeLessThanOrEqual(Number(paper));
      expect(tools).toBe(false);
    });
  });

  it('loads its script on pages with a diagram only', { timeout: patience }, async () => {
    const scripts = (page: Page) =>
      page.$$eval('script', (found) =>
        found.map(({ src }) =>
          src
            .split('/')
            .pop()
            ?.replace(/\.[0-9a-f]{10}\.js$/, '.js'),
        ),
      );
    await read(async (page) => expect(await scripts(page)).toContain('picture.js'));
    await read(async (page) => expect(await scripts(page)).not.toContain('picture.js'), { id: 'plain' });
  });

  it('names another diagram by its own title and description, else by its kind, and gives its source', {
    timeout: patience,
  }, async () => {
    await read(
      async (page) => {
        const names = await page.$$eval('.flow-picture > svg:not(.flow-least)', (pictures) =>
          pictures.map((svg) => [
            svg.querySelector('title')?.textContent,
            svg.querySelector('desc')?.textContent,
          ]),
        );
        expect(names).toEqual([
          ['Enquête sur un colis', 'Qui demande quoi à qui'],
          ['Schéma 2', 'Sa source est donnée sous l’image.'],
        ]);
        expect(await page.$eval('.flow-outline pre', (source) => source.textContent)).toContain(
          'sequenceDiagram',
        );
        expect(await axeFaults(page)).toEqual([]);
      },
      { id: 'others' },
    );
  });
});
