// What the palette offers before anything is typed: the reader's favourites and what they read lately.

/** An article by its address and the title that it had when it was kept. */
export interface KeptLink {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
}

export interface KeptLinks {
  readonly favourites: readonly KeptLink[];
  readonly recent: readonly KeptLink[];
}

/** What this browser has kept; empty lists where it keeps nothing. */
export function readKeptLinks(): KeptLinks {
  return { favourites: [], recent: [] };
}
