// A browser page that keeps Mermaid loaded and draws one diagram after the other, each as if it were the first.
import type { Mermaid, MermaidConfig } from 'mermaid';
import type { Browser, Page } from 'puppeteer';
import { openGuardedPage } from './guard-page.ts';
import { pictureSettings } from './picture-settings.ts';
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

/** Opens a page of `browser` and loads Mermaid in it, which takes as long as some ten pictures. */
export async function openDrawingPage(browser: Browser): Promise<DrawingPage> {
  const page = await openGuardedPage(browser, stopClock);
  const crash = watchCrash(page);
  await page.emulateTimezone('UTC');
  return {
    draw: async (source, plain) => {
      const drawn = async () => {
        await page.evaluate(drawDiagram, { source, id: drawingId, settings: pictureSettings });
        return page.evaluate(plain ? resolveLooks : readDrawing, '#container');
      };
      return Promise.race([drawn(), crash.promise]);
    },
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

type DrawingWindow = typeof globalThis & { mermaid?: Mermaid };

/** Runs in the page, before Mermaid does, so that no picture depends on the day. */
function stopClock(): void {
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
}

/** Runs in the page. Leaves the drawing in it. Chance begins anew with each diagram, so that its picture does not depend on those before. */
async function drawDiagram(job: { source: string; id: string; settings: MermaidConfig }): Promise<void> {
  const { mermaid } = globalThis as DrawingWindow;
  const container = document.querySelector('#container');
  if (mermaid === undefined || container === null) throw new Error('Mermaid is not loaded');
  // A linear congruential generator (Numerical Recipes): layouts need no better chance.
  let state = 1;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  mermaid.initialize(job.settings);
  container.replaceChildren();
  const { svg } = await mermaid.render(job.id, job.source, container);
  container.innerHTML = svg;
}

/** Runs in the page. The drawing that is in it. */
function readDrawing(container: string): string {
  return document.querySelector(`${container} > svg`)?.outerHTML ?? '';
}
