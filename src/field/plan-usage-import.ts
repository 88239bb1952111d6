// What an import of counts writes: each sending added once to the sums of its day, and each day of presence once.
import type { FieldItem, UsageItem } from '../model/field-item.ts';
import { addPeriod, type IsoDate } from '../model/iso-date.ts';
import { findPersonalData } from '../model/personal-data/find-personal-data.ts';
import { Problem } from '../model/problem.ts';
import type { FileChange, Ledger } from './ledger.ts';
import { identifyUsage, renderUsageEntry, type UsageEntry, usageFolder } from './usage-ledger.ts';

export interface UsageImportPlan {
  readonly changes: readonly FileChange[];
  readonly added: { readonly sendings: number; readonly presences: number };
  /** Sendings and presences that the base, or an earlier source, has. */
  readonly known: number;
  /** Dated after tomorrow: a device's clock is wrong. */
  readonly ahead: number;
  /** Searches that hold what looks like personal data: not kept. */
  readonly masked: number;
}

/** One line of a ledger, whatever the text. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Z}\p{C}]+/gu, ' ').trim();
}

/** Adds `items` to what `ledger` holds, on `today`. Pure. Raises a `Problem` where a month to be written holds a line that nobody understands. */
export function planUsageImport(
  items: readonly FieldItem[],
  ledger: Ledger<UsageEntry>,
  today: IsoDate,
): UsageImportPlan {
  const latest = addPeriod(today, { amount: 1, unit: 'd' });
  const sums = new Map<string, UsageEntry>(ledger.entries.map((entry) => [identifyUsage(entry), entry]));
  const touched = new Set<string>();
  const seen = { sendings: 0, presences: 0, known: 0, ahead: 0, masked: 0 };

  const put = (entry: UsageEntry): boolean => {
    const identity = identifyUsage(entry);
    if (sums.has(identity)) return false;
    sums.set(identity, entry);
    touched.add(entry.on.slice(0, 7));
    return true;
  };
  const addCounters = ({ on, counters }: UsageItem): void => {
    for (const { of, what, count } of counters) {
      const text = oneLine(what);
      const isSearch = of === 'search-empty' || of === 'search-left';
      if (text === '' || (isSearch && findPersonalData(text).length > 0)) {
        seen.masked++;
        continue;
      }
      const entry: UsageEntry = { kind: 'count', on, of, count, what: text };
      const before = sums.get(identifyUsage(entry));
      const sum = count + (before?.kind === 'count' ? before.count : 0);
      sums.set(identifyUsage(entry), { ...entry, count: sum });
    }
  };

  for (const item of items) {
    if (item.kind !== 'usage' && item.kind !== 'presence') continue;
    if (item.on > latest) seen.ahead++;
    else if (item.kind === 'presence') {
      const reader = oneLine(item.reader ?? '');
      if (reader !== '' && put({ kind: 'present', on: item.on, reader })) seen.presences++;
      else seen.known++;
    } else if (put({ kind: 'from', on: item.on, key: item.key })) {
      addCounters(item);
      seen.sendings++;
    } else seen.known++;
  }
  const { sendings, presences, ...rest } = seen;
  return { changes: planFiles(ledger, sums, touched), added: { sendings, presences }, ...rest };
}

/** The months of `touched` as they will be: comments first, then every line in order. */
function planFiles(
  ledger: Ledger<UsageEntry>,
  sums: ReadonlyMap<string, UsageEntry>,
  touched: ReadonlySet<string>,
): FileChange[] {
  const byMonth = new Map<string, string[]>([...touched].sort().map((month) => [month, []]));
  for (const entry of sums.values()) byMonth.get(entry.on.slice(0, 7))?.push(renderUsageEntry(entry));
  return [...byMonth].map(([month, lines]): FileChange => {
    const path = `${usageFolder}/${month}.txt`;
    const problem = ledger.problems.find((one) => one.path === path);
    if (problem) throw new Problem(problem.wording, `${path}:${problem.line}:${problem.column}`);
    const before = ledger.texts.get(path);
    const comments = (before ?? '').split(/\r?\n/).filter((line) => line.startsWith('#'));
    return { path, before, after: `${[...comments, ...lines.sort()].join('\n')}\n` };
  });
}
