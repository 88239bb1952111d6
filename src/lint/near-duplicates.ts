// Finds texts that say nearly the same: MinHash sketches, put into bands, name candidates; only those are compared in full.
// Broder, "On the resemblance and containment of documents" (1997); one permutation as in Li, Owen and Zhang (2012).

/** A text to compare, as the hashes of its shingles; see `shingleText`. */
export type Shingles = Uint32Array;

export interface NearDuplicate {
  /** Index of the earlier text. */
  readonly earlier: number;
  /** Shingles that both have, in percent of those that either has, rounded down. */
  readonly share: number;
}

/** 128 bins of a sketch, in 32 bands of 4: a pair with 80 % in common shares no band once in twenty million. */
const bins = 128;
const binBits = 7;
const rows = 4;

/** How far the estimate of a pair may fall short of the threshold: four standard deviations of a sketch of 128 bins. */
const slack = 0.15;

/** Of one text's candidates, those that are looked at more closely, and compared in full: the likeliest first. */
const mostEstimates = 64;
const mostComparisons = 12;

const empty = 0xffffffff;

/** The least hash in each bin; an empty bin borrows from the next one that is not (Shrivastava and Li, 2014). */
function sketch(shingles: Shingles): Uint32Array {
  const least = new Uint32Array(bins).fill(empty);
  for (const hash of shingles) {
    const bin = hash >>> (32 - binBits);
    const value = hash & (0xffffffff >>> binBits);
    if (value < (least[bin] as number)) least[bin] = value;
  }
  const filled = least.slice();
  for (let bin = 0; bin < bins; bin++) {
    for (let step = 1; filled[bin] === empty && step < bins; step++) {
      const value = least[(bin + step) % bins] as number;
      // A borrowed value is marked with its distance: it must not match one that stands there in its own right.
      if (value !== empty) filled[bin] = (value + step * 0x2000000) >>> 0;
    }
  }
  return filled;
}

/** A key for each band of a sketch. */
function* bandKeys(values: Uint32Array): Iterable<number> {
  for (let start = 0; start < bins; start += rows) {
    let key = start;
    for (let row = start; row < start + rows; row++)
      key = Math.imul(key ^ (values[row] as number), 0x9e3779b1) ^ (key >>> 15);
    yield (key >>> 0) * (bins / rows) + start / rows;
  }
}

/** The part of the bins on which two sketches agree. */
function estimate(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let bin = 0; bin < bins; bin++) if (a[bin] === b[bin]) same++;
  return same / bins;
}

function distinct(shingles: Shingles): Shingles {
  const sorted = shingles.slice().sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  return sorted.subarray(0, count);
}

/** Elements that two sorted sets have in common, and those that either has. */
function compare(a: Shingles, b: Shingles): { readonly common: number; readonly all: number } {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { common, all: a.length + b.length - common };
}

/** Indexes below `end` of the highest counts in `counts`, none of them 0, at most `most`; of equal ones, the lower. */
function highest(counts: Uint8Array, end: number, most: number): number[] {
  const histogram = new Uint32Array(256);
  for (let index = 0; index < end; index++) (histogram[counts[index] as number] as number)++;
  let least = 256;
  let above = 0;
  while (least > 1 && above < most) {
    least--;
    above += histogram[least] as number;
  }
  let spare = most - (above - (histogram[least] ?? 0));
  const found: number[] = [];
  for (let index = 0; index < end; index++) {
    const count = counts[index] as number;
    if (count > least || (count === least && spare-- > 0)) found.push(index);
  }
  return found;
}

/** For one sketch after the other: the earlier ones that share the most bands with it. */
function createCandidateSearch(sketches: readonly Uint32Array[]): (later: number) => number[] {
  const bands = new Map<number, number[]>();
  const shared = new Uint8Array(sketches.length);
  return (later) => {
    shared.fill(0, 0, later);
    for (const key of bandKeys(sketches[later] as Uint32Array)) {
      const group = bands.get(key);
      if (group) {
        for (const earlier of group) (shared[earlier] as number)++;
        group.push(later);
      } else bands.set(key, [later]);
    }
    return highest(shared, later, mostEstimates);
  };
}

/**
 * For each of `texts` the earlier one that is likest to it, where they have at least `threshold` percent of their
 * shingles in common (Jaccard index) and `comparable` lets the pair count; the first one where several are as alike.
 */
export function findNearDuplicates(
  texts: readonly Shingles[],
  threshold: number,
  comparable: (earlier: number, later: number) => boolean = () => true,
): (NearDuplicate | undefined)[] {
  const sketches = texts.map(sketch);
  const sets = new Map<number, Shingles>();
  const setOf = (index: number): Shingles => {
    const set = sets.get(index) ?? distinct(texts[index] as Shingles);
    sets.set(index, set);
    return set;
  };
  const findCandidates = createCandidateSearch(sketches);
  return sketches.map((own, later) => {
    if (texts[later]?.length === 0) return undefined;
    const likely = findCandidates(later)
      .filter((earlier) => comparable(earlier, later))
      .map((earlier) => ({ earlier, likeness: estimate(sketches[earlier] as Uint32Array, own) }))
      .filter(({ likeness }) => likeness >= threshold / 100 - slack)
      .sort((a, b) => b.likeness - a.likeness || a.earlier - b.earlier)
      .slice(0, mostComparisons);
    let best: { earlier: number; common: number; all: number } | undefined;
    for (const { earlier } of likely) {
      const { common, all } = compare(setOf(earlier), setOf(later));
      if (common * 100 < threshold * all) continue;
      if (!best || common * best.all > best.common * all) best = { earlier, common, all };
    }
    return best && { earlier: best.earlier, share: Math.floor((100 * best.common) / best.all) };
  });
}
