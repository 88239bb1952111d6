// Cuts what a message quotes from an article, so that the message stays on one short line.

/** `text` on one line of at most `most` characters (UTF-16 code units), with `…` where something was cut. */
export function quote(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  // Half of a surrogate pair would be no character.
  return `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
