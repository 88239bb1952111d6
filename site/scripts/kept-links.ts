// What the palette offers before anything is typed: the reader's favourites and what they read lately.
import { type ReadingEntry, readFavourites, readRecent } from './reading-list.ts';

/** An article by its address and the title that it had when it was kept. */
export type KeptLink = ReadingEntry;

export interface KeptLinks {
  readonly favourites: readonly KeptLink[];
  readonly recent: readonly KeptLink[];
}

/** What this browser has kept; empty lists where it keeps nothing. */
export function readKeptLinks(): KeptLinks {
  return { favourites: readFavourites(), recent: readRecent() };
}
