// `usage/<yyyy-mm>.txt`: what was counted on the site, added up by day; who of the roster used it on which day; and which sendings are in these sums.
import { type CounterKind, counterKinds } from '../model/field-item.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import type { LedgerKind } from './ledger.ts';

export type UsageEntry =
  /** `2026-11-16 view 12 fr/colis-perdu` */
  | {
      readonly kind: 'count';
      readonly on: IsoDate;
      readonly of: CounterKind;
      readonly count: number;
      readonly what: string;
    }
  /** `2026-11-16 present claire-vasseur` */
  | { readonly kind: 'present'; readonly on: IsoDate; readonly reader: string }
  /** `2026-11-16 from 0b6c…`: the item with this key is in the day's sums. */
  | { readonly kind: 'from'; readonly on: IsoDate; readonly key: string };

/** Folder of the counts, from the knowledge base's root. */
export const usageFolder = 'usage';

const countPattern = /^(\S+) (\d{1,12}) (\S.*)$/;

function parseUsageLine(line: string): UsageEntry | undefined {
  const text = line.trimEnd();
  const on = parseIsoDate(text.slice(0, 10));
  const rest = text.slice(11);
  if (on === undefined || text[10] !== ' ') return undefined;
  const [, named, value = ''] = /^(present|from) (\S.*)$/.exec(rest) ?? [];
  if (named === 'present') return { kind: 'present', on, reader: value };
  if (named === 'from') return { kind: 'from', on, key: value };
  const [, of = '', count = '', what = ''] = countPattern.exec(rest) ?? [];
  const kind = counterKinds.find((one) => one === of);
  if (kind === undefined || Number(count) < 1) return undefined;
  return { kind: 'count', on, of: kind, count: Number(count), what };
}

export function renderUsageEntry(entry: UsageEntry): string {
  if (entry.kind === 'present') return `${entry.on} present ${entry.reader}`;
  if (entry.kind === 'from') return `${entry.on} from ${entry.key}`;
  return `${entry.on} ${entry.of} ${entry.count} ${entry.what}`;
}

/** What makes two lines speak of one thing: sums of one day and thing are one, whatever they come to. */
export function identifyUsage(entry: UsageEntry): string {
  if (entry.kind === 'count') return `${entry.on} ${entry.of} ${entry.what}`;
  return renderUsageEntry(entry);
}

export const usageLedger: LedgerKind<UsageEntry> = {
  folder: usageFolder,
  parse: parseUsageLine,
  render: renderUsageEntry,
  identify: identifyUsage,
  expected: {
    fr: 'jour, ce qui est compté, combien, quoi',
    en: 'the day, what is counted, how many, of what',
  },
};
