// Server-Sent Events to the pages that writers have open: what `site/scripts/dev.ts` listens to.
import type { ServerResponse } from 'node:http';

/** A finding as the panel in the page shows it, in one language. */
export interface FindingMessage {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

export interface EventStreams {
  /** Keeps `response` open as a stream and sends the findings of its page. */
  readonly open: (response: ServerResponse, findings: readonly FindingMessage[]) => void;
  /** Tells every open page to load again. */
  readonly reload: () => void;
}

/** One event (HTML Living Standard, section 9.2.6); JSON holds no line end, so one line of data is enough. */
function formatEvent(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Streams that end when their page goes away or the server closes its connections. */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  return {
    open: (response, findings) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(`retry: 1000\n\n${formatEvent('findings', findings)}`);
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    reload: () => {
      for (const response of open) response.write(formatEvent('reload', {}));
    },
  };
}
