// Chosen articles → one PDF with contents and page numbers. The site's own bodies and styles; nothing is fetched.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { printWordsFor } from '../../site/locales/print-words.ts';
import {
  anchorOf,
  type PrintedDocument,
  type PrintedPart,
  type PrintedStep,
  renderPrintedDocument,
} from '../../site/print-document.tsx';
import { flowchartsOf } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import { countPages, openPrinter, type Printer } from '../flow/print-document.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { planCard, planValidationView } from './article-card.ts';
import { type DrawnFlowchart, drawFlowcharts } from './draw-flowcharts.ts';
import { packageAssets } from './package-assets.ts';
import { planLook } from './plan-look.ts';
import { renderArticleBody } from './render-article-body.ts';
import { tellsTeam } from './select-articles.ts';
import { safeDrawing } from './write-site.ts';

export interface PrintRequest {
  readonly base: KnowledgeBase;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly today: IsoDate;
  /** Who reads it: the public is not told who answers for an article. */
  readonly audience: string;
  /** Language of the cover and the contents. */
  readonly lang: string;
  readonly title: string;
  readonly owner?: string | undefined;
  readonly challenge?: PrintedDocument['challenge'];
  /** Each article once, in the order of the document. */
  readonly documents: readonly ArticleDocument[];
  /** Lines of the contents; one for each article where there are none. */
  readonly steps?:
    | readonly (Omit<PrintedStep, 'article'> & { readonly document: ArticleDocument })[]
    | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PrintedFile {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Number of each article's first page; undefined where they could not be told, and then the contents have none. */
  readonly firstPages: readonly (number | undefined)[];
}

/** Prints `request`. Raises a `Problem` where there is no browser, or a picture can't be read. */
export async function printArticles(request: PrintRequest): Promise<PrintedFile> {
  const { base, diagrams, documents, signal } = request;
  const flowcharts = await drawFlowcharts(documents, { root: base.root, diagrams, signal });
  const document = await planDocument(request, flowcharts);
  const printer = await openPrinter(signal);
  try {
    return await printNumbered(document, printer);
  } finally {
    await printer.close();
  }
}

/**
 * Chromium has no `target-counter` (css-content-3), so pages are counted: every article begins on a page of its own, and each part
 * is printed alone first. Where the whole has another number of pages than its parts, the contents go without numbers.
 */
async function printNumbered(document: PrintedDocument, printer: Printer): Promise<PrintedFile> {
  const footer = renderFooter(document);
  const print = (part: PrintedPart, pages: readonly (number | undefined)[]) =>
    printer.print(renderPrintedDocument(document, part, pages), { footer, today: document.today });
  // Numbers as wide as the real ones may be.
  const front = countPages(
    await print(
      'front',
      document.articles.map(() => 888),
    ),
  );
  const firstPages: number[] = [];
  let pages = front;
  for (const { number } of document.articles) {
    firstPages.push(pages + 1);
    pages += countPages(await print(number, []));
  }
  const pdf = await print('all', firstPages);
  if (front > 0 && countPages(pdf) === pages) return { pdf, pages, firstPages };
  const unnumbered = document.articles.map(() => undefined);
  const plain = await print('all', unnumbered);
  return { pdf: plain, pages: countPages(plain), firstPages: unnumbered };
}

/** The browser prints it on every page, in a document of its own. */
function renderFooter({ base, title, lang }: PrintedDocument): string {
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const { page } = printWordsFor(lang);
  return `<div style="box-sizing:border-box;width:100%;padding:0 18mm;display:flex;justify-content:space-between;font:8pt sans-serif;color:#555"><span>${plain(base)} · ${plain(title)}</span><span>${plain(page)} <span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}

async function planDocument(
  request: PrintRequest,
  flowcharts: ReadonlyMap<string, DrawnFlowchart>,
): Promise<PrintedDocument> {
  const { base, documents, today, audience, lang, title, owner, challenge, steps } = request;
  const tellsOfTeam = tellsTeam(base.config, audience);
  const numbers = new Map(documents.map((document, index) => [document, index + 1]));
  const media = createMedia();
  let flowchartsBefore = 0;
  const articles = documents.map((document, index) => {
    const { article } = document;
    const { html: bodyHtml } = renderArticleBody(document, {
      base,
      today,
      flowcharts,
      flowchartsBefore,
      idPrefix: `${anchorOf(index + 1)}-`,
      mediaHref: media.placeOf,
      articleHref: (target, anchor) => {
        const number = numbers.get(target);
        if (number === undefined) return undefined;
        return `#${anchorOf(number)}${anchor === undefined ? '' : `-${encodeURIComponent(anchor)}`}`;
      },
    });
    flowchartsBefore += flowchartsOf(document).length;
    return {
      card: planCard(article, base.config, { today, tellsTeam: tellsOfTeam }),
      number: index + 1,
      validation: planValidationView(article, tellsOfTeam),
      version: article.digest.replace(/^sha256:/, '').slice(0, 12),
      bodyHtml,
    };
  });
  const fill = await media.read(base.root);
  const lines =
    steps ?? documents.map((document) => ({ document, label: document.article.title, guide: false }));
  return {
    lang,
    base: planLook(base.config, audience).name,
    title,
    owner: tellsOfTeam ? owner : undefined,
    today,
    challenge,
    ticks: steps !== undefined,
    steps: lines.map(({ document, label, guide }) => ({ article: numbers.get(document) ?? 0, label, guide })),
    articles: articles.map((article) => ({ ...article, bodyHtml: fill(article.bodyHtml) })),
    styles: await readStyles(),
  };
}

/** The site's styles, and those of paper. */
function readStyles(): Promise<string[]> {
  const names = ['kb.css', 'picture.css', 'quiz.css', 'printed.css'];
  return Promise.all(names.map((name) => readFile(path.join(packageAssets(), name), 'utf8')));
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/**
 * The pictures of a document as `data:` addresses: the page that prints may ask for nothing. A body is sanitised with names in their
 * places, because it may hold no such address, and filled afterwards.
 */
function createMedia() {
  const names = new Map<string, string>();
  const placeOf = (file: string): string | undefined => {
    if (!(path.extname(file).toLowerCase() in mediaTypes)) return undefined;
    const name = names.get(file) ?? `kb-picture-${names.size}`;
    names.set(file, name);
    return name;
  };
  /** Reads the pictures, and gives what fills them into a body. Raises a `Problem` on a drawing that can't be kept, and what the disk raises. */
  const read = async (root: string): Promise<(html: string) => string> => {
    const addresses = new Map(
      await Promise.all(
        [...names].map(async ([file, name]) => [name, await readAsAddress(root, file)] as const),
      ),
    );
    return (html) =>
      html.replace(/ src="(kb-picture-\d+)"/g, (_, name: string) => ` src="${addresses.get(name) ?? ''}"`);
  };
  return { placeOf, read };
}

async function readAsAddress(root: string, file: string): Promise<string> {
  const type = mediaTypes[path.extname(file).toLowerCase()] ?? '';
  const bytes = await readFile(path.join(root, file));
  const safe = type === 'image/svg+xml' ? Buffer.from(safeDrawing(bytes.toString('utf8'), file)) : bytes;
  return `data:${type};base64,${safe.toString('base64')}`;
}
