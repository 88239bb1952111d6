// A CSV of contacts by reason and month, as telephony and ticketing tools export it → contacts a month by reason.
import { type Info, parse } from 'csv-parse/sync';
import { didYouMean } from '../config/schema-issue.ts';
import { Problem } from '../model/problem.ts';
import { quote } from '../model/quote.ts';
import type { Label, Wording } from '../model/wording.ts';
import { parseCount } from './parse-count.ts';

/** A line that was left out, and why. */
export interface VolumeWarning {
  readonly line: number;
  readonly wording: Wording;
}

export interface Volumes {
  /** Contacts a month by contact reason: the mean over the last twelve months that the file has. */
  readonly perMonth: ReadonlyMap<string, number>;
  /** In the order of the file; one for each unknown or ambiguous reason. */
  readonly warnings: readonly VolumeWarning[];
}

export interface VolumesOptions {
  /** The file's name, for messages. */
  readonly file: string;
  /** The contact reasons of the configuration. */
  readonly reasons: Readonly<Record<string, Label>>;
}

interface Row {
  readonly record: readonly string[];
  readonly info: Info;
}

const columnNames = {
  reason: ['reason', 'motif'],
  month: ['month', 'mois'],
  count: ['count', 'nombre', 'contacts'],
} as const;

type Columns = Readonly<Record<keyof typeof columnNames, number>>;

const delimiters = [',', ';', '\t'];

/** Months that the mean is taken over: a year evens the seasons out, and what is older says little. */
const monthsCounted = 12;

function fold(text: string): string {
  return text.trim().toLowerCase().normalize('NFC');
}

/** Where the three columns are in a header, or undefined where one is missing. */
function findColumns(header: readonly string[]): Columns | undefined {
  const names = header.map(fold);
  const at = (known: readonly string[]) => names.findIndex((name) => known.includes(name));
  const columns = {
    reason: at(columnNames.reason),
    month: at(columnNames.month),
    count: at(columnNames.count),
  };
  return Object.values(columns).includes(-1) ? undefined : columns;
}

/** Lines and their cells; quotes inside a cell that does not begin with one are taken as they are. */
function parseRows(text: string, delimiter: string, file: string): Row[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? Number(cause.lines) : 1;
    throw new Problem(
      {
        fr: 'Guillemet inattendu, attendu : un CSV dont chaque guillemet est refermé',
        en: 'Unexpected quote, expected a CSV in which every quote is closed',
      },
      `${file}:${line}`,
      cause,
    );
  }
}

/** The delimiter under which the first line names the three columns. Raises a `Problem` where there is none. */
function readHeader(text: string, file: string): { readonly delimiter: string; readonly columns: Columns } {
  // The header alone: a quote that stays open is told with the delimiter known.
  const header = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  for (const delimiter of delimiters) {
    const cells = header.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const columns = findColumns(cells);
    if (columns) return { delimiter, columns };
  }
  throw new Problem(
    {
      fr: `En-tête inattendu « ${quote(header)} », attendu : les colonnes motif, mois et nombre`,
      en: `Unexpected header \`${quote(header)}\`, expected the columns reason, month and count`,
    },
    `${file}:1`,
  );
}

/** `YYYY-MM` of a month written so, or as `MM/YYYY`; undefined for anything else. */
function parseMonth(text: string): string | undefined {
  const match = /^(?<y>\d{4})-(?<m>\d{1,2})$|^(?<m2>\d{1,2})\/(?<y2>\d{4})$/.exec(text.trim());
  const [year, month] = [match?.groups?.y ?? match?.groups?.y2, match?.groups?.m ?? match?.groups?.m2];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${year}-${month.padStart(2, '0')}`;
}

/** What a cell may call a reason: its key or one of its labels, in any case → the keys of the reasons that are called so. */
function nameReasons(reasons: VolumesOptions['reasons']): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const [key, label] of Object.entries(reasons)) {
    for (const name of new Set(Object.values(label).map(fold)))
      named.set(name, [...(named.get(name) ?? []), key]);
  }
  for (const key of Object.keys(reasons)) named.set(fold(key), [key]);
  return named;
}

function unexpected(found: string, fr: string, en: string): Wording {
  const text = quote(found);
  return {
    fr: `Valeur inattendue « ${text} », attendu : ${fr} ; ligne ignorée`,
    en: `Unexpected \`${text}\`, expected ${en}; line left out`,
  };
}

