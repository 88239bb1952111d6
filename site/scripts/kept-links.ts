// What the palette offers before anything is typed: the reader's favourites and what they read lately.

export interface KeptLink {
  /** Address from the site's root. */
  readonly url: string;
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
