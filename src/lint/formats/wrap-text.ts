// Breaks text into lines for a terminal.
import stringWidth from 'string-width';

// French sets a space before `; : ? ! »` and after `«`: no line begins or ends there.
const breakable = /(?<!«) (?![;:?!»])/;

/** `text` in lines of at most `width` columns, broken at ordinary spaces; a longer word keeps its own line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(breakable)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
