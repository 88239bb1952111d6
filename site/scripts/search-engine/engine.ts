// The search engine: Pagefind's full text and the lexicon's names in one ranked list, the same on http://, on file:// and in Node.
import { excerptHtml } from './excerpt.ts';
import { findReasons } from './find-reasons.ts';
import { findFlowMatch } from './flow-text.ts';
import { type Lexicon, lexiconFile, parseLexicon } from './lexicon.ts';
import { createNameIndex } from './names.ts';
import { planQuery, type QueryWorld } from './plan-query.ts';
import { questionKinds } from './question-kinds.ts';
import {
  compareRanked,
  type RankedArticle,
  type RankedBase,
  rankArticles,
  scoreWord,
  type TextMatches,
  type WordScores,
} from './rank.ts';
import { createStemmer } from './stems.ts';
import { readSynonyms } from './synonyms.ts';
import { createTextIndex, type TextIndex } from './text-index.ts';
import type { SearchAnswer, SearchEngine, SearchFilters, SearchHit } from './types.ts';
import type { CreatePagefind } from './vendor.ts';
import { createVocabulary } from './vocabulary.ts';
import { isStopWord } from './words.ts';

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

/** What the engine knows once everything has been loaded. */
interface Loaded {
  readonly lexicon: Lexicon;
  readonly text: TextIndex;
  readonly base: RankedBase;
  readonly world: QueryWorld;
}

function prepare(lexicon: Lexicon, text: TextIndex, lang: string): Loaded {
  const stem = createStemmer(lang);
  const { articles, reasons } = lexicon;
  return {
    lexicon,
    text,
    base: {
      names: createNameIndex(articles, stem, reasons),
      lengths: articles.map(({ length }) => length),
      titleLengths: articles.map(({ title }) => title.trim().split(/\s+/).length),
      questions: articles.map(({ title }) => questionKinds(title, lang)),
    },
    world: {
      lang,
      stem,
      vocabulary: createVocabulary(lexicon.words, stem),
      synonyms: readSynonyms(lexicon.synonyms, lang, stem),
    },
  };
}

/** What a question or an answer of a flowchart that the query meets counts, beside 1 for the same words in the text. */
const flowWeight = 1;

/** A word that is looked for, what it counts, and where it stands. */
interface AskedWord {
  readonly stem: string;
  readonly scores: WordScores;
  readonly matches: TextMatches;
}

interface FoundHit extends RankedArticle {
  readonly hit: SearchHit;
}

async function readHit(
  ranked: RankedArticle,
  { lexicon, text, world }: Loaded,
  asked: readonly AskedWord[],
): Promise<FoundHit> {
  const { article } = ranked;
  const { raw_url, content, meta, filters } = await text.read(article);
  const { url, title } = lexicon.articles[article] ?? { url: '', title: '' };
  // A lexicon of one build never names the pages of another.
  if (raw_url !== `/${url}`) throw new Error(`Unexpected page ${raw_url} in the index, expected /${url}`);
  const places = new Set(asked.flatMap(({ matches }) => matches.get(article) ?? []));
  const telling = new Map(asked.map((word) => [word.stem, word.scores.information]));
  const flow = findFlowMatch(content, telling, world.stem);
  const score = ranked.score + flowWeight * (flow?.score ?? 0);
  const hit = {
    url,
    title,
    excerptHtml: excerptHtml(
      content,
      [...places].sort((a, b) => a - b),
      title,
    ),
    meta,
    filters,
    score,
    ...(flow === undefined ? {} : { matched: flow.label }),
  };
  return { ...ranked, score, hit };
}

/** Shorter words, and shorter beginnings of words, are in nearly every text. */
const shortestInTexts = 3;
const shortestBeginning = 4;

/** Whether `word` is looked for in texts; small words, and words that have hardly begun, tell something in names alone. */
function isSearchedInTexts(word: string, unfinished: boolean, { lang, vocabulary }: QueryWorld): boolean {
  if (isStopWord(word, lang)) return false;
  return word.length >= (unfinished ? shortestBeginning : shortestInTexts) || vocabulary.has(word);
}

async function find(loaded: Loaded, query: string, filters: SearchFilters): Promise<SearchAnswer> {
  const { base, text, world } = loaded;
  const plan = planQuery(query, world);
  const words = [...new Set(plan.terms.flatMap(({ choices }) => choices.flat()))];
  const findInTexts = (word: string) =>
    isSearchedInTexts(word, word === plan.unfinished, world) ? text.find(word) : new Map();
  const [passing, ...found] = await Promise.all([text.passing(filters), ...words.map(findInTexts)]);
  const asked = new Map<string, AskedWord>(
    words.map((word, index) => {
      const matches = found[index] ?? new Map();
      const scores = scoreWord(word, matches, base, word === plan.unfinished);
      return [word, { stem: world.stem(word), scores, matches }];
    }),
  );
  const ranked = rankArticles(
    plan,
    (word) => asked.get(word)?.scores,
    base,
    (article) => passing?.has(article) ?? true,
  );
  const hits = await Promise.all(ranked.map((one) => readHit(one, loaded, [...asked.values()])));
  const reasons = findReasons(plan, loaded.lexicon.reasons, world);
  return {
    hits: hits.sort(compareRanked).map(({ hit }) => hit),
    unknown: plan.unknown,
    corrected: plan.corrected,
    ...(plan.suggestion === undefined || hits.length === 0 ? {} : { suggestion: plan.suggestion }),
    ...(reasons.length === 0 ? {} : { reasons }),
  };
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
  const lexicon = parseLexicon(await readIndexFile(lexiconFile(language)));
  const text = await createTextIndex(
    { createPagefind, readIndexFile, lang: language },
    lexicon.articles.length,
  );
  const loaded = prepare(lexicon, text, language);
  return { lang: language, search: (query, filters = {}) => find(loaded, query, filters) };
}
