// Fetches `guide.js` when the guide is wanted: who only reads an article does not pay for it.
import { handoverKey } from './guide-history.ts';
import { readStored } from './reader-storage.ts';

/** Loads the guide where the address asks for it, where another article handed over to it, and as soon as a reader turns to what starts it. */
export function setUpGuideLoading(): void {
  const source = document.querySelector<HTMLElement>('[data-guide-script]')?.dataset.guideScript;
  if (source === undefined) return;
  let ready = false;
  let loading: Promise<void> | undefined;
  const load = () => {
    loading ??= addScript(source).then(() => {
      ready = true;
    });
    return loading;
  };
  const loadIfAsked = () => {
    if (window.location.hash.startsWith('#guide')) void load();
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.guide-start a')) {
    link.addEventListener('pointerenter', () => void load());
    link.addEventListener('focus', () => void load());
    link.addEventListener('click', (event) => {
      if (ready || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      // The guide may give the link another address, so it is followed once the guide is there.
      event.preventDefault();
      void load().then(() => link.click());
    });
  }
  window.addEventListener('hashchange', loadIfAsked);
  if (readStored('sessionStorage', handoverKey) !== undefined) void load();
  loadIfAsked();
}

/** Settles when the script has run, or never where it can't be had: then the reader reads on. */
function addScript(source: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => resolve());
    script.src = source;
    document.head.append(script);
  });
}
