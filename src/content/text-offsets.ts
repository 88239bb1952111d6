// Offsets in a file's text ↔ lines and columns.
import type { Place } from '../model/finding.ts';

/** The place of the characters from `start` to `end` (exclusive; `start` unless given), offsets in UTF-16 code units. */
export type PlaceAt = (start: number, end?: number) => Place;

/** A function that tells the places of offsets in `text`. Lines end with LF, CR LF or CR (CommonMark 0.31, section 2.1). */
export function placesIn(text: string): PlaceAt {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  const locate = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (start, end = start) => {
    const [from, to] = [locate(start), locate(end)];
    return { ...from, endLine: to.line, endColumn: to.column };
  };
}

/** The offset of a place's beginning in `text`; the end of the text where the place lies beyond it. */
export function offsetOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = /\r\n|\n|\r/g;
    end.lastIndex = start;
    const found = end.exec(text);
    if (!found) return text.length;
    start = end.lastIndex;
  }
  return Math.min(text.length, start + column - 1);
}
