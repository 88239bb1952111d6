// Draws Mermaid diagrams with mermaid-cli in one browser, which is opened only for what the cache does not hold.
import type { Browser } from 'puppeteer';
import { Problem } from '../model/problem.ts';
import type { Wording } from '../model/wording.ts';
import { findBrowser } from './find-browser.ts';
import { openGuardedPage } from './guard-page.ts';
import { launchBrowser } from './launch-browser.ts';
import { parseDiagram } from './parse-flow.ts';
import { openPictureCache } from './picture-cache.ts';
import { pictureSettings } from './picture-settings.ts';
import { prepareLabels } from './prepare-labels.ts';
import { drawingId, sanitizePicture } from './sanitize-svg.ts';

/** A picture ready for `placePicture`, or why there is none. */
export type PictureResult =
  | { readonly ok: true; readonly svg: string }
  | { readonly ok: false; readonly message: Wording };

export interface PictureOptions {
  /** Folder of the pictures drawn before. */
  readonly cacheDir: string;
  /** Stops the work and the browser; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each picture that had to be drawn, with how many are done of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Starts the browser; a test hands over one of its own. */
  readonly launch?: ((signal: AbortSignal | undefined) => Promise<Browser>) | undefined;
  /** Longest time for one picture, in milliseconds. */
  readonly timeLimit?: number | undefined;
}

/** Pictures drawn at the same time; a diagram keeps one core busy. */
const lanes = 2;

/**
 * The pictures of `sources` (the texts between the fences), in the same order; equal sources are drawn once. What can't be drawn is a
 * result with a message. Rejects with Problem where a browser is needed and none is found or starts, and with what the disk raises.
 */
export async function renderPictures(
  sources: readonly string[],
  options: PictureOptions,
): Promise<PictureResult[]> {
  const cache = await openPictureCache(options.cacheDir);
  const results = new Map<string, PictureResult>();
  for (const source of new Set(sources)) {
    const svg = await cache.read(source);
    if (svg !== undefined) results.set(source, { ok: true, svg });
  }
  const missing = [...new Set(sources)].filter((source) => !results.has(source));
  await drawAll(missing, options, async (source, result) => {
    if (result.ok) await cache.write(source, result.svg);
    results.set(source, result);
  });
  return sources.map((source) => results.get(source) ?? notDrawn(''));
}

async function drawAll(
  sources: readonly string[],
  options: PictureOptions,
  keep: (source: string, result: PictureResult) => Promise<void>,
): Promise<void> {
  const { signal, onProgress, launch = startBrowser } = options;
  const holder = holdBrowser(() => launch(signal));
  const waiting = [...sources];
  let done = 0;
  const work = async () => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      signal?.throwIfAborted();
      await keep(source, await draw(source, holder.browser, options));
      done += 1;
      onProgress?.(done, sources.length);
    }
  };
  const stop = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: lanes }, () => work().catch(stop)));
    signal?.throwIfAborted();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    await holder.close();
  }
}

async function startBrowser(signal: AbortSignal | undefined): Promise<Browser> {
  return launchBrowser(await findBrowser(), { signal });
}

/** One browser for all, opened when first asked for and opened anew when it has crashed. */
function holdBrowser(launch: () => Promise<Browser>) {
  let current: Promise<Browser> | undefined;
  const browser = async (): Promise<Browser> => {
    const asked = current;
    if (asked !== undefined && (await asked).connected) return asked;
    // The other lane may have opened a new one meanwhile.
    if (current === asked || current === undefined) current = launch();
    return current;
  };
  const close = async () => {
    const open = await current?.catch(() => undefined);
    await open?.close().catch(() => undefined);
  };
  return { browser, close };
}

async function draw(
  source: string,
  browser: () => Promise<Browser>,
  options: PictureOptions,
): Promise<PictureResult> {
  const diagram = await parseDiagram(source);
  if (!diagram.ok) return { ok: false, message: diagram.message };
  if (diagram.flow === undefined) return { ok: false, message: notFlowchart(diagram.kind) };
  const prepared = prepareLabels(source);
  for (let attempt = 1; ; attempt += 1) {
    const current = await browser();
    try {
      const drawing = await drawOnce(prepared.source, current, options.timeLimit ?? 15_000);
      const svg = sanitizePicture(prepared.restore(drawing), diagram.flow);
      return svg === undefined ? { ok: false, message: htmlLabel } : { ok: true, svg };
    } catch (error) {
      if (error instanceof Problem) return { ok: false, message: error.wording };
      options.signal?.throwIfAborted();
      // A crashed browser is opened again once for each picture that was on its way.
      if (current.connected || attempt > 1)
        return notDrawn(error instanceof Error ? error.message : String(error));
    }
  }
}

async function drawOnce(source: string, browser: Browser, timeLimit: number): Promise<string> {
  const { renderMermaid } = await import('@mermaid-js/mermaid-cli');
  const page = await openGuardedPage(browser);
  const guarded = { newPage: async () => page } as Pick<Browser, 'newPage'> as Browser;
  const options = { mermaidConfig: pictureSettings, backgroundColor: 'transparent', svgId: drawingId };
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow(timeLimit)), timeLimit);
  });
  try {
    const { data } = await Promise.race([renderMermaid(guarded, source, 'svg', options), tooLong]);
    return new TextDecoder().decode(data);
  } finally {
    clearTimeout(timer);
    if (!page.isClosed()) await page.close().catch(() => undefined);
  }
}

function tooSlow(timeLimit: number): Problem {
  const seconds = Math.round(timeLimit / 1000);
  return new Problem({
    fr: `Le logigramme n’est pas dessiné au bout de ${seconds} s. Découpez-le en plusieurs.`,
    en: `Unexpected time to draw the diagram, expected ${seconds} s at most. Cut it into several.`,
  });
}

/** The other diagrams of Mermaid get their colours from a style sheet of their own, which our pages refuse. */
function notFlowchart(kind: string): Wording {
  return {
    fr: `Diagramme inattendu de type « ${kind} » : seuls les logigrammes (\`flowchart TD\`) sont dessinés.`,
    en: `Unexpected diagram of type "${kind}", expected a flowchart (\`flowchart TD\`): no other is drawn.`,
  };
}

const htmlLabel: Wording = {
  fr: 'Libellé inattendu : ce nœud contient du HTML, qui ne peut pas être dessiné. Écrivez du texte.',
  en: 'Unexpected HTML in a label, expected text: it can’t be drawn.',
};

function notDrawn(reason: string): PictureResult {
  const line = (reason.split('\n')[0] ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 200);
  return {
    ok: false,
    message: {
      fr: `Le logigramme n’a pas pu être dessiné (${line}).`,
      en: `Unexpected failure to draw the diagram (${line}).`,
    },
  };
}
