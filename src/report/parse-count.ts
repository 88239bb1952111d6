// Reads a number of contacts as French, English and German spreadsheets write it.

/** More contacts in a month than any team has: what is beyond is a mistake of the file. */
const mostContacts = 1_000_000_000;

const spaces = /[\s\u00A0\u202F'’]/gu;

/**
 * The number that `text` writes, or undefined where it is none, negative or beyond a billion.
 *
 * Spaces and apostrophes group digits. Of `.` and `,`, the last one marks decimals where both stand; one alone groups where
 * exactly three digits follow each (`1,234`, `1.234.567`), since contacts are counted whole, and marks decimals elsewhere (`12,5`).
 */
export function parseCount(text: string): number | undefined {
  const digits = text.trim().replace(spaces, '');
  if (!/^\d[\d.,]*$/.test(digits)) return undefined;
  const grouped = /^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+)$/.test(digits);
  const decimal = /^(\d[\d.,]*)[.,](\d+)$/.exec(digits);
  const [whole, fraction] = grouped || !decimal ? [digits, '0'] : [decimal[1] ?? '', decimal[2]];
  const mark = grouped || !decimal ? undefined : digits[whole.length];
  const plain =
    /^\d+$/.test(whole) || /^\d{1,3}(?:,\d{3})+$/.test(whole) || /^\d{1,3}(?:\.\d{3})+$/.test(whole);
  // The mark of the decimals cannot group as well.
  if (!plain || (mark !== undefined && whole.includes(mark))) return undefined;
  const count = Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
  return count <= mostContacts ? count : undefined;
}
