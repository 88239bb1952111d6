// Files of one folder over HTTP, through sirv, and never a file outside of it: links are followed to their end before anything is sent.

import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

export interface StaticFolder {
  /** What `file` (from the folder, decoded, with `/`) is; undefined where there is nothing that may be shown. */
  readonly kindOf: (file: string) => Promise<'file' | 'folder' | undefined>;
  /** Answers with the file, which `kindOf` found; false where it has gone by now. */
  readonly send: (request: IncomingMessage, response: ServerResponse, file: string) => boolean;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Media types of files that articles offer and sirv does not know (IANA media types registry). */
const officeTypes: Readonly<Record<string, string>> = {
  '.docx': `${openXml}.wordprocessingml.document`,
  '.xlsx': `${openXml}.spreadsheetml.sheet`,
  '.pptx': `${openXml}.presentationml.presentation`,
  '.odt': `${openDocument}.text`,
  '.ods': `${openDocument}.spreadsheet`,
  '.odp': `${openDocument}.presentation`,
};

/** The media type of `file` where sirv has none: for the search index too, whose endings are Pagefind's own. */
function missingType(file: string): string | undefined {
  if (/\.(?:pf_\w+|pagefind)$/.test(file)) return 'application/octet-stream';
  return officeTypes[path.extname(file).toLowerCase()];
}

/** Opens `folder`, an absolute path. It is looked at anew for each request, so it may be replaced while it is served. */
export function openStaticFolder(folder: string): StaticFolder {
  const serve = sirv(folder, {
    dev: true,
    etag: true,
    dotfiles: true,
    extensions: [],
    setHeaders: (response, pathname) => {
      const type = missingType(pathname);
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  return {
    kindOf: (file) => kindOf(folder, file),
    send: (request, response, file) => {
      let found = true;
      response.once('pipe', (source: NodeJS.ReadableStream & { destroy(): void }) => {
        // sirv leaves its stream alone: a file that vanishes would end the program, a reader who leaves would keep it open.
        source.once('error', () => response.destroy());
        response.once('close', () => source.destroy());
      });
      serve(forSirv(request, file), response, () => {
        found = false;
      });
      return found;
    },
  };
}

async function kindOf(folder: string, file: string): Promise<'file' | 'folder' | undefined> {
  try {
    const [root, target] = await Promise.all([realpath(folder), realpath(path.join(folder, file))]);
    const relative = path.relative(root, target);
    if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) return undefined;
    const stats = await stat(target);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The request as sirv has to read it. sirv decodes the address on its own terms (`%26` and `%23` stay as they are), so it
 * gets the path that was checked; whole files are enough for a preview, so it gets no byte range.
 */
function forSirv(request: IncomingMessage, file: string): IncomingMessage {
  delete request.headers.range;
  return Object.assign(request, {
    _parsedUrl: { raw: request.url, pathname: `/${file.replaceAll('%', '%25')}` },
  });
}
