// `kb dev`: the site of a base that is being written, page by page, with findings and reload.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { UiLanguage } from '../model/wording.ts';
import { checkPackageAssets, embedScript, packageAssets } from '../publish/package-assets.ts';
import { encodePath, type PagePlan, type PlannedFile } from '../publish/site-plan.ts';
import { safeDrawing } from '../publish/write-site.ts';
import { createDevSearch, type DevSearch } from './dev-search.ts';
import { createEventStreams, type EventStreams, type FindingMessage } from './event-streams.ts';
import { asProblem, type LiveBase, type LiveBaseOptions, openLiveBase } from './live-base.ts';
import { messagePagePolicy, renderInvalidPage, renderProblemPage } from './message-page.ts';
import { createPageDesk, type PageDesk } from './page-desk.ts';
import type { Snapshot } from './read-snapshot.ts';
import { pageOfPath, parseRequestPath } from './request-path.ts';
import { type RunningServer, sendHtml, sendText, startServer } from './start-server.ts';
import { openStaticFolder, type StaticFolder } from './static-folder.ts';

export interface DevOptions extends LiveBaseOptions {
  readonly host: string;
  readonly port: number;
  /** Language of findings and messages. */
  readonly lang: UiLanguage;
}

/** Address of the event stream. */
const eventsPath = '__kb/events';

/** What answering takes. */
interface Desk {
  readonly live: LiveBase;
  readonly pages: PageDesk;
  readonly events: EventStreams;
  readonly search: DevSearch;
  readonly searchFiles: StaticFolder;
  readonly assets: StaticFolder;
  readonly media: StaticFolder;
  readonly lang: UiLanguage;
  readonly onError: (error: unknown) => void;
}

/** Serves the base until it is closed. Raises a `Problem` where it can't be read or the address can't be had. */
export async function startDev(options: DevOptions): Promise<RunningServer> {
  const { root, onReread, onError } = options;
  await checkPackageAssets();
  const events = createEventStreams();
  const live = await openLiveBase({
    ...options,
    onReread: (reread) => {
      onReread(reread);
      events.reload();
    },
  });
  const drawing = new AbortController();
  try {
    const server = await startServer({
      ...options,
      // Requests come in from the next turn of the event loop on, when the desk below is there.
      answer: (request, response) => answerDev(request, response, desk),
    });
    // The port is this process's own, so the folder is too.
    const searchFolder = path.join(root, '.kb', 'dev', `search-${server.port}`);
    const desk: Desk = {
      live,
      pages: createPageDesk({ signal: drawing.signal, onError }),
      events,
      search: createDevSearch(searchFolder),
      searchFiles: openStaticFolder(searchFolder),
      assets: openStaticFolder(packageAssets()),
      media: openStaticFolder(root),
      lang: options.lang,
      onError,
    };
    const close = async (): Promise<void> => {
      drawing.abort();
      await Promise.all([server.close(), live.close(), desk.search.close()]);
    };
    return { ...server, close };
  } catch (error) {
    await live.close();
    throw error;
  }
}

async function answerDev(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const asked = parseRequestPath(request.url);
  if (asked === undefined) return sendText(response, 404, 'Not found');
  if (asked === eventsPath) return desk.events.open(response, findingsOfPage(request, desk));
  const { plan } = desk.live.state().snapshot;
  const file = plan.files.find(({ url }) => url === asked);
  if (file) return sendPlanned(response, file);
  if (plan.media.some(({ to }) => to === asked)) return answerMedium(request, response, asked, desk);
  const [folder = '', ...rest] = asked.split('/');
  // A built site that was previewed at this address may have left its worker, which would go on showing that site.
  if (asked === 'sw.js') return sendFile(request, response, desk.assets, 'worker-end.js');
  if (asked === embedScript && plan.embeds) return sendFile(request, response, desk.assets, embedScript);
  if (folder === 'assets') return sendFile(request, response, desk.assets, rest.join('/'));
  if (folder === 'pagefind') {
    await desk.search.refresh(desk.live.state().snapshot);
    return sendFile(request, response, desk.searchFiles, asked);
  }
  return answerPage(response, asked, desk);
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: StaticFolder,
  file: string,
): Promise<void> {
  const sent = (await folder.kindOf(file)) === 'file' && folder.send(request, response, file);
  if (!sent) sendText(response, 404, 'Not found');
}

const fileTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** A file for programs, as the build would write it. */
function sendPlanned(response: ServerResponse, { url, render }: PlannedFile): void {
  const type = fileTypes[url.split('.').at(-1) ?? ''] ?? 'text/plain';
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(render());
}

/** A medium that the site shows, cleaned as in the build. */
async function answerMedium(
  request: IncomingMessage,
  response: ServerResponse,
  asked: string,
  { live, media }: Desk,
): Promise<void> {
  const { base, plan } = live.state().snapshot;
  const from = plan.media.find(({ to }) => to === asked)?.from;
  const there = from !== undefined && (await media.kindOf(from)) === 'file';
  if (!there) return sendText(response, 404, 'Not found');
  if (path.extname(from).toLowerCase() !== '.svg') return sendFile(request, response, media, from);
  const svg = safeDrawing(await readFile(path.join(base.root, from), 'utf8'), from);
  response.writeHead(200, { 'Content-Type': 'image/svg+xml; charset=utf-8' }).end(svg);
}

async function answerPage(response: ServerResponse, asked: string, desk: Desk): Promise<void> {
  const { snapshot, problem } = desk.live.state();
  if (problem) return sendMessage(response, renderProblemPage(problem, desk.lang));
  const url = pageOfPath(asked);
  const page = snapshot.pages.get(url);
  if (page) return renderAndSend(response, page, snapshot, desk);
  if (snapshot.pages.has(`${url}/index.html`)) {
    response.writeHead(302, { Location: `/${encodePath(url)}/` }).end();
    return;
  }
  const invalid = snapshot.base.documents.some(
    (document) => !document.article && snapshot.urls.get(document.path) === url,
  );
  if (invalid)
    return sendMessage(response, renderInvalidPage(wordFindings(snapshot, url, desk.lang), desk.lang));
  const notFound = snapshot.pages.get('404.html');
  if (notFound) return renderAndSend(response, notFound, snapshot, desk);
  sendText(response, 404, 'Not found');
}

async function renderAndSend(
  response: ServerResponse,
  page: PagePlan,
  snapshot: Snapshot,
  desk: Desk,
): Promise<void> {
  try {
    const html = await desk.pages.render(snapshot, page);
    sendHtml(response, page.view.kind === 'not-found' ? 404 : 200, html);
  } catch (error) {
    desk.onError(error);
    sendMessage(response, renderProblemPage(asProblem(error), desk.lang));
  }
}

function sendMessage(response: ServerResponse, html: string): void {
  response.setHeader('Content-Security-Policy', messagePagePolicy);
  sendHtml(response, 500, html);
}

/** The findings in the files that make, or would make, the page at `url`. */
function wordFindings(snapshot: Snapshot, url: string, lang: UiLanguage): FindingMessage[] {
  return snapshot.findings
    .filter((finding) => snapshot.urls.get(finding.path) === url)
    .map(({ path: file, line, column, rule, severity, message }) => {
      return { path: file, line, column, rule, severity, message: message[lang] };
    });
}

/** The findings of the page that opened the stream, which names itself in `page`. A page that is a message tells them itself. */
function findingsOfPage({ url: target = '' }: IncomingMessage, { live, lang }: Desk): FindingMessage[] {
  const { snapshot, problem } = live.state();
  const asked = parseRequestPath(new URLSearchParams(target.split('?')[1]).get('page') ?? undefined);
  const url = asked === undefined ? '' : pageOfPath(asked);
  return problem || !snapshot.pages.has(url) ? [] : wordFindings(snapshot, url, lang);
}
