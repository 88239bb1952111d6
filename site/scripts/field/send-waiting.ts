// When the outbox is sent: as soon as something is in it, on every page that loads, when the connection comes back, and ever more rarely while nobody answers.
import { readStored, store } from '../reader-storage.ts';
import { dropItems, markItems, readOutbox } from './outbox.ts';
import { minutesToWait, postJson, sendItems } from './send-items.ts';

const retryKey = 'kb:outbox-retry';
const minute = 60_000;

/** What an attempt came to. */
export interface Attempt {
  readonly sent: number;
  readonly failed: boolean;
}

interface Retry {
  readonly failures: number;
  /** The instant before which nobody asks. */
  readonly next: number;
}

function readRetry(now: number): Retry {
  const [failures = 0, next = 0] = (readStored('localStorage', retryKey) ?? '').split(' ').map(Number);
  const sound = Number.isInteger(failures) && failures > 0 && next - now <= 60 * minute;
  // A clock that was set back would make a wait endless.
  return sound ? { failures, next } : { failures: 0, next: 0 };
}

/** Whole minutes until the next attempt; undefined where nothing holds it back. */
export function minutesLeft(now: number): number | undefined {
  const { next } = readRetry(now);
  return next > now ? Math.ceil((next - now) / minute) : undefined;
}

/**
 * One attempt, unless it is too early; with `force`, at once. Only one tab sends at a time, where the browser can tell: another attempt
 * comes after it, for what was written while that one was on its way.
 */
export async function sendWaiting(
  endpoint: string,
  base: string,
  force: boolean,
): Promise<Attempt | undefined> {
  const attempt = async () =>
    !force && minutesLeft(Date.now()) !== undefined ? undefined : sendOnce(endpoint, base);
  return navigator.locks ? navigator.locks.request('kb:outbox', attempt) : attempt();
}

async function sendOnce(endpoint: string, base: string): Promise<Attempt | undefined> {
  const waiting = readOutbox(base)
    .entries.filter(({ state }) => state === 'waiting')
    .map(({ item }) => item);
  if (waiting.length === 0) return undefined;
  const { accepted, refused, failed } = await sendItems(endpoint, base, waiting, postJson);
  dropItems(accepted);
  for (const { key, why } of refused) markItems(base, [key], 'refused', why);
  const now = Date.now();
  const failures = failed ? readRetry(now).failures + 1 : 0;
  store('localStorage', retryKey, failed ? `${failures} ${now + minutesToWait(failures) * minute}` : '');
  return { sent: accepted.length, failed };
}
