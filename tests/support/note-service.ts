// A tool that takes case notes, as a base may name one: it says yes, or fails in each way in which such a tool does.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NoteService {
  /** Without `/` at its end. */
  readonly url: string;
  /** How it answers from now on. */
  behave: 'take' | 'refuse' | 'break' | 'wait' | 'redirect' | 'closed to other origins';
  /** The notes that came: headers and body. */
  readonly taken: { readonly headers: string; readonly body: string; readonly url: string }[];
  /** Answers those who wait. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

export async function startNoteService(): Promise<NoteService> {
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (service.behave !== 'closed to other origins') {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Headers', 'content-type');
    }
    if (request.method !== 'POST') return response.writeHead(204).end();
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    return request.on('end', () => {
      service.taken.push({ headers: JSON.stringify(request.headers), body, url: request.url ?? '' });
      if (service.behave === 'wait') waiting.push(response);
      else if (service.behave === 'redirect')
        response.writeHead(307, { Location: `${service.url}/elsewhere` }).end();
      else response.writeHead({ take: 201, refuse: 403, break: 500 }[service.behave as 'take'] ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: NoteService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: 'take',
    taken: [],
    release: () => {
      for (const response of waiting.splice(0)) response.writeHead(201).end();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}
