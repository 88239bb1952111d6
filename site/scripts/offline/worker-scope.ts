// The part of a service worker's globals (W3C Service Workers) that ours uses: TypeScript knows them only where it does not know pages.
import type { WorkerMessage } from './messages.ts';

export interface WindowClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: WorkerMessage): void;
}

export interface WaitingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  /** The page that asks; '' for a navigation. */
  readonly clientId: string;
  /** The page that a navigation is going to make. */
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface ReceivedEvent extends WaitingEvent {
  readonly data: unknown;
  readonly source: WindowClient | null;
}

export interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: true;
    }): Promise<readonly WindowClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listen: (event: ReceivedEvent) => void): void;
}

export const worker = globalThis as unknown as WorkerScope;

/** The site's address, ending in `/`. */
export const siteUrl = worker.registration.scope;

/** The open pages of this site; a site in a folder of it that has a worker of its own tells its own. */
export async function openPages(): Promise<readonly WindowClient[]> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.filter(({ url }) => url.startsWith(siteUrl));
}

/** Says `message` to every open page. */
export async function tellPages(message: WorkerMessage): Promise<void> {
  for (const page of await openPages()) page.postMessage(message);
}
