// Takes values that a page of another tool hands over, such as a telephone banner that opened this one: from the origins that the configuration names alone.
import { checkValues, contextData } from './context-page.ts';
import { writeContext } from './context-values.ts';

/** What the other page sends, and what this one says when it is ready to take it. */
const handedOver = 'kb:context';
const ready = 'kb:ready';

/** Listens, and tells whoever opened or framed this page that it does. `tellIgnored` hears how many values were none. */
export function setUpReceiving(tellIgnored: (count: number) => void): void {
  const { origins, fields } = contextData();
  if (origins.length === 0) return;
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (!origins.includes(origin) || !isHandedOver(data)) return;
    const { values, ignored } = checkValues(fields, readEntries(data.values));
    writeContext(values);
    tellIgnored(ignored);
  });
  const others = [window.opener as Window | null, window.parent === window ? null : window.parent];
  for (const other of others) for (const origin of origins) other?.postMessage({ type: ready }, origin);
}

function isHandedOver(data: unknown): data is { readonly values: object } {
  if (typeof data !== 'object' || data === null) return false;
  const { type, values } = data as Record<string, unknown>;
  return type === handedOver && typeof values === 'object' && values !== null;
}

/** Texts and numbers by name; whatever else stands there is no text. */
function readEntries(values: object): (readonly [string, string])[] {
  return Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' || typeof value === 'number' ? String(value) : '\0',
  ]);
}
