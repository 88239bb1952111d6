// Whether the key `/` opens the search: whoever speaks to their machine may write a `/` unawares, so it can be turned off (WCAG 2.2, 2.1.4).
import { forget, readStored, store } from './reader-storage.ts';

const storageKey = 'kb:slash';

export function slashOpens(): boolean {
  // The page's own mark holds where storage is denied.
  return (document.documentElement.dataset.slash ?? readStored('localStorage', storageKey)) !== 'off';
}

export function letSlashOpen(opens: boolean): void {
  document.documentElement.dataset.slash = opens ? 'on' : 'off';
  if (opens) forget('localStorage', storageKey);
  else store('localStorage', storageKey, 'off');
}
