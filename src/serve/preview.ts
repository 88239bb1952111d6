// `kb preview`: a built folder, served as a plain web server would.
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import { encodePath } from '../publish/site-plan.ts';
import { markerFile, recoverSite } from '../publish/swap-site.ts';
import { pageOfPath, parseRequestPath } from './request-path.ts';
import { type RunningServer, type ServerOptions, sendHtml, sendText, startServer } from './start-server.ts';
import { openStaticFolder, type StaticFolder } from './static-folder.ts';

export interface PreviewOptions extends Omit<ServerOptions, 'answer'> {
  /** Absolute path of the built site. */
  readonly site: string;
}

/** Serves the site until it is closed. Raises a `Problem` where there is no built site or the address can't be had. */
export async function startPreview({ site, ...options }: PreviewOptions): Promise<RunningServer> {
  await recoverSite(site);
  await checkBuilt(site);
  const folder = openStaticFolder(site);
  return startServer({
    ...options,
    answer: (request, response) => answerFile(request, response, folder, site),
  });
}

/** Any other folder could be somebody's home. */
async function checkBuilt(site: string): Promise<void> {
  await stat(path.join(site, markerFile)).catch((cause: unknown) => {
    throw new Problem(
      {
        fr: `Aucun site construit ici (${markerFile} absent) ; construisez-le avec « kb build »`,
        en: `No built site here (no ${markerFile}); build it first with \`kb build\``,
      },
      site,
      cause,
    );
  });
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: StaticFolder,
  site: string,
): Promise<void> {
  const asked = parseRequestPath(request.url);
  if (asked === undefined) return sendNotFound(response, folder, site);
  const file = pageOfPath(asked);
  const kind = await folder.kindOf(file);
  if (kind === 'file' && folder.send(request, response, file)) return;
  // Relative links of a folder's page count from the folder.
  if (kind === 'folder' && (await folder.kindOf(`${file}/index.html`)) === 'file') {
    response.writeHead(302, { Location: `/${encodePath(file)}/` }).end();
    return;
  }
  await sendNotFound(response, folder, site);
}

async function sendNotFound(response: ServerResponse, folder: StaticFolder, site: string): Promise<void> {
  const known = (await folder.kindOf('404.html')) === 'file';
  const page = known ? await readFile(path.join(site, '404.html')).catch(() => undefined) : undefined;
  if (page) sendHtml(response, 404, page);
  else sendText(response, 404, 'Not found');
}
