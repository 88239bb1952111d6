// Pagefind as a plain index of texts: which articles hold a word, and where. Articles go by their numbers in the lexicon.
import type { EngineParts } from './engine.ts';
import type { TextMatches } from './rank.ts';
import type { SearchFilters } from './types.ts';
import type { FoundPage, PageData, PagefindHost } from './vendor.ts';

export interface TextIndex {
  /** The articles with a form of `word`, or a longer word that begins with it. */
  readonly find: (word: string) => Promise<TextMatches>;
  /** The articles that have one of the wanted values of each filter; undefined where nothing is filtered. */
  readonly passing: (filters: SearchFilters) => Promise<ReadonlySet<number> | undefined>;
  readonly read: (article: number) => Promise<PageData>;
}

/** What was found and read is kept for the next keystroke: more words than a query may have, more pages than a list shows. */
const keptAnswers = 100;

/** `ask`, with its last answers kept. What failed may be asked for again; who waits for it is told. */
function keepAnswers<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const kept = new Map<Key, Promise<Answer>>();
  return (key) => {
    const answer = kept.get(key) ?? ask(key);
    // The last one asked for is the last one to go.
    kept.delete(key);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > keptAnswers && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}

/** The name by which Pagefind sorts pages: their address. See site/components/search-data.tsx. */
const sortByAddress = { url: 'asc' } as const;

/** Pagefind's surroundings: files come from `readIndexFile`, and what it would merely print as an error is kept in `failures`. */
function makeHost(
  readIndexFile: EngineParts['readIndexFile'],
  lang: string,
  failures: unknown[],
): PagefindHost {
  return {
    async fetch(url) {
      const bytes = await readIndexFile(url.replace(/^\//, '').replace(/\?.*$/, ''));
      return {
        ok: true,
        json: async () => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
        arrayBuffer: async () => bytes,
      };
    },
    console: { log: () => {}, warn: () => {}, error: (message) => failures.push(message) },
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => lang }) },
  };
}

function vendorFilters(filters: SearchFilters): Record<string, { any: readonly string[] }> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, { any: values }]),
  );
}

/** Loads the index of one language, which has to hold `articles` articles. Rejects when it does not, or can't be loaded. */
export async function createTextIndex(
  { createPagefind, readIndexFile, lang }: EngineParts,
  articles: number,
): Promise<TextIndex> {
  const failures: unknown[] = [];
  const pagefind = createPagefind(makeHost(readIndexFile, lang, failures)).createInstance({
    basePath: '/',
    noWorker: true,
    ranking: { metaWeights: {} },
  });

  /** Runs `work`; what Pagefind swallowed meanwhile becomes a rejection, so that half an index never looks like a whole one. */
  async function strictly<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = failures.length;
    const result = await work();
    if (failures.length > before) throw new Error(String(failures.at(-1)));
    return result;
  }

  // Pagefind names pages by hashes; their order by address is the lexicon's. It also answers this first search only when all is loaded.
  const { results: pages } = await strictly(() =>
    pagefind.search(null, { filters: {}, sort: sortByAddress }),
  );
  if (pages.length !== articles)
    throw new Error(`Unexpected ${pages.length} pages in the index, expected ${articles}`);
  const numbers = new Map(pages.map(({ id }, number) => [id, number]));

  const toMatches = (results: readonly FoundPage[]): TextMatches =>
    new Map(results.map(({ id, words }) => [numbers.get(id) ?? -1, words]));

  return {
    find: keepAnswers(async (word: string) => {
      const { results } = await strictly(() => pagefind.search(word, { filters: {} }));
      return toMatches(results);
    }),
    passing: async (filters) => {
      const wanted = vendorFilters(filters);
      if (Object.keys(wanted).length === 0) return undefined;
      const { results } = await strictly(() => pagefind.search(null, { filters: wanted }));
      return new Set(results.map(({ id }) => numbers.get(id) ?? -1));
    },
    read: keepAnswers(async (article: number) => {
      const page = pages[article];
      if (page === undefined) throw new Error(`Unexpected article number ${article}`);
      return strictly(() => page.data());
    }),
  };
}
