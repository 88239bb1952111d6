// Entry of the `sw.js` of a site that is not offered offline: it takes the place of an earlier one, removes what that one kept, and goes.
import { removeEverything } from './build-store.ts';
import { tellPages, worker } from './worker-scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  const end = async () => {
    await removeEverything();
    await worker.registration.unregister();
    await tellPages({ kind: 'ended' });
  };
  event.waitUntil(end());
});
