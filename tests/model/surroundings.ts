// Where personal data stands in the texts of these tests, and how what was found is told.
import fc from 'fast-check';

/** A place among words, as a sentence, a cell, a link or a line of code gives it. */
export const surroundings = fc.constantFrom(
  ['Le client dicte ', ', puis raccroche.'],
  ['| Dossier | ', ' |'],
  ['`', '`'],
  ['(', ')'],
  ['', ''],
  ['« ', ' »'],
  ['Valeur :\n', '\nFin.'],
);

/** What a detector found, as written in the text. */
export function written(text: string, found: readonly { start: number; end: number }[]): string[] {
  return found.map(({ start, end }) => text.slice(start, end));
}
