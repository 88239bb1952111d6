// Fetches `guide.js` when the guide is wanted: who only reads an article does not pay for it.
import { readingWordsFor } from '../locales/reading-words.ts';
import { announce } from './announce.ts';
import { handoverKey } from './guide-history.ts';
import { loadStyle } from './load-style.ts';
import { readStored } from './reader-storage.ts';

/** Loads the guide where the address asks for it, where another article handed over to it, and as soon as a reader turns to what starts it. */
export function setUpGuideLoading(): void {
  const { guideScript: source, guideStyle } =
    document.querySelector<HTMLElement>('[data-guide-script]')?.dataset ?? {};
  if (source === undefined) return;
  let state: 'absent' | 'coming' | 'there' = 'absent';
  /** What waits for the guide; undefined while it only comes ahead of time, and then nothing is said when it can't. */
  let wanted: (() => void) | undefined;

  function load(then?: () => void): void {
    wanted = then ?? wanted;
    if (state !== 'absent') return;
    state = 'coming';
    const script = document.createElement('script');
    script.addEventListener('load', () => {
      state = 'there';
      wanted?.();
    });
    script.addEventListener('error', () => {
      state = 'absent';
      if (wanted) announce(readingWordsFor(document.documentElement.lang).guideFailed);
      wanted = undefined;
    });
    script.src = source ?? '';
    // What the script draws at once has to look right at once.
    void loadStyle(guideStyle).then(() => document.head.append(script));
  }

  const loadIfAsked = () => {
    if (window.location.hash.startsWith('#guide')) load(() => {});
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.guide-start a')) {
    link.addEventListener('pointerenter', () => load());
    link.addEventListener('focus', () => load());
    link.addEventListener('click', (event) => {
      if (state === 'there' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // The guide may give the link another address, so it is followed once the guide is there.
      event.preventDefault();
      load(() => link.click());
    });
  }
  window.addEventListener('hashchange', loadIfAsked);
  if (readStored('sessionStorage', handoverKey) !== undefined) load();
  loadIfAsked();
}
