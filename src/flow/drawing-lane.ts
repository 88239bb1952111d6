// A place where diagrams are drawn one after the other: keeps its page warm, gives it up when it hung, crashed or threw, and renews it now and then.
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
  /** Draws `source`, with its looks in attributes where `plain` says so. Rejects with what opening the browser raises. */
  readonly draw: (source: string, plain: boolean) => Promise<DrawingEnd>;
}

/** A page gives back no memory to speak of before it is closed: some 100 KB for each picture. */
const picturesPerPage = 250;

/** A lane whose pages belong to the browser that `browser` gives, and in which no picture may take longer than `timeLimit` milliseconds. */
export function openDrawingLane(browser: () => Promise<Browser>, timeLimit: number): DrawingLane {
  let page: DrawingPage | undefined;
  let drawn = 0;
  const closePage = () => {
    page?.close();
    page = undefined;
  };
  const readyPage = async (current: Browser): Promise<DrawingPage> => {
    if (page === undefined || !page.isAlive() || drawn >= picturesPerPage) {
      closePage();
      drawn = 0;
      page = await openDrawingPage(current);
    }
    drawn += 1;
    return page;
  };
  const draw = async (source: string, plain: boolean): Promise<DrawingEnd> => {
    const current = await browser();
    try {
      const ready = await readyPage(current);
      const svg = await within(timeLimit, ready.draw(source, plain));
      if (svg !== undefined) return { end: 'drawn', svg };
      closePage();
      return { end: 'too-slow', limit: timeLimit };
    } catch (error) {
      const alive = page?.isAlive() ?? current.connected;
      closePage();
      return alive ? { end: 'failed', reason: reasonOf(error) } : { end: 'crashed' };
    }
  };
  return { draw };
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
