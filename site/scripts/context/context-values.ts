// What is known of this contact, for as long as its tab: kept in the tab's own storage, told to whoever on the page shows it, and sent to nobody.
import type { ContextValues } from '../../../src/model/context.ts';
import { forget, readStored, store } from '../reader-storage.ts';

/** Fired on `document` whenever the values changed; `readContext` gives the new ones. */
export const contextChange = 'kb:context';

/** Storage is shared by all sites of one origin, and the folders of `file://`: the base's name keeps them apart. */
function storageKey(): string {
  const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
  return `kb:context:${name}`;
}

/** Where the browser denies storage, values last as long as the page. */
let withoutStorage: ContextValues | undefined;

/** The values that are known in this tab, by variable. They were checked when they came in; see `readContextValue`. */
export function readContext(): ContextValues {
  if (withoutStorage) return withoutStorage;
  try {
    const kept: unknown = JSON.parse(readStored('sessionStorage', storageKey()) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  } catch {
    return new Map();
  }
}

function isPair(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

/** Puts `values` in the place of all that was known, and tells the page. */
export function writeContext(values: ContextValues): void {
  const key = storageKey();
  withoutStorage = undefined;
  if (values.size === 0) forget('sessionStorage', key);
  else if (!store('sessionStorage', key, JSON.stringify([...values]))) withoutStorage = values;
  document.dispatchEvent(new CustomEvent(contextChange));
}
