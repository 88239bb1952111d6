// A drawn flowchart → a file for slides and training: SVG as it is, PNG and PDF through the browser that draws flowcharts.
import type { Browser, Page } from 'puppeteer';
import { stringifySvg } from '../content/svg-file.ts';
import { findBrowser } from './find-browser.ts';
import { openGuardedPage } from './guard-page.ts';
import { launchBrowser } from './launch-browser.ts';
import { paintPicture } from './paint-picture.ts';
import { type PicturePlace, placePicture } from './place-picture.ts';

export const pictureFormats = ['svg', 'png', 'pdf'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

export interface ExportOptions {
  readonly name: Pick<PicturePlace, 'title' | 'description'>;
  /** Stops the browser; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** White around the picture in PNG and PDF, in CSS pixels. */
const margin = 16;
/** Two dots per pixel stay sharp on a projector; no side has more than a browser can paint. */
const sharpness = 2;
const mostDots = 16_000;

/**
 * `svg`, a picture of `renderPictures`, in each of `formats`. Starts a browser only for PNG and PDF; raises a `Problem` where there is none.
 */
export async function exportPicture(
  svg: string,
  formats: readonly PictureFormat[],
  { name, signal }: ExportOptions,
): Promise<ReadonlyMap<PictureFormat, string | Uint8Array>> {
  const element = placePicture(svg, { idPrefix: 'flow-', ...name });
  paintPicture(element);
  const drawing = stringifySvg(element);
  const files = new Map<PictureFormat, string | Uint8Array>();
  if (formats.includes('svg')) files.set('svg', `${drawing}\n`);
  if (!formats.some((format) => format !== 'svg')) return files;
  const { width, height } = element.properties;
  const size = { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
  const browser = await launchBrowser(await findBrowser(), { signal });
  try {
    const page = await showAlone(drawing, size, browser);
    if (formats.includes('png')) files.set('png', await page.screenshot({ type: 'png' }));
    if (formats.includes('pdf')) files.set('pdf', await printPage(page, size));
  } finally {
    await browser.close().catch(() => undefined);
  }
  return files;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function withMargin({ width, height }: Size): Size {
  return { width: width + 2 * margin, height: height + 2 * margin };
}

/** A page that shows nothing but the drawing, and runs nothing. */
async function showAlone(drawing: string, size: Size, browser: Browser): Promise<Page> {
  const page = await openGuardedPage(browser);
  const viewport = withMargin(size);
  const scale = Math.min(sharpness, mostDots / Math.max(viewport.width, viewport.height));
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ ...viewport, deviceScaleFactor: scale });
  const style = `body{margin:${margin}px;background:#fff}svg{display:block}@page{margin:0}`;
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${drawing}`);
  return page;
}

function printPage(page: Page, size: Size): Promise<Uint8Array> {
  const { width, height } = withMargin(size);
  return page.pdf({ width: `${width}px`, height: `${height}px`, printBackground: true, pageRanges: '1' });
}
