// A place where diagrams are drawn one after the other: keeps its page warm, and gives it up when it hung, crashed or threw.
import type { Browser } from 'puppeteer';
import { type DrawingPage, openDrawingPage } from './drawing-page.ts';

/** How the drawing of one diagram ended. */
export type DrawingEnd =
  | { readonly end: 'drawn'; readonly svg: string }
  /** Mermaid threw. */
  | { readonly end: 'failed'; readonly reason: string }
  /** It took longer than `limit` milliseconds. */
  | { readonly end: 'too-slow'; readonly limit: number }
  /** The page went away, with or without its browser. */
  | { readonly end: 'crashed' };

export interface DrawingLane {
  /** Opens the page ahead of the first diagram, in the background: what goes wrong is raised by \`draw\`. */
  readonly warmUp: () => void;
  /** Draws `source`, with its looks in attributes where `plain` says so. Rejects with what opening the browser raises. */
  readonly draw: (source: string, plain: boolean) => Promise<DrawingEnd>;
}

/**
 * A lane whose pages belong to the browser that `browser` gives, and in which no picture may take longer than
 * `timeLimit` milliseconds. A page is not renewed for its memory: five hundred pictures leave the heap as large as it was.
 */
export function openDrawingLane(browser: () => Promise<Browser>, timeLimit: number): DrawingLane {
  let opening: Promise<DrawingPage> | undefined;
  const openPage = (current: Browser): Promise<DrawingPage> => {
    opening = openDrawingPage(current);
    return opening;
  };
  const closePage = (page: DrawingPage | undefined) => {
    page?.close();
    opening = undefined;
  };
  const warmUp = () => {
    browser()
      .then((current) => opening ?? openPage(current))
      .catch(() => undefined);
  };
  const draw = async (source: string, plain: boolean): Promise<DrawingEnd> => {
    const current = await browser();
    let page = await opening?.catch(() => undefined);
    try {
      if (!page?.isAlive()) page = await openPage(current);
      const svg = await within(timeLimit, page.draw(source, plain));
      if (svg !== undefined) return { end: 'drawn', svg };
      closePage(page);
      return { end: 'too-slow', limit: timeLimit };
    } catch (error) {
      const alive = page?.isAlive() ?? current.connected;
      closePage(page);
      return alive ? { end: 'failed', reason: reasonOf(error) } : { end: 'crashed' };
    }
  };
  return { warmUp, draw };
}

/** What `work` gives, or undefined when it takes longer than `limit` milliseconds. */
async function within<Value>(limit: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  // It may still fail once nobody waits for it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
