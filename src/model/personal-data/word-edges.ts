// Whether what was found stands alone or is a piece of a longer word, number or name of a file.

const wordEnd = /[\p{L}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{N}_]/u;
/** `REF-` or `files/`: what follows is a part of that name. */
const nameEnd = /[\p{L}_][-/]$|\d[-.,]$|\+$/u;

/** Whether a word or a name runs into `start` from the left. */
export function isGluedBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return wordEnd.test(before) || nameEnd.test(before);
}

/** Whether a word runs on after `end`. */
export function isGluedAfter(text: string, end: number): boolean {
  return wordStart.test(text.slice(end, end + 2));
}
