// A company's own service that knows orders, as a base may be told to ask it: sound answers, and each way in which such a service fails.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OrderService {
  /** Ends in `/`. */
  readonly url: string;
  /** What it was asked, by method, address and body, in order. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

const json = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));

/** What each reference leads to; an order that is there for any other. */
const answers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  inconnue: (response) => response.writeHead(404).end(),
  refusee: (response) => response.writeHead(403).end(),
  panne: (response) => response.writeHead(503).end(),
  lente: () => undefined,
  page: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Connexion</p>'),
  tordue: (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"state":'),
  ailleurs: (response) => response.writeHead(302, { Location: '/orders/4711' }).end(),
  enorme: (response) => json(response, { state: 'SENT', more: 'x'.repeat(100_000) }),
  etrange: (response) => json(response, { state: 'EATEN', customer: { first: 'a\u0000b' } }),
};

export async function startOrderService(): Promise<OrderService> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body}`);
      const reference = decodeURIComponent(/^\/orders\/(.+)$/.exec(request.url ?? '')?.[1] ?? '');
      if (request.method === 'OPTIONS' || reference === '') response.writeHead(204).end();
      else if (answers[reference]) answers[reference](response);
      else json(response, { state: 'SENT', customer: { first: 'Zoé' }, lines: [{ number: reference }] });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
