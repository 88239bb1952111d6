// The part of Pagefind 1.6's browser module that the engine uses, and what that module gets in place of the browser's globals.

/** One page that Pagefind found. */
export interface FoundPage {
  /** Pagefind's own name of the page: language and content hash. */
  readonly id: string;
  /** Places of the matched words, counted in words of the page's text. */
  readonly words: readonly number[];
  data(): Promise<PageData>;
}

export interface PageData {
  readonly raw_url: string;
  /** The page's text, unescaped. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface RankingWeights {
  readonly metaWeights: Readonly<Record<string, number>>;
}

export interface Pagefind {
  search(
    /** Every page where it is null. */
    term: string | null,
    options: {
      readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>>;
      /** Only pages that have this sort key are found then, in its order. */
      readonly sort?: Readonly<Record<string, 'asc'>>;
    },
  ): Promise<{ readonly results: readonly FoundPage[] }>;
}

/** What Pagefind calls in place of the globals of the same names. */
export interface PagefindHost {
  fetch(url: string): Promise<{ ok: boolean; json(): Promise<unknown>; arrayBuffer(): Promise<Uint8Array> }>;
  readonly console: Readonly<Record<'log' | 'warn' | 'error', (message: unknown) => void>>;
  readonly document: { readonly currentScript: null; querySelector(): { getAttribute(): string } };
}

/** The function that `pagefind/engine.js` defines (made by scripts/bundle-search.mjs); each call starts an engine of its own. */
export type CreatePagefind = (host: PagefindHost) => {
  createInstance(options: { basePath: string; noWorker: true; ranking: RankingWeights }): Pagefind;
};
