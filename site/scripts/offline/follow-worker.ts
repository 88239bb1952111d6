// Registers the site's service worker, tells it of the page, and hands on what it says.
import type { PageMessage, WorkerMessage } from './messages.ts';
import type { OfflineBar } from './offline-bar.ts';

/** How often a page in view asks for news, in milliseconds. */
const askingEvery = 5 * 60_000;
/** How often it is looked whether the worker has started, in milliseconds: `ready` would be content with that of a site around this one. */
const startingStep = 200;
/** How long the worker has, in milliseconds, to have an accepted build served before the page is loaded again in any case. */
const acceptingTime = 3000;

/** Follows the worker of the site at `root`, its address ending in `/`. Where the browser allows none, nothing happens. */
export async function followWorker(root: string, bar: OfflineBar): Promise<void> {
  const url = `${root}sw.js`;
  const workers = navigator.serviceWorker;
  const { build: version, builtOn = '' } = document.documentElement.dataset;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const hello: PageMessage = { kind: 'hello', version, bytes: navigation?.decodedBodySize ?? 0, builtOn };
  workers.addEventListener('message', ({ data, source }) => {
    // A site around this one, or in a folder of it, has a worker of its own.
    if (!(source instanceof ServiceWorker) || source.scriptURL !== url) return;
    const message = data as WorkerMessage;
    if (message.kind === 'reload') location.reload();
    else bar.show(message);
  });
  workers.startMessages();
  const registration = await workers
    .register(url, { scope: root, updateViaCache: 'none' })
    .catch(() => undefined);
  if (!registration) return;
  const tell = (message: PageMessage) => registration.active?.postMessage(message);
  const greet = () => {
    if (document.visibilityState === 'visible') tell(hello);
  };
  bar.onRefresh((pending) => {
    if (pending) tell({ kind: 'accept' });
    setTimeout(() => location.reload(), pending ? acceptingTime : 0);
  });
  while (!registration.active) await new Promise((resolve) => setTimeout(resolve, startingStep));
  tell(hello);
  for (const happening of ['online', 'offline', 'pageshow']) window.addEventListener(happening, greet);
  document.addEventListener('visibilitychange', greet);
  window.setInterval(greet, askingEvery);
}
