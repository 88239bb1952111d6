// What is known of this contact, for as long as its tab: kept in the tab's own storage, told to whoever on the page shows it, and sent to nobody.
import type { ContextValues } from '../../../src/model/context.ts';
import { forget, readStored, store } from '../reader-storage.ts';

/** Fired on `document` whenever the values changed; `readContext` gives the new ones. */
export const contextChange = 'kb:context';

/** Storage is shared by all sites of one origin, and the folders of `file://`: the base's name keeps them apart. */
function storageKey(kind: 'context' | 'arrival'): string {
  const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? '';
  return `kb:${kind}:${name}`;
}

/** Where the browser denies storage, values last as long as the page. */
let withoutStorage: ContextValues | undefined;

/** The values that are known in this tab, by variable. They were checked when they came in; see `readContextValue`. */
export function readContext(): ContextValues {
  if (withoutStorage) return withoutStorage;
  try {
    const kept: unknown = JSON.parse(readStored('sessionStorage', storageKey('context')) ?? '[]');
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
  const key = storageKey('context');
  withoutStorage = undefined;
  if (values.size === 0) forget('sessionStorage', key);
  else if (!store('sessionStorage', key, JSON.stringify([...values]))) withoutStorage = values;
  document.dispatchEvent(new CustomEvent(contextChange));
}

/** What a link of another tool left for the page that it opened. */
export interface Arrival {
  /** What the service is to be asked for. */
  readonly reference?: string | undefined;
  /** How many of the link's values were no values. */
  readonly ignored: number;
}

/** Leaves `arrival` for the next page of this tab, in the place of what was left before. */
export function leaveArrival({ reference, ignored }: Arrival): void {
  const key = storageKey('arrival');
  if (reference === undefined && ignored === 0) forget('sessionStorage', key);
  else store('sessionStorage', key, JSON.stringify({ reference, ignored }));
}

/** Takes what was left for this page: the next one finds nothing. */
export function takeArrival(): Arrival {
  const key = storageKey('arrival');
  const kept = readStored('sessionStorage', key);
  forget('sessionStorage', key);
  try {
    const { reference, ignored } = JSON.parse(kept ?? '{}') as Record<string, unknown>;
    return {
      reference: typeof reference === 'string' ? reference : undefined,
      ignored: typeof ignored === 'number' ? ignored : 0,
    };
  } catch {
    return { ignored: 0 };
  }
}
