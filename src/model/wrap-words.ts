// Breaks text into lines, wherever it is shown.

// French sets a space before `; : ? ! »` and after `«`: no line begins or ends there.
const breakable = /(?<!«) (?![;:?!»])/;

/** `text` in lines of at most `width` columns as `columnsOf` counts them, broken at ordinary spaces; a longer word keeps its own line. */
export function wrapWords(text: string, width: number, columnsOf: (text: string) => number): string[] {
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
