// A browser page that keeps Mermaid loaded and draws one diagram after the other, each as if it were the first.
import type { Mermaid, MermaidConfig } from 'mermaid';
import type { Browser, Page } from 'puppeteer';
import { drawingAddress, openGuardedPage } from './guard-page.ts';
import { flowchartTheme, pictureSettings } from './picture-settings.ts';
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
  const page = await openGuardedPage(browser);
  const crash = watchCrash(page);
  await page.evaluateOnNewDocument(stopClock);
  await page.emulateTimezone('UTC');
  await page.goto(drawingAddress);
  return {
    draw: async (source, plain) => {
      const drawn = async () => {
        const job = { source, id: drawingId, settings: pictureSettings, theme: flowchartTheme };
        if (!plain) return page.evaluate(drawDiagram, job);
        await page.evaluate(drawDiagram, { ...job, theme: undefined });
        return page.evaluate(resolveLooks, '#container');
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

interface DrawingJob {
  readonly source: string;
  readonly id: string;
  readonly settings: MermaidConfig;
  /** All the colours that a flowchart is measured with; undefined for another diagram, which has to have its look as well. */
  readonly theme: Readonly<Record<string, string>> | undefined;
}

type Section = Record<string, unknown>;

type DrawingWindow = typeof globalThis & {
  mermaid?: Mermaid;
  /** Mermaid's default settings for each kind of diagram, by its name. */
  sections?: Readonly<Record<string, Section>>;
};

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

/** Runs in the page. Returns the drawing, and shows it where its look has to be read. Chance begins anew with each diagram, so that its picture does not depend on those before. */
async function drawDiagram(job: DrawingJob): Promise<string> {
  const host: DrawingWindow = globalThis;
  const { mermaid } = host;
  const container = document.querySelector('#container');
  if (mermaid === undefined || container === null) throw new Error('Mermaid is not loaded');
  // A linear congruential generator (Numerical Recipes): layouts need no better chance.
  let state = 1;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  // Mermaid copies its settings hundreds of times for a flowchart, which costs as much as drawing it; so it gets those of flowcharts alone.
  const defaults = mermaid.mermaidAPI.defaultConfig as Section;
  host.sections ??= Object.fromEntries(
    Object.entries(defaults)
      .filter(([name, value]) => value?.constructor === Object && name !== 'flowchart')
      .map(([name, value]) => [name, { ...(value as Section) }]),
  );
  for (const [name, section] of Object.entries(host.sections)) {
    if (job.theme === undefined) Object.assign(defaults[name] as Section, section);
    else for (const key of Object.keys(section)) delete (defaults[name] as Section)[key];
  }
  // A theme works out some three hundred further colours in this method.
  const theme = job.theme && { ...job.theme, updateColors: () => undefined };
  mermaid.initialize({ ...job.settings, ...(theme ? { themeVariables: theme } : {}) });
  container.replaceChildren();
  const { svg } = await mermaid.render(job.id, job.source, container);
  if (theme === undefined) container.innerHTML = svg;
  return svg;
}
