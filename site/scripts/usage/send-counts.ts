// Sends closed counts to the endpoint: when a page opens, and ever more rarely while nobody answers.
import { minutesToWait, postJson, sendItems } from '../field/send-items.ts';
import { readStored, store } from '../reader-storage.ts';
import { dropClosed, readClosed } from './count-store.ts';

const retryKey = 'kb:counted-retry';
const minute = 60_000;

/** One attempt, unless the last failure is too recent. What the server will never take is dropped: it is only counts. */
export async function sendCounts(endpoint: string, base: string): Promise<void> {
  const now = Date.now();
  const [failures = 0, next = 0] = (readStored('localStorage', retryKey) ?? '').split(' ').map(Number);
  // A clock that was set back would make a wait endless.
  if (next > now && next - now <= 60 * minute) return;
  const items = readClosed(base);
  if (items.length === 0) return;
  const { accepted, refused, failed } = await sendItems(endpoint, base, items, postJson);
  dropClosed(base, [...accepted, ...refused.map(({ key }) => key)]);
  const count = failed ? (Number.isInteger(failures) ? failures : 0) + 1 : 0;
  store('localStorage', retryKey, failed ? `${count} ${now + minutesToWait(count) * minute}` : '');
}
