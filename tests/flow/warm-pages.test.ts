// Pages that stay warm draw each diagram as a fresh one would, and survive the ones that hang or crash.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderMermaid } from '@mermaid-js/mermaid-cli';
import type { Browser } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { pictureSettings } from '../../src/flow/picture-settings.ts';
import { prepareLabels } from '../../src/flow/prepare-labels.ts';
import { type PictureResult, renderPictures } from '../../src/flow/render-pictures.ts';
import { drawingId, sanitizePicture } from '../../src/flow/sanitize-svg.ts';
import { projectRoot } from '../support/corpora.ts';
import { diagramKinds } from './diagram-kinds.ts';

const patience = 300_000;
let cacheDir = '';

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'kb-test-warm-'));
});

afterEach(async () => {
  await rm(cacheDir, { recursive: true, force: true });
});

async function startBrowser(): Promise<Browser> {
  return launchBrowser(await findBrowser());
}

/** Every distinct flowchart of the sample base. */
async function readSampleFlowcharts(): Promise<string[]> {
  const folder = join(projectRoot, 'content');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [
    ...new Set(
      texts.flatMap((text) => [...text.matchAll(/^```mermaid\n(.*?)^```/gms)].map((match) => match[1] ?? '')),
    ),
  ];
}

async function referencePicture(browser: Browser, code: string): Promise<string | undefined> {
  const diagram = await parseDiagram(code);
  if (!diagram.ok || diagram.flow === undefined) throw new Error(`no flowchart: ${code}`);
  const { source, restore } = prepareLabels(code);
  const { data } = await renderMermaid(browser, source, 'svg', {
    mermaidConfig: pictureSettings,
    svgId: drawingId,
  });
  return sanitizePicture(restore(new TextDecoder().decode(data)), diagram.flow);
}

function svgOf(result: PictureResult | undefined): string {
  return result?.ok ? result.svg : expect.fail(JSON.stringify(result));
}

describe('a warm page', () => {
  it('draws the flowcharts of the sample base as mermaid-cli does, to the byte', {
    timeout: patience,
  }, async () => {
    const sources = await readSampleFlowcharts();
    expect(sources.length).toBeGreaterThan(10);
    const pictures = await renderPictures(sources, { cacheDir });
    const browser = await startBrowser();
    try {
      // mermaid-cli takes its time: every third will do.
      for (const [index, source] of sources.entries()) {
        if (index % 3 === 0) expect(svgOf(pictures[index])).toBe(await referencePicture(browser, source));
      }
    } finally {
      await browser.close();
    }
  });

  it('lets nothing of one diagram into the next: any order gives the same bytes', {
    timeout: patience,
  }, async () => {
    const sources = [
      ...Object.values(diagramKinds),
      // Sketched shapes, on which chance would show.
      'flowchart TD\n a@{ shape: flag, label: "Un" } --> b@{ shape: odd, label: "Deux" } --> c@{ shape: hourglass }',
      'flowchart LR\n classDef chaud fill:#f00\n a[Un]:::chaud --> b{Deux ?} -->|Oui| c([Trois])',
    ];
    const orders = [sources, sources.toReversed(), [...sources.slice(7), ...sources.slice(0, 7)]];
    const drawn: Map<string, string>[] = [];
    for (const order of orders) {
      const pictures = await renderPictures(order, { cacheDir });
      drawn.push(new Map(order.map((source, index) => [source, svgOf(pictures[index])])));
      await rm(cacheDir, { recursive: true });
    }
    for (const source of sources)
      expect(drawn.slice(1).map((pictures) => pictures.get(source))).toEqual(
        drawn.slice(1).map(() => drawn[0]?.get(source)),
      );
  });
});

/** A browser in which drawing a source that holds `word` does what `mischief` does instead. */
async function startTrickedBrowser(word: string, mischief: (browser: Browser) => unknown): Promise<Browser> {
  const browser = await startBrowser();
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async () => {
    const page = await newPage();
    const evaluate = page.evaluate.bind(page) as (...args: unknown[]) => Promise<unknown>;
    page.evaluate = (async (task: unknown, ...args: unknown[]) => {
      if (!JSON.stringify(args).includes(word)) return evaluate(task, ...args);
      await mischief(browser);
      return evaluate(() => {
        for (;;);
      });
    }) as typeof page.evaluate;
    return page;
  };
  return browser;
}

const sourcesWith = (word: string) =>
  ['un', 'deux', word, 'trois', 'quatre', 'cinq'].map((text) => `flowchart TD\n a[${text}] --> b`);

describe('a diagram that goes wrong', () => {
  it('is given up when it takes too long, and the rest are drawn', { timeout: patience }, async () => {
    const launch = vi.fn(() => startTrickedBrowser('lent', () => undefined));
    const results = await renderPictures(sourcesWith('lent'), { cacheDir, launch, timeLimit: 10_000 });
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
    expect(results[2]).toMatchObject({ message: { en: expect.stringContaining('10 s at most') } });
    expect(launch).toHaveBeenCalledTimes(1);
  });

  it('alone pays for a browser that crashes, not those that were on their way with it', {
    timeout: patience,
  }, async () => {
    const crash = async (browser: Browser) => void browser.process()?.kill('SIGKILL');
    const launch = vi.fn(() => startTrickedBrowser('fatal', crash));
    const results = await renderPictures(sourcesWith('fatal'), { cacheDir, launch });
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
    expect(results[2]).toMatchObject({ message: { en: expect.stringContaining('crashed') } });
  });

  it('alone pays for a page that crashes; the browser goes on', { timeout: patience }, async () => {
    const crash = async (browser: Browser) => {
      for (const page of await browser.pages()) {
        if (!page.url().startsWith('https://kb-drawing')) continue;
        const session = await page.createCDPSession();
        void session.send('Page.crash').catch(() => undefined);
      }
    };
    const launch = vi.fn(() => startTrickedBrowser('fatal', crash));
    const results = await renderPictures(sourcesWith('fatal'), { cacheDir, launch });
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
    expect(launch).toHaveBeenCalledTimes(1);
  });
});
