// HTML → PDF through the browser that draws flowcharts. The document is whole in itself: its page may ask for nothing and runs nothing.
import type { Page } from 'puppeteer';
import type { IsoDate } from '../model/iso-date.ts';
import { findBrowser } from './find-browser.ts';
import { openGuardedPage } from './guard-page.ts';
import { launchBrowser } from './launch-browser.ts';

export interface PrintTerms {
  /** HTML at the foot of every page: own styles only; `pageNumber` and `totalPages` are classes that the browser fills. */
  readonly footer: string;
  /** The day that the file bears: the same input gives the same bytes. */
  readonly today: IsoDate;
}

export interface Printer {
  /** A4 pages with a tagged structure and bookmarks. Rejects when the browser goes away. */
  readonly print: (html: string, terms: PrintTerms) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Starts the browser. Raises a `Problem` where there is none; the signal's reason when aborted. */
export async function openPrinter(signal?: AbortSignal): Promise<Printer> {
  const browser = await launchBrowser(await findBrowser(), { signal });
  try {
    const page = await openGuardedPage(browser);
    await page.setJavaScriptEnabled(false);
    return {
      print: (html, terms) => printPage(page, html, terms),
      close: () => browser.close().catch(() => undefined),
    };
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
}

/** Room around the text, with the footer in it. */
const margin = { top: '18mm', bottom: '20mm', left: '18mm', right: '18mm' };

async function printPage(page: Page, html: string, { footer, today }: PrintTerms): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  const pdf = await page.pdf({
    format: 'A4',
    margin,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    tagged: true,
    outline: true,
    timeout: 120_000,
  });
  return dateFile(pdf, today);
}

/** Puts midnight of `today` in the place of the moment of printing (ISO 32000-1, 7.9.4): as long as what was there, so no offset moves. */
function dateFile(pdf: Uint8Array, today: IsoDate): Uint8Array {
  const date = `(D:${today.replaceAll('-', '')}000000+00'00')`;
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(text.replace(/\(D:\d{14}\+00'00'\)/g, date), 'latin1');
}

/**
 * How many pages `pdf` has. It counts the page objects (ISO 32000-1, 7.7.3.3), which Chromium writes uncompressed; 0 where it
 * finds none, as in a file of another program.
 */
export function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []
  ).length;
}
