// Loads what shows and asks for the context of a contact: when something is known, when another page may hand it over, or when the reader wants to say it.
import { contextDataUrl } from '../context-data.ts';
import { loadScript } from './load-script.ts';
import { storedKeys } from './reader-storage.ts';

/** Sets up the bar of the page, where it has one. */
export function setUpContextLoading(): void {
  const { script, listens } = document.querySelector<HTMLElement>('.context-bar')?.dataset ?? {};
  if (script === undefined) return;
  const { dataset, lang } = document.documentElement;
  const load = () => loadScript(dataset.root + contextDataUrl(lang)).then(() => loadScript(script));
  // Of another base on the same host too: then the bar says that nothing is known.
  const isKnown = storedKeys('sessionStorage').some((key) => /^kb:(context|arrival):/.test(key));
  if (listens !== undefined || isKnown) void load().catch(() => undefined);
  // The script listens for presses of its own once it is here.
  else document.getElementById('contextOpen')?.addEventListener('click', open, { once: true });

  function open(this: HTMLElement): void {
    void load().then(
      () => this.click(),
      () => undefined,
    );
  }
}
