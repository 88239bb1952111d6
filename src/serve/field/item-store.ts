// Items in the database: stored once by their key, many requests in one commit, and read by writers from a cursor on.
import type { FieldItem } from '../../model/field-item.ts';
import type { FieldDatabase } from './field-database.ts';

/** What readers send and writers pull, by the last part of its address. */
export const fieldKinds = {
  feedback: 'feedback',
  receipts: 'receipt',
  usage: 'usage',
  presence: 'presence',
} as const;

export type FieldArea = keyof typeof fieldKinds;

export const fieldAreas = Object.keys(fieldKinds) as readonly FieldArea[];

/** An item as writers get it: with the moment when the server had it, whatever the device's clock said. */
export type ReceivedItem = FieldItem & { readonly received: string };

export interface PulledItems {
  readonly items: readonly ReceivedItem[];
  /** Hand it over as `after` to read on. */
  readonly next: string;
}

export interface ItemStore {
  /** Resolves once every item is on the disk; one that was there already stays as it was. Rejects with nothing of it stored. */
  readonly add: (items: readonly FieldItem[], received: string) => Promise<void>;
  /** At most `pullLimit` items after the cursor, the oldest first; from the start where the cursor is unknown. */
  readonly pull: (area: FieldArea, after: string | undefined) => PulledItems;
}

/** Items in one answer to writers. */
const pullLimit = 200;

interface Waiting {
  readonly items: readonly FieldItem[];
  readonly received: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export function createItemStore(database: FieldDatabase): ItemStore {
  const { sql } = database;
  const insert = sql.prepare(
    'INSERT INTO items (kind, key, who, received, item) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const select = sql.prepare(
    'SELECT seq, received, item FROM items WHERE kind = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const waiting: Waiting[] = [];

  /** A commit waits for the disk, so requests that come in meanwhile share the next one. */
  const commit = (): void => {
    const batch = waiting.splice(0);
    try {
      database.write(() => {
        for (const { items, received } of batch) for (const item of items) insertItem(item, received);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  };
  const insertItem = (item: FieldItem, received: string): void => {
    const who = item.kind === 'receipt' || item.kind === 'presence' ? (item.reader ?? '') : '';
    insert.run(item.kind, item.key, who, received, JSON.stringify(item));
  };

  return {
    add: (items, received) =>
      new Promise((resolve, reject) => {
        if (items.length === 0) return resolve();
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({ items, received, resolve, reject });
      }),
    pull: (area, after) => {
      const [base] = sql.prepare('SELECT run FROM base').all() as readonly { readonly run: string }[];
      const run = base?.run ?? '';
      const from = seqOf(after, run);
      const rows = select.all(fieldKinds[area], from, pullLimit) as readonly StoredRow[];
      const items = rows.map(
        ({ received, item }): ReceivedItem => ({ ...(JSON.parse(item) as FieldItem), received }),
      );
      return { items, next: `${run}-${rows.at(-1)?.seq ?? from}` };
    },
  };
}

interface StoredRow {
  readonly seq: number;
  readonly received: string;
  readonly item: string;
}

/** The place that a cursor of this run names; 0 for one of another run, since importing twice adds nothing. */
function seqOf(cursor: string | undefined, run: string): number {
  const [, named, seq] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(cursor ?? '') ?? [];
  return named === run ? Number(seq) : 0;
}
