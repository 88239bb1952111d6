// Draws Mermaid diagrams in one browser whose pages stay warm, and which is opened only for what the cache does not hold.
import { availableParallelism } from 'node:os';
import type { Browser } from 'puppeteer';
import type { Wording } from '../model/wording.ts';
import { type DrawingLane, openDrawingLane } from './drawing-lane.ts';
import { findBrowser } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { type DiagramResult, parseDiagram } from './parse-flow.ts';
import { openPictureCache } from './picture-cache.ts';
import { prepareLabels } from './prepare-labels.ts';
import { sanitizeDiagram } from './sanitize-diagram.ts';
import { sanitizePicture } from './sanitize-svg.ts';

/** A picture ready for `placePicture`, or why there is none. */
export type PictureResult =
  | { readonly ok: true; readonly svg: string }
  | { readonly ok: false; readonly message: Wording };

export interface PictureOptions {
  /** Folder of the pictures drawn before. */
  readonly cacheDir: string;
  /** What the parser says of sources that were read before, so that they are not read again. */
  readonly diagrams?: ReadonlyMap<string, DiagramResult> | undefined;
  /** Stops the work and the browser; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each picture that had to be drawn, with how many are done of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Starts the browser; a test hands over one of its own. */
  readonly launch?: ((signal: AbortSignal | undefined) => Promise<Browser>) | undefined;
  /** Longest time for one picture, in milliseconds; 15,000 without it. */
  readonly timeLimit?: number | undefined;
}

/** Pictures drawn at the same time, each in a page of its own: a diagram keeps one core busy, and more pages than this wait for each other. */
const mostLanes = 4;

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
  let done = 0;
  await drawAll(missing, options, async (source, result) => {
    if (result.ok) await cache.write(source, result.svg);
    results.set(source, result);
    done += 1;
    options.onProgress?.(done, missing.length);
  });
  return sources.map((source) => results.get(source) ?? notDrawn(''));
}

/**
 * Draws in as many lanes as there are cores. When the browser crashes, no one knows which of the pictures on their way brought it down:
 * those are drawn again at the end, one by one, so that the others do not pay for it.
 */
async function drawAll(
  sources: readonly string[],
  options: PictureOptions,
  keep: (source: string, result: PictureResult) => Promise<void>,
): Promise<void> {
  const { signal, launch = startBrowser } = options;
  const holder = holdBrowser(() => launch(signal));
  const suspects: string[] = [];
  const draw = async (source: string, lane: DrawingLane, last: boolean) => {
    const diagram = options.diagrams?.get(source) ?? (await parseDiagram(source));
    const result = await drawPicture(source, diagram, lane);
    signal?.throwIfAborted();
    if (result === 'crashed' && !last) suspects.push(source);
    else await keep(source, result === 'crashed' ? notDrawn('the browser crashed') : result);
  };
  const openLane = () => openDrawingLane(holder.browser, options.timeLimit ?? 15_000);
  try {
    const count = Math.min(availableParallelism(), mostLanes, sources.length);
    const lanes = Array.from({ length: count }, openLane);
    // The browser takes as long to start as the parser, and does so beside it.
    if (sources.some((source) => options.diagrams?.get(source)?.ok !== false))
      for (const lane of lanes) lane.warmUp();
    await share(sources, lanes, signal, (source, lane) => draw(source, lane, false));
    await share(suspects, [openLane()], signal, (source, lane) => draw(source, lane, true));
  } finally {
    await holder.close();
  }
}

/** Each lane takes the next item as soon as it is free. The first failure stops all, and is raised once none is at work any more. */
async function share<Item, Lane>(
  items: readonly Item[],
  lanes: readonly Lane[],
  signal: AbortSignal | undefined,
  work: (item: Item, lane: Lane) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const run = async (lane: Lane) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      signal?.throwIfAborted();
      await work(item, lane);
    }
  };
  const stop = (error: unknown) => {
    waiting.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(lanes.map((lane) => run(lane).catch(stop)));
  signal?.throwIfAborted();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
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

async function drawPicture(
  source: string,
  diagram: DiagramResult,
  lane: DrawingLane,
): Promise<PictureResult | 'crashed'> {
  if (!diagram.ok) return { ok: false, message: diagram.message };
  const { flow } = diagram;
  const prepared = flow && prepareLabels(source);
  const drawing = await lane.draw(prepared?.source ?? source, flow === undefined);
  switch (drawing.end) {
    case 'crashed':
      return 'crashed';
    case 'too-slow':
      return { ok: false, message: tooSlow(drawing.limit) };
    case 'failed':
      return notDrawn(drawing.reason);
    case 'drawn': {
      const svg =
        flow && prepared
          ? sanitizePicture(prepared.restore(drawing.svg), flow)
          : sanitizeDiagram(drawing.svg);
      return svg === undefined ? { ok: false, message: htmlLabel } : { ok: true, svg };
    }
  }
}

function tooSlow(timeLimit: number): Wording {
  const seconds = Math.round(timeLimit / 1000);
  return {
    fr: `Le schéma n’est pas dessiné au bout de ${seconds} s. Découpez-le en plusieurs.`,
    en: `Unexpected time to draw the diagram, expected ${seconds} s at most. Cut it into several.`,
  };
}

const htmlLabel: Wording = {
  fr: 'HTML inattendu dans un libellé : il ne peut pas être dessiné. Écrivez du texte.',
  en: 'Unexpected HTML in a label, expected text: it can’t be drawn.',
};

function notDrawn(reason: string): PictureResult {
  const line = (reason.split('\n')[0] ?? '').replace(/\p{Cc}/gu, ' ').slice(0, 200);
  return {
    ok: false,
    message: {
      fr: `Le schéma n’a pas pu être dessiné (${line}).`,
      en: `Unexpected failure to draw the diagram (${line}).`,
    },
  };
}
