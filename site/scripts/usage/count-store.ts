// What this device counts: added up under one random key at a time, closed after an hour or with its day, and kept until the endpoint has it.
import {
  type Counter,
  type CounterKind,
  type FieldItem,
  fieldLimits as limits,
  type UsageItem,
} from '../../../src/model/field-item.ts';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { isFieldItem } from '../field/check-item.ts';
import { cutText, makeKey } from '../field/make-item.ts';
import { forget, readStored, store, storedKeys } from '../reader-storage.ts';

const openPrefix = 'kb:counting:';
const closedPrefix = 'kb:counted:';

/** Milliseconds after which counts are closed: what is sent says nothing of the minute, and little of the device. */
const openFor = 60 * 60_000;
/** Fewer than an item may hold, so that none is ever refused for it. */
const mostCounters = 150;
/** Most items that wait: past these, the oldest go. They are only counts. */
const mostClosed = 60;

interface Open {
  readonly on: IsoDate;
  /** The instant of the first count. */
  readonly since: number;
  readonly counters: readonly Counter[];
}

/** The moment of a count: the reader's day, and the instant. */
export interface Moment {
  readonly day: IsoDate;
  readonly now: number;
}

function readOpen(base: string): Open | undefined {
  try {
    const kept = JSON.parse(readStored('localStorage', openPrefix + base) ?? 'null') as Open | null;
    const item = kept && { kind: 'usage', key: 'open', on: kept.on, counters: kept.counters };
    return kept && typeof kept.since === 'number' && isFieldItem(item) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Adds one of `of` and `what`. Without storage nothing is counted, and nobody is told. */
export function addCount(base: string, of: CounterKind, what: string, moment: Moment): void {
  const named = cutText(what, limits.what);
  if (named === undefined) return;
  closeCounts(base, moment);
  const { counters, ...open } = readOpen(base) ?? { on: moment.day, since: moment.now, counters: [] };
  const before = counters.find((one) => one.of === of && one.what === named);
  const count = Math.min(limits.count, (before?.count ?? 0) + 1);
  const next = [...counters.filter((one) => one !== before), { of, what: named, count }];
  store('localStorage', openPrefix + base, JSON.stringify({ ...open, counters: next }));
}

/** Closes what was counted on another day, for an hour, or in large numbers; a clock that was set back closes it too. */
export function closeCounts(base: string, { day, now }: Moment): void {
  const open = readOpen(base);
  if (open === undefined) return;
  const age = now - open.since;
  if (open.on === day && age >= 0 && age < openFor && open.counters.length < mostCounters) return;
  const { on, counters } = open;
  const item: UsageItem = { kind: 'usage', key: makeKey(crypto), on, counters };
  if (keepClosed(base, item)) forget('localStorage', openPrefix + base);
}

/** Keeps `item` until it is sent; says whether the browser could. */
export function keepClosed(base: string, item: FieldItem): boolean {
  const waiting = readClosed(base);
  for (const old of waiting.slice(0, Math.max(0, waiting.length + 1 - mostClosed)))
    dropClosed(base, [old.key]);
  return store('localStorage', `${closedPrefix}${base}:${item.key}`, JSON.stringify(item));
}

/** What waits to be sent, the oldest day first. */
export function readClosed(base: string): readonly FieldItem[] {
  const prefix = `${closedPrefix}${base}:`;
  return storedKeys('localStorage')
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      try {
        const item: unknown = JSON.parse(readStored('localStorage', name) ?? '');
        return isFieldItem(item) ? [item] : [];
      } catch {
        return [];
      }
    })
    .sort((a, b) => (a.on + a.key < b.on + b.key ? -1 : 1));
}

export function dropClosed(base: string, keys: readonly string[]): void {
  for (const key of keys) forget('localStorage', `${closedPrefix}${base}:${key}`);
}

/** Forgets everything that was counted and not sent: the reader does not want to be counted. */
export function forgetCounts(base: string): void {
  forget('localStorage', openPrefix + base);
  dropClosed(
    base,
    readClosed(base).map(({ key }) => key),
  );
}
