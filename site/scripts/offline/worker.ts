// Entry of `sw.js`, the service worker that keeps the whole base at hand. It knows no build: which one is served is a note beside the builds.

import { acceptCandidate, answer, greet } from './build-desk.ts';
import { readServed } from './build-store.ts';
import type { PageMessage } from './messages.ts';
import { worker } from './worker-scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  // Before there is a build, pages lose nothing by being served through here; later, one that was forced past the worker stays past it.
  const claim = async () => {
    if ((await readServed()).active === undefined) await worker.clients.claim();
  };
  event.waitUntil(claim());
});

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(worker.registration.scope)) event.respondWith(answer(event));
});

worker.addEventListener('message', (event) => {
  const message = event.data as PageMessage;
  if (message.kind === 'accept') event.waitUntil(acceptCandidate());
  else if (event.source) event.waitUntil(greet(event.source, message));
});
