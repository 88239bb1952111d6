// The body of a reader's request → the items that may be stored for that reader, and those that may not.
import { type EnvelopeFault, parseFieldItems, type RefusedItem } from '../../field/parse-field-items.ts';
import type { FieldItem } from '../../model/field-item.ts';
import { type FieldArea, fieldKinds } from './item-store.ts';
import type { ReaderIdentity } from './reader-identity.ts';

export interface TakenItems {
  readonly items: readonly FieldItem[];
  readonly refused: readonly RefusedItem[];
}

/** Items in one request; a body of the allowed size holds fewer real ones. */
const mostItems = 200;

/** What of `body` may be stored under `area`; a fault where it is no envelope or holds too many. */
export function takeItems(
  body: string,
  area: FieldArea,
  identity: ReaderIdentity,
): TakenItems | EnvelopeFault | { readonly fault: 'too-many' } {
  const parsed = parseFieldItems(body);
  if ('fault' in parsed) return parsed;
  if (parsed.items.length + parsed.refused.length > mostItems) return { fault: 'too-many' };
  const kind = fieldKinds[area];
  const items: FieldItem[] = [];
  const refused = [...parsed.refused];
  // The places of the sound items: those between the refused ones.
  const broken = new Set(refused.map(({ index }) => index));
  let index = -1;
  for (const item of parsed.items) {
    do index += 1;
    while (broken.has(index));
    const known = item.kind === kind ? withReader(item, identity) : undefined;
    if (known?.kind === 'presence' && known.reader === undefined)
      refused.push({ index, key: item.key, why: 'reader: nobody is named' });
    else if (known) items.push(known);
    else refused.push({ index, key: item.key, why: `kind: expected ${kind}` });
  }
  return { items, refused: refused.sort((a, b) => a.index - b.index) };
}

/** Counts never say who; of the rest, the reader is who the connection says. */
function withReader(item: FieldItem, identity: ReaderIdentity): FieldItem {
  if (item.kind !== 'usage' && identity.kind === 'named') return item;
  const { reader: _claimed, ...rest } = item;
  const reader = item.kind !== 'usage' && identity.kind === 'reader' ? identity.reader : undefined;
  return reader === undefined ? rest : { ...rest, reader };
}
