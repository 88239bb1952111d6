import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../src/report/formats/csv.ts';
import { hostileOptions, hostileReport, hostileTitles } from '../hostile-base.ts';

const text = formatCsv(hostileReport, hostileOptions);
const read = (delimiter: string) =>
  parse(text, { bom: true, delimiter, relax_quotes: true, relax_column_count: true }) as string[][];
const numbers = [
  'score',
  'daysLeft',
  'priority',
  'incomingLinks',
  'contactsPerMonth',
  'viewsPerMonth',
  'openFeedback',
];

/** Whether a spreadsheet could take a cell for a formula, whatever it passes over first. */
const isFormula = (cell: string) => /^[\s\p{Cf}"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell);

describe('the report as CSV', () => {
  it('is one line per article and one of names, ended as RFC 4180 asks, with the mark of UTF-8', () => {
    expect(text.startsWith('\uFEFFpriority,score,why,id,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    // No cell holds an end of line, so that a reader that knows no quotes counts right too.
    expect(text.split(/\r\n|\r|\n/)).toHaveLength(hostileReport.total + 2);
    const rows = read(',');
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });

  it('has no cell that acts, also where the system’s separator is a semicolon or a tab', () => {
    const [header = [], ...rows] = read(',');
    const words = header.flatMap((name, index) => (numbers.includes(name) ? [] : [index]));
    const cells = rows.flatMap((row) => words.map((index) => row[index] ?? ''));
    expect(cells.filter(isFormula)).toEqual([]);
    const others = [';', '\t', '|'].flatMap((delimiter) =>
      text.split(/\r\n/).flatMap((line) => line.split(delimiter)),
    );
    expect(others.filter(isFormula)).toEqual([]);
  });

  it('keeps negative numbers numbers, and words as they are but for an apostrophe before a formula', () => {
    const [header = [], ...rows] = read(',');
    const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');
    expect(column('daysLeft')).toContain('-14');
    const titles = column('title');
    expect(titles).toContain(`'${hostileTitles[2]}`);
    expect(titles).toContain("Colis; '=1+1".replace("; '", ";' "));
    expect(titles).toContain('</script></style></title><img src=x onerror=alert(1)>');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(titles.join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
  });
});
