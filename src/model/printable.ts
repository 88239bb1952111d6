// Makes text from content safe to show on a terminal.

// C0 and C1 controls, line separators, and the invisible bidirectional controls that can reorder a line (Unicode TR 36).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this expression is for
const unprintable = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** `text` on one line: control and bidirectional characters are shown as `�`, tabs and line ends as a space. */
export function printable(text: string): string {
  return text.replace(/\r\n?|\n|\t/g, ' ').replace(unprintable, '\uFFFD');
}
