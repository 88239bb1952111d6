// What the site's search is compared with: Pagefind as it comes, and BM25 with French stems.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { createStemmer } from '../dist/site/scripts/search-engine/stems.js';
import { queryWords, wordsOf } from '../dist/site/scripts/search-engine/words.js';
import { engineFile } from '../dist/src/publish/search-files.js';
import { addressOf } from './search-corpus.mjs';

/** Pagefind: one call with the whole query, its own weights. Returns the addresses, best first. */
export async function openPlainPagefind(siteDir) {
  const self = {};
  compileFunction(await readFile(engineFile(), 'utf8'), ['self'])(self);
  const bytes = (url) => readFile(join(siteDir, 'pagefind', url.replace(/\?.*/, '')));
  const fetch = async (url) => ({
    ok: true,
    json: async () => JSON.parse(await bytes(url)),
    arrayBuffer: () => bytes(url),
  });
  const document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'fr' }) };
  const pagefind = self
    .createPagefind({ fetch, console, document })
    .createInstance({ basePath: '/', noWorker: true });
  return async (query) => {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.map((page) => page.raw_url.slice(1));
  };
}

/** BM25 (k1 1.2, b 0.75) over stems of the telling words, a word of the title counted three times. */
export function openBm25(documents) {
  const stem = createStemmer('fr');
  const texts = documents.map(({ id, title, text }) => {
    const stems = [title, title, title, text].flatMap(wordsOf).map(stem);
    const counts = new Map();
    for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1);
    return { id, counts, length: stems.length };
  });
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const idf = (one) => {
    const holding = texts.filter(({ counts }) => counts.has(one)).length;
    return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
  };
  return async (query) => {
    const stems = [...new Set(queryWords(query, 'fr').telling.map(stem))].map((one) => [one, idf(one)]);
    return texts
      .map(({ id, counts, length }) => {
        const norm = 1.2 * (0.25 + (0.75 * length) / mean);
        const score = stems.reduce((sum, [one, weight]) => {
          const count = counts.get(one) ?? 0;
          return sum + (weight * count * 2.2) / (count + norm);
        }, 0);
        return { id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => addressOf(id));
  };
}
