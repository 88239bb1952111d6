// Breaks text into lines for a terminal.
import stringWidth from 'string-width';

// French sets a space before `; : ? ! »` and after `«`: no line begins or ends there.
const breakable = /(?<!«) (?![;:?!»])/;

/** ASCII, Latin-1 and the punctuation of French: a column each, as far as terminals agree. */
const narrow = /^[ -~\u00A0-\u00AC\u00AE-\u00FF\u2010-\u2022\u2026\u202F\u20AC]*$/;

/** Columns that `text` takes on a terminal. */
export function columnsOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** `text` in lines of at most `width` columns, broken at ordinary spaces; a longer word keeps its own line. */
export function wrapText(text: string, width: number): string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(breakable)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
