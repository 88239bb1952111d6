// Blanks what writers say in a diagram, so that what is left is Mermaid's own words and node ids.

/** `text` with its comments, strings and labels blanked, every offset and line end kept. */
export function blankLabels(text: string): string {
  return replaceLabels(text, (part) => part.replace(/[^\n]/g, ' '));
}

/** The same with the line ends inside strings and labels blanked too: a line of the result is a line of statements. */
export function blankLabelLines(text: string): string {
  return replaceLabels(text, (part) => ' '.repeat(part.length));
}

function replaceLabels(text: string, blank: (part: string) => string): string {
  return text
    .replace(/^[^\S\n]*%%.*$/gm, blank)
    .replace(/"[^"]*"/g, (string) => `"${blank(string.slice(1, -1))}"`)
    .replace(/[[({|][^[\](){}|"]*[\])}|]/g, (label) => blank(label));
}
