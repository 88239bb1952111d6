// The search engine: Pagefind's own, asked in several ways, the same in a browser on http://, on file:// and in Node.
import { excerptHtml } from './excerpt.ts';
import { putNamedFirst, type RankedPage, rankingWeights, rankPages } from './rank.ts';
import type { SearchEngine, SearchFilters, SearchHit } from './types.ts';
import type { CreatePagefind, FoundPage, Pagefind, PagefindHost } from './vendor.ts';
import { queryWords } from './words.ts';

/** Reads one file of the index; the path counts from the index's folder. Rejects when it can't. */
export type ReadIndexFile = (path: string) => Promise<Uint8Array>;

export interface EngineParts {
  readonly createPagefind: CreatePagefind;
  readonly readIndexFile: ReadIndexFile;
  readonly lang: string;
}

/** The file with which an index begins: its languages and the names of their files. */
export const entryFile = 'pagefind-entry.json';

/** Language → number of pages, from the index's entry file. Throws on anything that is not one. */
export function parseEntry(bytes: Uint8Array): Readonly<Record<string, number>> {
  const entry: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const languages = (entry as { languages?: unknown } | null)?.languages;
  if (typeof languages !== 'object' || languages === null)
    throw new Error(`Unexpected content of ${entryFile}`);
  return Object.fromEntries(
    Object.entries(languages as Record<string, { page_count?: unknown } | null>).map(([lang, index]) => [
      lang,
      Number(index?.page_count ?? 0),
    ]),
  );
}

/** The language to search for a reader of `lang`: itself, its main language (`fr` for `fr-CA`), else the one with most pages. */
function pickLanguage(pages: Readonly<Record<string, number>>, lang: string): string | undefined {
  const exact = lang.toLowerCase(); // As Pagefind writes it.
  const main = exact.split('-')[0] ?? exact;
  const largest = Object.entries(pages).sort(([, a], [, b]) => b - a)[0]?.[0];
  return [exact, main].find((candidate) => pages[candidate] !== undefined) ?? largest;
}

/** Pagefind's surroundings: files come from `readIndexFile`, and what it would merely print as an error is kept in `failures`. */
function makeHost(readIndexFile: ReadIndexFile, lang: string, failures: unknown[]): PagefindHost {
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

async function toHit({ page, score, words }: RankedPage<FoundPage>): Promise<SearchHit> {
  const { raw_url, content, meta, filters } = await page.data();
  const title = meta.title ?? '';
  return {
    url: raw_url.replace(/^\/+/, ''),
    title,
    excerptHtml: excerptHtml(content, words, title),
    meta,
    filters,
    score,
  };
}

async function readHits(
  whole: readonly FoundPage[],
  perWord: readonly (readonly FoundPage[])[],
  query: string,
  lang: string,
): Promise<SearchHit[]> {
  return putNamedFirst(await Promise.all(rankPages(whole, perWord).map(toHit)), query, lang);
}

/** Asks for all telling words of the query together and for each alone, and reads the best pages. */
async function find(
  pagefind: Pagefind,
  lang: string,
  query: string,
  filters: SearchFilters = {},
): Promise<SearchHit[]> {
  const options = { filters: vendorFilters(filters) };
  const ask = async (words: readonly string[]) => (await pagefind.search(words.join(' '), options)).results;
  const { telling } = queryWords(query, lang);
  if (telling.length < 2) return readHits(await ask(telling), [], query, lang);
  const perWord = await Promise.all(telling.map((word) => ask([word])));
  const known = telling.filter((_, index) => perWord[index]?.length !== 0);
  return readHits(await ask(known), perWord, query, lang);
}

/** Starts the engine on one index and one language. Rejects when the index or its WebAssembly can't be loaded. */
export async function startEngine({
  createPagefind,
  readIndexFile,
  lang: wanted,
}: EngineParts): Promise<SearchEngine> {
  const language = pickLanguage(parseEntry(await readIndexFile(entryFile)), wanted);
  // An index of no page has no language and nothing to load.
  if (language === undefined)
    return { lang: wanted, search: async () => ({ hits: [], unknown: [], corrected: [] }) };
  const failures: unknown[] = [];
  const pagefind = createPagefind(makeHost(readIndexFile, language, failures)).createInstance({
    basePath: '/',
    noWorker: true,
    ranking: rankingWeights,
  });

  /** Runs `work`; what Pagefind swallowed meanwhile becomes a rejection, so that half an index never looks like a whole one. */
  async function strictly<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = failures.length;
    const result = await work();
    if (failures.length > before) throw new Error(String(failures.at(-1)));
    return result;
  }

  // Pagefind answers its first search when everything has been loaded, or rejects it.
  await strictly(() => pagefind.search('', { filters: {} }));
  return {
    lang: language,
    search: async (query, filters) => ({
      hits: await strictly(() => find(pagefind, language, query, filters)),
      unknown: [],
      corrected: [],
    }),
  };
}
