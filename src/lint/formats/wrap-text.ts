// Breaks text into lines for a terminal.
import stringWidth from 'string-width';
import { wrapWords } from '../../model/wrap-words.ts';

/** ASCII, Latin-1 and the punctuation of French: a column each, as far as terminals agree. */
const narrow = /^[ -~\u00A0-\u00AC\u00AE-\u00FF\u2010-\u2022\u2026\u202F\u20AC]*$/;

/** Columns that `text` takes on a terminal. */
export function columnsOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** `text` in lines of at most `width` columns, broken at ordinary spaces; a longer word keeps its own line. */
export function wrapText(text: string, width: number): string[] {
  return wrapWords(text, width, columnsOf);
}
