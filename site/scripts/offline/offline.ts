// Entry of `offline.js`, which pages on a web server load once they stand: registers the service worker and says how reading offline stands.
import { offlineWordsFor } from '../../locales/offline-words.ts';
import { followWorker } from './follow-worker.ts';
import { createOfflineBar } from './offline-bar.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const root = new URL('..', script.src).href;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = `${root}manifest.webmanifest`;
  document.head.append(manifest);
  void followWorker(root, createOfflineBar(offlineWordsFor(document.documentElement.lang)));
}
