// Readies a diagram's labels for drawing: no HTML in them, and French punctuation that stays with its word.

/** Stands for an unbreakable space while Mermaid measures and breaks lines, which it does at every kind of space: about as wide, and none to it. */
const joint = '˙';
const labels = /"[^"]*"|(?<!@)[[({|][^[\](){}|"\n]*[\])}|]/g;
const spaces = '[ \\u00a0\\u202f]+';
const boundSpaces = new RegExp(`${spaces}(?=[?!:;»€%])|(?<=«)${spaces}|[\\u00a0\\u202f]`, 'g');
const tags = /<(?!br\b)\/?[a-z][^<>]*>/gi;
const numericReferences = /&#(x[\da-f]+|\d+);/gi;

export interface PreparedSource {
  readonly source: string;
  /** Puts unbreakable spaces where the joints are in what Mermaid drew. */
  readonly restore: (drawing: string) => string;
}

/**
 * The diagram without HTML tags in its labels but `<br>` (Mermaid would draw them letter by letter), with a joint before `? ! : ; » € %`,
 * after `«` and for every unbreakable space there.
 */
export function prepareLabels(source: string): PreparedSource {
  // Mermaid writes a character by its number as `#233;`, and trips over HTML's `&#233;`.
  const number = (_: string, code: string) => `#${Number(code.replace(/^x/i, '0x'))};`;
  const prepared = source.replace(labels, (label) =>
    label.replace(tags, '').replace(numericReferences, number),
  );
  if (source.includes(joint)) return { source: prepared, restore: (drawing) => drawing };
  return {
    source: prepared.replace(labels, (label) => label.replace(boundSpaces, joint)),
    restore: (drawing) => drawing.replaceAll(joint, '\u00a0'),
  };
}
