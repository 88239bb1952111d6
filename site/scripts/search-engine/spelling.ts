// The nearest spellings of a word that no article holds.
import { foldAccents } from './words.ts';

/** Rows of the French keyboard: a neighbour is hit more easily than another key. */
const rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
/** What a French keyboard writes without its shift or with it: "livr2e" for "livrée". */
const accentDigits: Readonly<Record<string, string>> = { 2: 'e', 7: 'e', 9: 'c', 0: 'a' };
/** Letters that sound alike. */
const soundAlike = ['ck', 'cq', 'kq', 'cs', 'sz', 'iy', 'gj', 'ao', 'ae', 'ei', 'mn', 'xs'];

const nearKeys = new Set<string>();
for (const row of rows) {
  for (let at = 0; at + 1 < row.length; at++) nearKeys.add(`${row[at]}${row[at + 1]}`);
}

function sameEitherWay(pairs: (pair: string) => boolean, a: string, b: string): boolean {
  return pairs(a + b) || pairs(b + a);
}

/** Cost of `b` in the place of `a`, 1 at most. */
function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  if (accentDigits[a] === b || accentDigits[b] === a) return 0.3;
  if (sameEitherWay((pair) => soundAlike.includes(pair), a, b)) return 0.7;
  return sameEitherWay((pair) => nearKeys.has(pair), a, b) ? 0.8 : 1;
}

/**
 * How far apart two words without accents are: letters added, missing, replaced (1 each; a doubled letter, a neighbouring key and a
 * like sound cost less) or two neighbours in the wrong order (0.8). Gives up above `limit`, with infinity.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit / 0.6) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1] ?? '', b[j - 1] ?? ''];
      const missing = (row[j - 1] ?? 0) + (y === b[j - 2] ? 0.6 : 1);
      const added = (last[j] ?? 0) + (x === a[i - 2] ? 0.6 : 1);
      let cost = Math.min(missing, added, (last[j - 1] ?? 0) + swapCost(x, y));
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 0.8);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, row];
  }
  const distance = last[b.length] ?? 0;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** How much may differ: nothing in words of three letters or less, one change up to seven, two in longer ones. */
function limitFor(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The letters of `word`, one bit each from a to z. */
function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters that one word may have and the other not, by how much may differ; a quick look that spares most comparisons. */
const strayLetters = (limit: number) => (limit < 2 ? 2 : 3);

/** A word of the base and how common it is: in about 2 to the power of `commonness` articles. */
export interface KnownWord {
  readonly word: string;
  readonly folded: string;
  readonly commonness: number;
  readonly letters: number;
}

/** What is known of `word`, which is in about 2 to the power of `commonness` articles. */
export function describeWord(word: string, commonness: number): KnownWord {
  const folded = foldAccents(word);
  return { word, folded, commonness, letters: letterBits(folded) };
}

/** No more spellings of one word are looked for. */
const maxSpellings = 3;

/**
 * The words of `vocabulary` that are nearest to `word`, the likeliest first, at most three and all about equally near; none where
 * nothing is near. With `unfinished` the word may be the beginning of one.
 */
export function nearestSpellings(
  word: string,
  vocabulary: readonly KnownWord[],
  unfinished = false,
): readonly KnownWord[] {
  const typed = foldAccents(word);
  let limit = limitFor(typed.length);
  if (limit === 0 || /^\d+$/.test(typed)) return [];
  const letters = letterBits(typed);
  const stray = strayLetters(limit);
  const found: { known: KnownWord; distance: number }[] = [];
  const consider = (known: KnownWord, folded: string, handicap: number) => {
    const distance = spellingDistance(typed, folded, limit) + handicap;
    if (distance > limit) return;
    found.push({ known, distance });
    // Nothing much farther than the best is wanted any more.
    limit = Math.min(limit, distance + 0.3);
  };
  for (const known of vocabulary) {
    if (known.folded.length < 3 || countBits(letters & ~known.letters) > stray) continue;
    // People get the first letter right, most of the time.
    const handicap = known.folded[0] === typed[0] ? 0 : 0.25;
    if (countBits(known.letters & ~letters) <= stray) consider(known, known.folded, handicap);
    if (unfinished && typed.length >= 5 && known.folded.length > typed.length)
      consider(known, known.folded.slice(0, typed.length), handicap + 0.2);
  }
  return found
    .filter(({ distance }) => distance <= limit)
    .sort(
      (a, b) =>
        a.distance - b.distance - 0.1 * (a.known.commonness - b.known.commonness) ||
        (a.known.word < b.known.word ? -1 : 1),
    )
    .slice(0, maxSpellings)
    .map(({ known }) => known);
}
