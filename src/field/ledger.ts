// Ledgers: text files of one fact a line, one file a month, sorted. Git merges them line by line, and nothing counts twice.
import path from 'node:path';
import { readText } from '../content/read-text.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import type { Wording } from '../model/wording.ts';
import { type FieldProblem, listFieldFiles } from './list-field-files.ts';

/** What one kind of ledger holds. */
export interface LedgerKind<Entry extends { readonly on: IsoDate }> {
  /** Below the base's root. */
  readonly folder: string;
  /** The entry that a line says; undefined for a line that says none. */
  readonly parse: (line: string) => Entry | undefined;
  /** The one line that says `entry`. */
  readonly render: (entry: Entry) => string;
  /** Entries of one identity are one fact. */
  readonly identify: (entry: Entry) => string;
  /** What a line holds, in words that complete "expected …". */
  readonly expected: Wording;
}

export interface Ledger<Entry> {
  /** Each fact once, in the order of files and lines. */
  readonly entries: readonly Entry[];
  readonly problems: readonly FieldProblem[];
  /** Path → text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A file as it was read and as it will be; `before` is undefined for a new one. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Reads every file of a ledger. Empty lines and lines that begin with `#` are a person's own. */
export async function readLedger<Entry extends { readonly on: IsoDate }>(
  root: string,
  kind: LedgerKind<Entry>,
): Promise<Ledger<Entry>> {
  const { paths, problems: refused } = await listFieldFiles(root, kind.folder, '.txt');
  const problems: FieldProblem[] = [...refused];
  const texts = new Map<string, string>();
  const entries = new Map<string, Entry>();
  for (const file of paths) {
    const read = readText(path.join(root, file));
    if (!read.ok) {
      problems.push({ ...read.problem, path: file });
      continue;
    }
    texts.set(file, read.text);
    for (const [index, line] of read.text.split(/\r?\n/).entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const entry = kind.parse(line);
      const wording = {
        fr: `Ligne inattendue, attendu : ${kind.expected.fr}`,
        en: `Unexpected line, expected ${kind.expected.en}`,
      };
      if (entry === undefined) problems.push({ path: file, line: index + 1, column: 1, wording });
      else if (!entries.has(kind.identify(entry))) entries.set(kind.identify(entry), entry);
    }
  }
  return { entries: [...entries.values()], problems, texts };
}

export interface LedgerPlan<Entry> {
  /** The entries that the ledger did not hold, each once. */
  readonly added: readonly Entry[];
  readonly changes: readonly FileChange[];
}

/**
 * Plans to add `entries`. Pure. Raises a `Problem` where a file to be written holds a line that nobody understands, such as
 * the marks of a merge that is not done.
 */
export function planLedger<Entry extends { readonly on: IsoDate }>(
  ledger: Ledger<Entry>,
  kind: LedgerKind<Entry>,
  entries: readonly Entry[],
): LedgerPlan<Entry> {
  const known = new Set(ledger.entries.map(kind.identify));
  const added: Entry[] = [];
  for (const entry of entries) {
    if (known.has(kind.identify(entry))) continue;
    known.add(kind.identify(entry));
    added.push(entry);
  }
  const byFile = new Map<string, Entry[]>();
  for (const entry of added) {
    const file = `${kind.folder}/${entry.on.slice(0, 7)}.txt`;
    const fresh = byFile.get(file) ?? [];
    fresh.push(entry);
    byFile.set(file, fresh);
  }
  const changes = [...byFile].map(([file, fresh]): FileChange => {
    const problem = ledger.problems.find(({ path }) => path === file);
    if (problem) throw new Problem(problem.wording, `${file}:${problem.line}:${problem.column}`);
    const before = ledger.texts.get(file);
    const lines = (before ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
    const comments = lines.filter((line) => line.startsWith('#'));
    const facts = new Set([...lines.filter((line) => !line.startsWith('#')), ...fresh.map(kind.render)]);
    return { path: file, before, after: `${[...comments, ...[...facts].sort()].join('\n')}\n` };
  });
  return { added, changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
