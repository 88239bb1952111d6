// A web server whose folder is replaced while readers are there, that can be slow, out of reach, or exchanged in the middle of a copy.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface ChangingServer {
  /** Ends in `/`; the site lies in a folder of the server. */
  readonly url: string;
  /** Paths that were asked for since the last `forget`, from the site's root. */
  readonly asked: readonly string[];
  readonly forget: () => void;
  /** What it serves from now on, and how. */
  readonly set: (behaviour: Partial<Behaviour>) => void;
  readonly close: () => Promise<void>;
}

interface Behaviour {
  readonly folder: string;
  /** Out of reach: every connection breaks. */
  readonly down: boolean;
  /** Milliseconds before each answer. */
  readonly slow: number;
  /** Called before a file is read. */
  readonly before: (file: string) => void;
  /** Value of `Cache-Control`. */
  readonly caching: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Serves below `/base/` and below every other one-part prefix in the same way: the same site at several addresses of one origin. */
export async function startChangingServer(folder: string): Promise<ChangingServer> {
  let behaviour: Behaviour = { folder, down: false, slow: 0, before: () => undefined, caching: 'no-cache' };
  const asked: string[] = [];
  const answer = async (url: string, response: ServerResponse) => {
    const file = decodeURIComponent(/^\/[^/]+\/([^?#]*)/.exec(url)?.[1] ?? '');
    const named = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    asked.push(named);
    behaviour.before(named);
    if (behaviour.slow > 0) await delay(behaviour.slow);
    if (behaviour.down) return response.destroy();
    const bytes = await readFile(path.join(behaviour.folder, named)).catch(() => undefined);
    const headers = {
      'Content-Type': types[path.extname(named)] ?? 'application/octet-stream',
      'Cache-Control': behaviour.caching,
      'Content-Security-Policy': "frame-ancestors 'none'",
      // No cache may keep such an answer under its address; Firefox refuses a worker that comes so.
      ...(named === 'sw.js' ? {} : { Vary: '*' }),
    };
    return bytes ? response.writeHead(200, headers).end(bytes) : response.writeHead(404).end('Not found');
  };
  const server = createServer((request, response) => void answer(request.url ?? '/', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`,
    asked,
    forget: () => asked.splice(0),
    set: (change) => {
      behaviour = { ...behaviour, ...change };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
