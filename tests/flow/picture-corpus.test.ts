// Every flowchart of Mermaid's own documentation is drawn, but for those that are refused on purpose or that Mermaid refuses; and drawn as Mermaid does.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mermaid } from 'mermaid';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/flow/find-browser.ts';
import { drawingAddress, openGuardedPage, wholeMermaidAddress } from '../../src/flow/guard-page.ts';
import { launchBrowser } from '../../src/flow/launch-browser.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { pictureSettings } from '../../src/flow/picture-settings.ts';
import { prepareLabels } from '../../src/flow/prepare-labels.ts';
import { type PictureResult, renderPictures } from '../../src/flow/render-pictures.ts';
import { drawingId, sanitizePicture } from '../../src/flow/sanitize-svg.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

interface CorpusFlowchart {
  readonly id: string;
  readonly code: string;
}

interface DrawnChart extends CorpusFlowchart {
  readonly result: PictureResult;
}

const patience = 300_000;
const corpus = findCorpus('mermaid-flowcharts');

describe.skipIf(corpus === undefined)('the flowcharts of Mermaid’s documentation', () => {
  let drawn: DrawnChart[] = [];
  let browser: Browser;

  beforeAll(async () => {
    const charts = readCorpusJson<CorpusFlowchart[]>(corpus ?? '', 'flowcharts.json');
    const parsed = await Promise.all(charts.map(async ({ code }) => parseDiagram(code)));
    const drawable = charts.filter((_, index) => parsed[index]?.ok);
    const cacheDir = await mkdtemp(join(tmpdir(), 'kb-test-corpus-'));
    try {
      const results = await renderPictures(
        drawable.map(({ code }) => code),
        { cacheDir },
      );
      drawn = drawable.map((chart, index) => ({ ...chart, result: results[index] as PictureResult }));
    } finally {
      await rm(cacheDir, { recursive: true, force: true });
    }
    browser = await launchBrowser(await findBrowser());
  }, patience);

  afterAll(async () => browser?.close());

  it('are all drawn that may be drawn', () => {
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.flatMap(({ id, result }) => (result.ok ? [] : [`${id}: ${result.message.en}`]))).toEqual([]);
    // A picture of nothing would be no picture; two of the corpus are bare `graph LR` lines.
    const empty = drawn.filter(({ result }) => result.ok && !result.svg.includes('class="node'));
    expect(empty.map(({ code }) => code.trim().split('\n').length).filter((lines) => lines > 1)).toEqual([]);
  });

  it('look as Mermaid itself draws them: the same words, boxes and lines, every point within half a pixel', {
    timeout: patience,
  }, async () => {
    // Drawing with all of Mermaid takes its time: every shape by its name, and a fifth of the rest.
    const compared = drawn.filter(({ code }, index) => code.includes('shape:') || index % 5 === 0);
    const page = await openGuardedPage(browser);
    await page.goto(drawingAddress);
    await page.addScriptTag({ url: wholeMermaidAddress, type: 'module' });
    const differences: string[] = [];
    for (const { id, code, result } of compared) {
      const reference = await drawWithMermaid(page, code);
      if (!result.ok || reference === undefined) differences.push(`${id}: no picture`);
      else differences.push(...(await compare(page, result.svg, reference)).map((what) => `${id}: ${what}`));
    }
    expect(compared.length).toBeGreaterThan(50);
    expect(differences).toEqual([]);
  });
});

type MermaidWindow = typeof globalThis & { wholeMermaid?: Mermaid };

/** What Mermaid draws with nothing of it changed or left out, read as we read our own. */
async function drawWithMermaid(page: Page, code: string): Promise<string | undefined> {
  const diagram = await parseDiagram(code);
  if (!diagram.ok || diagram.flow === undefined) return undefined;
  const { source, restore } = prepareLabels(code);
  const job = { source, id: drawingId, settings: pictureSettings };
  const drawing = await page.evaluate(async ({ source, id, settings }) => {
    const { wholeMermaid }: MermaidWindow = globalThis;
    wholeMermaid?.initialize(settings);
    return (await wholeMermaid?.render(id, source))?.svg ?? '';
  }, job);
  return sanitizePicture(restore(drawing), diagram.flow);
}

const numbers = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** In what two pictures differ: nothing where all but their outlines is the same to half a pixel, and so are these. */
async function compare(page: Page, ours: string, reference: string): Promise<string[]> {
  const [left, right] = [readSides(ours), readSides(reference)];
  if (left.words.join('#') !== right.words.join('#')) return ['other elements, words or classes'];
  const moved = left.measures.filter(
    (value, index) => Math.abs(value - (right.measures[index] ?? 1e9)) > 0.5,
  );
  const changed = left.outlines.flatMap((outline, index) =>
    outline === right.outlines[index] ? [] : [[outline, right.outlines[index] ?? ''] as const],
  );
  const far = await page.evaluate(measureOutlines, changed);
  return [
    ...(moved.length > 0 ? [`measures ${moved.join(' ')}`] : []),
    ...changed
      .filter((_, index) => !((far[index] ?? 1e9) <= 0.5))
      .map((pair) => `outlines ${pair.join(' | ')}`),
  ];
}

interface Sides {
  readonly outlines: readonly string[];
  readonly words: readonly string[];
  readonly measures: readonly number[];
}

function readSides(svg: string): Sides {
  const outlines = [...svg.matchAll(/ d="([^"]*)"/g)].map((match) => match[1] ?? '');
  const rest = svg.replace(/ d="[^"]*"/g, ' d');
  return { outlines, words: rest.split(numbers), measures: (rest.match(numbers) ?? []).map(Number) };
}

/** Runs in the page: for each pair of outlines, how far a point of one lies from the other at most. */
function measureOutlines(pairs: readonly (readonly [string, string])[]): number[] {
  const pointsOf = (outline: string) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', outline);
    const length = path.getTotalLength();
    if (length === 0) return [];
    const steps = Math.ceil(length * 4);
    return Array.from({ length: steps + 1 }, (_, step) => path.getPointAtLength((length * step) / steps));
  };
  const farthest = (from: readonly DOMPoint[], to: readonly DOMPoint[]) =>
    Math.max(...from.map((a) => Math.min(...to.map((b) => Math.hypot(a.x - b.x, a.y - b.y)))));
  return pairs.map(([left, right]) => {
    const [a, b] = [pointsOf(left), pointsOf(right)];
    // Every eighth point of one against all of the other, which stand a quarter of a pixel apart.
    const some = (points: readonly DOMPoint[]) => points.filter((_, index) => index % 8 === 0);
    // Mermaid's surface leaves out strokes that enclose nothing (the bars of a window pane); they are in its second outline.
    const inOneStroke = left.lastIndexOf('M') === 0;
    return Math.max(farthest(some(b), a), inOneStroke ? farthest(some(a), b) : 0);
  });
}
