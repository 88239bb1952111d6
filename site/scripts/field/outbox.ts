// What this reader wrote and nobody has received yet, kept in this browser: one entry of its storage for each item, so that two tabs never write over each other.
import type { FieldItem } from '../../../src/model/field-item.ts';
import { outboxPrefix } from '../field-request.ts';
import { forget, readStored, store, storedKeys } from '../reader-storage.ts';
import { isFieldItem } from './check-item.ts';

/** `exported`: given to the reader as a file, a text or a mail, and kept until they delete it. `refused`: the server will not take it. */
export type OutboxState = 'waiting' | 'exported' | 'refused';

export interface OutboxEntry {
  readonly item: FieldItem;
  readonly state: OutboxState;
  /** Why the server refused it, in its words. */
  readonly why?: string | undefined;
  /** Place among the entries: the instant at which it was written. */
  readonly at: number;
}

/** What stands in the outbox and can't be read: of another version, or altered. It is left alone. */
export interface StrangeEntry {
  readonly name: string;
  readonly text: string;
}

export interface Outbox {
  /** Oldest first. */
  readonly entries: readonly OutboxEntry[];
  readonly strange: readonly StrangeEntry[];
}

/** Most items of one base. */
export const mostEntries = 300;

/** Of what is kept, not of what is sent. */
const storedVersion = 1;

interface Stored extends OutboxEntry {
  readonly version: typeof storedVersion;
  /** The base's name: bases that share a browser's storage (folders opened by double click do) keep apart. */
  readonly base: string;
}

export function readOutbox(base: string): Outbox {
  const entries: OutboxEntry[] = [];
  const strange: StrangeEntry[] = [];
  for (const name of storedKeys('localStorage').filter((key) => key.startsWith(outboxPrefix))) {
    const text = readStored('localStorage', name);
    // Another tab may have deleted it meanwhile.
    if (text === undefined) continue;
    const stored = parseStored(name, text);
    if (stored === undefined) strange.push({ name, text });
    else if (stored.base === base) entries.push(stored);
  }
  return {
    entries: entries.sort((a, b) => a.at - b.at || (a.item.key < b.item.key ? -1 : 1)),
    strange: strange.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Puts `item` in; an item with the same key gives way. `full` and `denied` say why it was not kept. */
export function keepItem(base: string, item: FieldItem, at: number): 'kept' | 'full' | 'denied' {
  const others = readOutbox(base).entries.filter(({ item: { key } }) => key !== item.key);
  if (others.length >= mostEntries) return 'full';
  return write(base, { item, state: 'waiting', at }) ? 'kept' : 'denied';
}

/** Notes what became of the items with `keys`; those that are gone stay so. */
export function markItems(base: string, keys: readonly string[], state: OutboxState, why?: string): void {
  const wanted = new Set(keys);
  for (const entry of readOutbox(base).entries)
    if (wanted.has(entry.item.key)) write(base, { ...entry, state, why });
}

export function dropItems(keys: readonly string[]): void {
  for (const key of keys) forget('localStorage', outboxPrefix + key);
}

export function dropStrange({ name }: StrangeEntry): void {
  forget('localStorage', name);
}

/** Calls `changed` when another tab changes the outbox. */
export function watchOutbox(changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(outboxPrefix)) changed();
  });
}

function write(base: string, { item, state, why, at }: OutboxEntry): boolean {
  const stored: Stored = { version: storedVersion, base, state, why, at, item };
  return store('localStorage', outboxPrefix + item.key, JSON.stringify(stored));
}

function parseStored(name: string, text: string): Stored | undefined {
  try {
    const { version, base, state, why, at, item } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const sound =
      version === storedVersion &&
      typeof base === 'string' &&
      (state === 'waiting' || state === 'exported' || state === 'refused') &&
      (why === undefined || typeof why === 'string') &&
      typeof at === 'number' &&
      isFieldItem(item) &&
      outboxPrefix + item.key === name;
    return sound ? { version, base, state, why, at, item } : undefined;
  } catch {
    return undefined;
  }
}
