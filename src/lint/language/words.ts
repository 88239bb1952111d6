// Words: what stands between spaces and marks, with its inner apostrophes, hyphens, points and slashes.

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const joiners = "'’-‐‑.,/&@_+";

/** By character code, for the letters of our languages: 1 in a word, 2 between two parts of one. Every word of a base passes here. */
const kinds = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (wordCharacter.test(character)) return 1;
  return joiners.includes(character) ? 2 : 0;
});

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x250) return kinds[code] as number;
  // Of the marks above, only these join; most of them are the curved apostrophe.
  if (code === 0x2019 || code === 0x2010 || code === 0x2011) return 2;
  return wordCharacter.test(text[at] ?? '') ? 1 : 0;
}

/** The index after the word that begins at `start`. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === 1) at++;
    else if (kind === 2 && kindAt(text, at + 1) === 1) at += 2;
    else return at;
  }
}

/**
 * Calls `take` with the beginning and the end (exclusive) of each word of `text` from `from` to `to`. « l’article », « porte-t-il » and "12.50"
 * are one word each, as a word processor counts; code, pictures and addresses (`inlineObject`) are none.
 */
export function eachWord(
  text: string,
  take: (start: number, end: number) => void,
  from = 0,
  to = text.length,
): void {
  for (let at = from; at < to; at++) {
    if (kindAt(text, at) !== 1) continue;
    const end = wordEnd(text, at);
    take(at, end);
    at = end;
  }
}

/** How many words `text` has from `from` to `to`. */
export function countWords(text: string, from = 0, to = text.length): number {
  let count = 0;
  eachWord(text, () => count++, from, to);
  return count;
}

/** Whether `text` has a word from `from` to `to`. */
export function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (kindAt(text, at) === 1) return true;
  return false;
}
