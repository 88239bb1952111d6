// Files of a built site for whoever asks over HTTP: pages by their folder, and the site's own page for what is not there.
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import { encodePath } from '../publish/site-plan.ts';
import { markerFile, recoverSite } from '../publish/swap-site.ts';
import { pageOfPath, parseRequestPath } from './request-path.ts';
import { type AnswerRequest, sendHtml, sendText } from './start-server.ts';
import { openStaticFolder, type StaticFolder } from './static-folder.ts';

/** Answers from the built site at `site`, an absolute path. Raises a `Problem` where none was built. */
export async function openSiteFiles(site: string): Promise<AnswerRequest> {
  await recoverSite(site);
  await checkBuilt(site);
  const folder = openStaticFolder(site);
  return (request, response) => answerFile(request, response, folder, site);
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
