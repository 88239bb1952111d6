// A browser page that keeps Mermaid loaded and draws one diagram after the other, each as if it were the first.
import type { Mermaid, MermaidConfig } from 'mermaid';
import type { Browser, Page } from 'puppeteer';
import { drawingAddress, openGuardedPage, wholeMermaidAddress } from './guard-page.ts';
import { flowchartSettings, pictureSettings } from './picture-settings.ts';
import { resolveLooks } from './resolve-looks.ts';
import { drawingId } from './sanitize-svg.ts';

export interface DrawingPage {
  /**
   * Mermaid's drawing of `source` as SVG text, its looks written into attributes where `plain` says so (see `resolve-looks.ts`).
   * Rejects with what Mermaid throws, and when the page or its browser goes away.
   */
  readonly draw: (source: string, plain: boolean) => Promise<string>;
  /** Whether the page can still draw; a crashed one can't. */
  readonly isAlive: () => boolean;
  /** Closes the page, in the background: a page that hangs takes its time. */
  readonly close: () => void;
}

/** Opens a page of `browser` with Mermaid for flowcharts in it; the whole of Mermaid is loaded with the first diagram of another kind. */
export async function openDrawingPage(browser: Browser): Promise<DrawingPage> {
  const page = await openGuardedPage(browser);
  const crash = watchCrash(page);
  await page.evaluateOnNewDocument(stopClockAndChance);
  await page.emulateTimezone('UTC');
  await page.goto(drawingAddress);
  let whole: Promise<unknown> | undefined;
  const drawPlainly = async (source: string) => {
    whole ??= page.addScriptTag({ url: wholeMermaidAddress, type: 'module' });
    await whole;
    await page.evaluate(drawDiagram, { source, id: drawingId, settings: pictureSettings });
    return page.evaluate(resolveLooks, '#container');
  };
  const drawForClasses = (source: string) =>
    page.evaluate(drawFlowchart, { source, id: drawingId, settings: flowchartSettings });
  return {
    draw: (source, plain) =>
      Promise.race([plain ? drawPlainly(source) : drawForClasses(source), crash.promise]),
    isAlive: () => browser.connected && !page.isClosed() && !crash.happened(),
    close: () => void page.close().catch(() => undefined),
  };
}

/** A crashed page never answers, so whoever waits for it has to be told. */
function watchCrash(page: Page) {
  let happened = false;
  const promise = new Promise<never>((_resolve, reject) => {
    page.once('error', (error) => {
      happened = true;
      reject(error);
    });
  });
  // It is fine when nobody waits.
  promise.catch(() => undefined);
  return { promise, happened: () => happened };
}

interface DrawingJob {
  readonly source: string;
  readonly id: string;
  readonly settings: MermaidConfig;
}

type DrawingWindow = typeof globalThis & {
  /** For flowcharts. */
  mermaid?: Mermaid;
  /** For all kinds of diagrams. */
  wholeMermaid?: Mermaid;
  /** Whether `mermaid` has its settings, which no diagram changes for good. */
  isReady?: boolean;
  /** Chance begins anew with each diagram, so that its picture does not depend on those before. */
  restartChance?: () => void;
};

/** Runs in the page, before Mermaid does, so that no picture depends on the day or on luck. */
function stopClockAndChance(): void {
  const instant = Date.UTC(2020, 0, 1);
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [instant] : args) as [number]));
    }
    static override now(): number {
      return instant;
    }
  } as DateConstructor;
  let state = 1;
  // A linear congruential generator (Numerical Recipes): layouts need no better chance.
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  (globalThis as DrawingWindow).restartChance = () => {
    state = 1;
  };
}

/** Runs in the page. */
async function drawFlowchart({ source, id, settings }: DrawingJob): Promise<string> {
  const host: DrawingWindow = globalThis;
  const { mermaid, restartChance } = host;
  const container = document.querySelector('#unseen');
  if (!mermaid || !restartChance || !container) throw new Error('Mermaid is not loaded');
  restartChance();
  if (host.isReady !== true) {
    // A theme works out some three hundred further colours in this method.
    const themeVariables = { ...settings.themeVariables, updateColors: () => undefined };
    mermaid.initialize({ ...settings, themeVariables });
    host.isReady = true;
  }
  // Another diagram may still be shown, under the same id.
  document.querySelector('#container')?.replaceChildren();
  const { svg } = await mermaid.render(id, source, container);
  return svg;
}

/** Runs in the page, and shows the drawing there, where its look has to be read. */
async function drawDiagram({ source, id, settings }: DrawingJob): Promise<void> {
  const { wholeMermaid, restartChance }: DrawingWindow = globalThis;
  const container = document.querySelector('#container');
  if (!wholeMermaid || !restartChance || !container) throw new Error('Mermaid is not loaded');
  restartChance();
  wholeMermaid.initialize(settings);
  container.replaceChildren();
  const { svg } = await wholeMermaid.render(id, source, container);
  container.innerHTML = svg;
}