/** What a line counts, or why it counts for nothing. */
function readRow(
  record: readonly string[],
  columns: Columns,
): { readonly name: string; readonly month: string; readonly count: number } | Wording {
  const cell = (column: keyof Columns) => record[columns[column]] ?? '';
  const month = parseMonth(cell('month'));
  if (month === undefined)
    return unexpected(
      cell('month'),
      'un mois comme 2026-10 ou 10/2026',
      'a month such as 2026-10 or 10/2026',
    );
  const count = parseCount(cell('count'));
  if (count === undefined)
    return unexpected(
      cell('count'),
      'un nombre de contacts, de 0 à un milliard',
      'a number of contacts, from 0 to a billion',
    );
  return { name: cell('reason'), month, count };
}

/**
 * Reads the volumes in `text`. Lines of one reason and month add up (one per channel, say); a month in which a reason has no
 * line counts as none. Raises a `Problem` where no line can be used.
 */
export function parseVolumes(text: string, { file, reasons }: VolumesOptions): Volumes {
  const { delimiter, columns } = readHeader(text.replace(/^\uFEFF/, ''), file);
  const keys = nameReasons(reasons);
  const warnings: VolumeWarning[] = [];
  const unknown = new Set<string>();
  const months = new Set<string>();
  const known: { key: string; month: string; count: number }[] = [];
  for (const { record, info } of parseRows(text, delimiter, file).slice(1)) {
    const row = readRow(record, columns);
    if (!('month' in row)) {
      warnings.push({ line: info.lines, wording: row });
      continue;
    }
    months.add(row.month);
    const [key, ...others] = keys.get(fold(row.name)) ?? [];
    if (key !== undefined && others.length === 0) known.push({ ...row, key });
    else if (!unknown.has(fold(row.name))) {
      unknown.add(fold(row.name));
      const wording =
        key === undefined ? tellUnknown(row.name, reasons) : tellShared(row.name, [key, ...others]);
      warnings.push({ line: info.lines, wording });
    }
  }
  if (known.length === 0) {
    throw new Problem(
      {
        fr: `Aucune ligne utilisable, attendu : des motifs de kb.config.yaml, comme ${quote(Object.keys(reasons).join(', '))}`,
        en: `No line that can be used, expected reasons of kb.config.yaml, such as ${quote(Object.keys(reasons).join(', '))}`,
      },
      file,
    );
  }
  return { perMonth: averageMonths(known, months), warnings };
}

function tellUnknown(name: string, reasons: VolumesOptions['reasons']): Wording {
  const hint = didYouMean(name.trim(), Object.keys(reasons));
  return {
    fr: `Motif inconnu « ${quote(name)} »${hint.fr || ', attendu : un motif de kb.config.yaml'}`,
    en: `Unknown reason \`${quote(name)}\`${hint.en || ', expected one of kb.config.yaml'}`,
  };
}

/** In a tree of reasons several may be called "Other". */
function tellShared(name: string, keys: readonly string[]): Wording {
  const known = quote(keys.join(', '), 60);
  return {
    fr: `Libellé « ${quote(name)} » commun à plusieurs motifs, attendu : la clé de l’un d’eux (${known})`,
    en: `Unexpected label \`${quote(name)}\` of several reasons, expected the key of one of them (${known})`,
  };
}

function averageMonths(
  rows: readonly { readonly key: string; readonly month: string; readonly count: number }[],
  months: ReadonlySet<string>,
): Map<string, number> {
  const counted = new Set([...months].sort().slice(-monthsCounted));
  const sums = new Map<string, number>();
  for (const { key, month, count } of rows) {
    if (counted.has(month)) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return new Map([...sums].map(([key, sum]) => [key, sum / counted.size]));
}
