// Plain HTTP requests that no client has tidied up, and waiting for a state without guessing how long it takes.
import { type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends `target` as it is, dots and all, to the server on `port`. */
export function ask(
  port: number,
  target: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: target, agent: false, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Longest time that a change may take to show, in milliseconds: a slow machine is no failure. */
const deadline = 60_000;

/** Asks `look` until it gives something; the last refusal is the failure. */
export async function eventually<Value>(look: () => Promise<Value> | Value): Promise<Value> {
  const end = performance.now() + deadline;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export interface EventListener {
  /** Resolves with the data of the next event called `name` that was not taken before. */
  readonly next: (name: string) => Promise<unknown>;
  readonly close: () => void;
}

/** Opens the event stream as the page at `page` does. */
export function listen(port: number, page: string): EventListener {
  let text = '';
  const sent = request({
    host: '127.0.0.1',
    port,
    path: `/__kb/events?page=${encodeURIComponent(page)}`,
    agent: false,
  });
  sent.on('response', (response) => {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      text += chunk;
    });
    response.on('error', () => undefined);
  });
  sent.on('error', () => undefined);
  sent.end();
  return {
    next: (name) =>
      eventually(() => {
        const found = new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text);
        if (!found) throw new Error(`No event ${name} yet in ${JSON.stringify(text)}`);
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? '') as unknown;
      }),
    close: () => sent.destroy(),
  };
}
