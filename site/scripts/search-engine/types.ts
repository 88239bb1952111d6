// What the search offers to a page or a command, whatever the engine underneath.

/** One article that answers a query. */
export interface SearchHit {
  /** Address from the site's root, such as `fr/some-id.html`. */
  readonly url: string;
  /** Plain text: set it as text, not as HTML. */
  readonly title: string;
  /** Some 30 words around the matches. Safe HTML: `<mark>` is the only tag, everything else is escaped. */
  readonly excerptHtml: string;
  /** What the page says of itself in `data-pagefind-meta`, as plain text. */
  readonly meta: Readonly<Record<string, string>>;
  /** What the page says of itself in `data-pagefind-filter`, as plain text. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Compares hits of one query only; more is better. */
  readonly score: number;
  /** A question or an answer of the article's flowchart that the query met, as plain text. */
  readonly matched?: MatchedFlowText | undefined;
}

export interface MatchedFlowText {
  readonly kind: 'question' | 'answer';
  readonly text: string;
}

/** A word that was looked for in another spelling, or as a synonym, because nothing held it. */
export interface CorrectedWord {
  readonly typed: string;
  readonly used: string;
}

/** A contact reason that the query names. */
export interface FoundReason {
  /** Address of its page from the site's root. */
  readonly url: string;
  /** Plain text. */
  readonly label: string;
}

/** What the engine has to say to a query. */
export interface SearchAnswer {
  /** Best first, at most `maxHits`. */
  readonly hits: readonly SearchHit[];
  /** Words of the query that no article holds and that nothing near replaces: they were dropped. As typed. */
  readonly unknown: readonly string[];
  readonly corrected: readonly CorrectedWord[];
  /** The whole query in its nearest spelling, where that differs from what was typed and finds something. */
  readonly suggestion?: string | undefined;
  /** The contact reasons that the query names, the most precisely named first; absent where it names none. */
  readonly reasons?: readonly FoundReason[] | undefined;
}

/** Filter → the values of which a page must have at least one; a filter without values lets every page pass. */
export type SearchFilters = Readonly<Record<string, readonly string[]>>;

export interface SearchEngine {
  /** Language of the index that answers: the one asked for, else the site's largest. */
  readonly lang: string;
  /** Rejects when a part of the index can't be read, never answers with less instead. */
  search(query: string, filters?: SearchFilters): Promise<SearchAnswer>;
}
