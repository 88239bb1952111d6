// What changed between two texts, word by word, with long stretches that stayed the same left out.

export interface WordPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words of an unchanged stretch that are shown on either side of a change. */
const context = 6;

/** Lengths of the longest common subsequences of what is left of both texts: word by word, a text of 4,000 characters has some 700. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const [row, below] = [rows[i], rows[i + 1]];
      if (!row || !below) continue;
      row[j] = one[i] === other[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

/** The parts in the order in which they are read; what was removed comes before what was added in its place. */
export function diffWords(before: string, after: string): readonly WordPart[] {
  const [one, other] = [before, after].map((text) => text.split(/\s+/).filter((word) => word !== ''));
  if (!one || !other) return [];
  const rows = commonLengths(one, other);
  const runs: { kind: WordPart['kind']; words: string[] }[] = [];
  const add = (kind: WordPart['kind'], word: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [left, right] = [one[i], other[j]];
    if (left !== undefined && left === right) {
      add('same', left);
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))
    ) {
      add('removed', left);
      i++;
    } else if (right !== undefined) {
      add('added', right);
      j++;
    }
  }
  return runs.map(({ kind, words }, place) => ({
    kind,
    text: (kind === 'same' ? shorten(words, place > 0, place < runs.length - 1) : words).join(' '),
  }));
}

/** The ends of a stretch that touch a change. */
function shorten(words: readonly string[], hasBefore: boolean, hasAfter: boolean): readonly string[] {
  const [head, tail] = [hasBefore ? context : 0, hasAfter ? context : 0];
  if (words.length <= head + tail + 1) return words;
  return [...words.slice(0, head), '…', ...(tail > 0 ? words.slice(-tail) : [])];
}
