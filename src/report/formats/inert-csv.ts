// Rows as CSV for a spreadsheet, in which no cell can act.
import { stringify } from 'csv-stringify/sync';
import { legible } from '../../model/legible.ts';

/** Signs with which a spreadsheet takes a cell for a formula, as wide as they come (CWE-1236). */
const formulaSigns = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

// Spaces and characters without width are passed over by some: what follows is the first sign all the same.
const formulaStart = new RegExp(`^(?=[\\s\\p{Cf}]*${formulaSigns})`, 'u');

// A spreadsheet whose system has another list separator cuts cells there, within quotes too.
const formulaAfterSeparator = new RegExp(`([;|])(?=["\\s\\p{Cf}]*${formulaSigns})`, 'gu');

/** `text` on one line, with an apostrophe before whatever a spreadsheet would take for a formula. */
function makeInert(text: string): string {
  return legible(text)
    .replace(/[\t\r\n]+/g, ' ')
    .replace(formulaStart, "'")
    .replace(formulaAfterSeparator, "$1'");
}

/** A header of `columns`, then one line for each of `rows`. */
export function formatInertCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, unknown>>[],
): string {
  return stringify([...rows], {
    // The mark by which Excel knows UTF-8.
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: '\r\n',
    cast: { string: makeInert },
  });
}
