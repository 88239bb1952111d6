// Seeded chance for the benchmarks: the same seed gives the same choices on every machine.

/**
 * A source of numbers in [0, 1): mulberry32 (public domain, Tommy Ettinger), good enough to choose words by.
 * @param {number} seed
 * @returns {() => number}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Choices made with one source of numbers.
 * @param {() => number} random
 */
export function createChoices(random) {
  /** A whole number from `least` to `most`, both included. */
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  /** One of `items`. */
  const pick = (items) => items[Math.floor(random() * items.length)];
  /** Whether something that happens in `share` of all cases happens now. */
  const chance = (share) => random() < share;
  return { between, pick, chance };
}

/**
 * Draws from `items`, the n-th with a weight of 1/n (Zipf's law, as words are used in prose).
 * @template Item
 * @param {readonly Item[]} items most frequent first
 * @param {() => number} random
 * @returns {() => Item}
 */
export function createZipf(items, random) {
  const sums = [];
  let total = 0;
  for (let rank = 1; rank <= items.length; rank++) {
    total += 1 / rank;
    sums.push(total);
  }
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low];
  };
}
