// Listens on one address and hands reading requests to whoever knows the answer; a failing answer never ends the server.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../model/problem.ts';
import { embedScript } from '../publish/package-assets.ts';
import { hostInUrl, isOwnHost, ownUrl } from './host-header.ts';
import { parseRequestPath } from './request-path.ts';

export type AnswerRequest = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface ServerOptions {
  /** Name or address to bind to; a loopback one keeps other machines out. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly answer: AnswerRequest;
  /** Told of an answer that failed. */
  readonly onError: (error: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Ends every open connection and stops listening. */
  readonly close: () => Promise<void>;
}

/** Headers of every answer. A page elsewhere may load none of it, not even as a script (Fetch, section 3.7), which the search index is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Headers of the answer to `request`. The script of other tools’ pages is for any page: it holds nothing of the base. */
export function headersFor({ url }: IncomingMessage): Readonly<Record<string, string>> {
  const isOpen = parseRequestPath(url) === embedScript;
  return isOpen ? { ...commonHeaders, 'Cross-Origin-Resource-Policy': 'cross-origin' } : commonHeaders;
}

/** Answers with a short text. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** Answers with an HTML document. */
export function sendHtml(response: ServerResponse, status: number, html: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

/** Starts the server. Raises a `Problem` where the address can't be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => void answerSafely(request, response, options));
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: ownUrl(options.host, port),
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerSafely(
  request: IncomingMessage,
  response: ServerResponse,
  { host, answer, onError }: ServerOptions,
): Promise<void> {
  for (const [name, value] of Object.entries(headersFor(request))) response.setHeader(name, value);
  if (!isOwnHost(request.headers.host, host)) return sendText(response, 403, 'Unexpected Host header');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Method not allowed');
  }
  try {
    await answer(request, response);
  } catch (error) {
    onError(error);
    if (response.headersSent) response.destroy();
    else sendText(response, 500, 'Unexpected error; the terminal says more');
  }
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

/** Why the server could not listen at `host` and `port`. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Problem {
  const place = `${hostInUrl(host)}:${port}`;
  if (error.code === 'EADDRINUSE') {
    const wording = {
      fr: `Port ${port} déjà pris ; choisissez-en un autre avec --port (0 en prend un libre)`,
      en: `Port ${port} is in use; choose another with --port (0 takes a free one)`,
    };
    return new Problem(wording, place, error);
  }
  const wording = {
    fr: `Adresse inutilisable (${String(error.code)}) ; vérifiez --host et --port`,
    en: `Unusable address (${String(error.code)}); check --host and --port`,
  };
  return new Problem(wording, place, error);
}
