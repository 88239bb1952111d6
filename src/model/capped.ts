// The head of a list that may be long: no page may grow with the base.

/** The first items of a list, and how many are left out. */
export interface Capped<Item> {
  readonly shown: readonly Item[];
  readonly rest: number;
}

/** The first `most` of `items`. */
export function capAt<Item>(items: readonly Item[], most: number): Capped<Item> {
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}

/** The same head with each item made into another. */
export function mapCapped<From, To>({ shown, rest }: Capped<From>, make: (item: From) => To): Capped<To> {
  return { shown: shown.map(make), rest };
}
