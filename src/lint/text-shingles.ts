// The words of a Markdown body as numbers, three by three: what near-duplicates are told by.

/** Words in a shingle: enough to tell sentences apart, few enough for one changed word to leave most of them whole. */
const shingleWords = 3;

/** Words of one text that are looked at; more is no article, and must not hold the others up. */
const mostWords = 20_000;

/** Bytes of ASCII that belong to words: 0–9, a–z. Capitals are folded before. */
const wordBytes = new Uint8Array(128);
for (const character of '0123456789abcdefghijklmnopqrstuvwxyz') wordBytes[character.charCodeAt(0)] = 1;

/** Letters, roughly: beyond ASCII all but Latin-1's signs, general punctuation, arrows, symbols, and CJK punctuation. */
function isWordUnit(unit: number): boolean {
  if (unit < 128) return wordBytes[unit] === 1;
  return (
    unit >= 0xc0 && (unit < 0x2000 || unit > 0x303f) && unit !== 0xd7 && unit !== 0xf7 && unit !== 0xfffc
  );
}

/** Spreads the bits of `hash`, so that its highest are as random as its lowest (the finaliser of MurmurHash3, public domain). */
function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The end of what readers never see at `at`: a comment, or the address of a link; `at` itself where nothing begins. */
function skipHidden(text: string, at: number, unit: number, commentsEnd: { none: boolean }): number {
  if (unit === 0x3c && !commentsEnd.none && text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    commentsEnd.none = end === -1;
    return end === -1 ? at : end + 3;
  }
  if (unit !== 0x5d || text.charCodeAt(at + 1) !== 0x28) return at;
  let end = at + 2;
  // `)`, a space or a line's end.
  while (end < text.length && text.charCodeAt(end) !== 0x29 && text.charCodeAt(end) > 0x20) end++;
  return end;
}

/** A 32-bit hash (FNV-1a over UTF-16 code units) of each visible word of `body`, in lower case. */
function hashWords(body: string): Uint32Array {
  const text = body.toLowerCase();
  const hashes = new Uint32Array(Math.min(mostWords, (text.length >> 1) + 1));
  const commentsEnd = { none: false };
  let count = 0;
  let hash = 0x811c9dc5;
  let inWord = false;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    if (isWordUnit(unit)) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      inWord = true;
      continue;
    }
    if (inWord) {
      hashes[count++] = hash;
      if (count === hashes.length) break;
      hash = 0x811c9dc5;
      inWord = false;
    }
    if (unit === 0x3c || unit === 0x5d) at = Math.max(at, skipHidden(text, at, unit, commentsEnd) - 1);
  }
  return hashes.subarray(0, count);
}

/**
 * Hashes (32 bits, the same on every machine) of the word triples in the visible text of `body`, Markdown without its
 * front matter; they may repeat. The text is not parsed: comments and addresses of links are left out by their marks.
 */
export function shingleText(body: string): Uint32Array {
  const words = hashWords(body);
  const shingles = new Uint32Array(Math.max(0, words.length - shingleWords + 1));
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0;
    for (let word = at; word < at + shingleWords; word++)
      hash = Math.imul(hash, 0x9e3779b1) + (words[word] as number);
    shingles[at] = spread(hash);
  }
  return shingles;
}
