// How well the site's search finds: real French questions, keyword lists and titles, as typed and with a typing error in each; beside
// Pagefind as it comes and BM25 with French stems. With the engine that ships, in Node; with --browser in Chromium too, on file://.
// Run after `npm run compile`: node bench/search-quality.mjs [folder of documents.json and queries.json] [--browser] [--tuning]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSiteSearch } from '../dist/src/publish/query-index.js';
import { buildSearchIndex } from '../dist/src/publish/search-index.js';
import { openInBrowser } from './search-browser.mjs';
import { misspell, rankAll, readCorpus, scoreRanks, toSearchDocument } from './search-corpus.mjs';
import { openBm25, openPlainPagefind } from './search-peers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean' }, tuning: { type: 'boolean' } },
});
const corpus = positionals[0] ?? fileURLToPath(new URL('../../shared/corpora/search-fr', import.meta.url));
const kinds = ['paraphrase', 'keywords', 'title'];
const bars = {
  paraphrase: { success5: 0.8, mrr: 0.65 },
  keywords: { success5: 0.93 },
  title: { success1: 0.99 },
};
const mostLost = 0.1;

const percent = (share) => `${(100 * share).toFixed(1).padStart(5)} %`;
const show = ({ success1, success5, mrr }) =>
  `success@1 ${percent(success1)}  success@5 ${percent(success5)}  MRR@10 ${mrr.toFixed(3)}`;

function ranksOf(all, queries, kind, half) {
  return all.filter(
    (_, index) => queries[index].kind === kind && (half === undefined || queries[index].half === half),
  );
}

function report(name, ranks, queries) {
  for (const kind of kinds) {
    console.log(`${name.padEnd(20)} ${kind.padEnd(10)} ${show(scoreRanks(ranksOf(ranks, queries, kind)))}`);
    if (name !== 'kb' || values.tuning) continue;
    for (const half of ['tuning', 'held back']) {
      const part = ranksOf(ranks, queries, kind, half);
      console.log(`${''.padEnd(20)}   ${half} (${part.length}) ${show(scoreRanks(part))}`);
    }
  }
}

function checkBars(ranks, withErrors, queries, wrong) {
  for (const kind of kinds) {
    const scores = scoreRanks(ranksOf(ranks, queries, kind));
    const lost = scores.success5 - scoreRanks(ranksOf(withErrors, wrong, kind)).success5;
    const missed = Object.entries(bars[kind]).filter(([measure, bar]) => scores[measure] < bar);
    if (lost > mostLost) missed.push(['lost by a typing error', mostLost]);
    console.log(
      `${kind}: ${missed.length === 0 ? 'bars met' : `MISSED ${missed.map(([measure, bar]) => `${measure} ${bar}`).join(', ')}`}; a typing error costs ${percent(lost).trim()} of success@5`,
    );
    if (missed.length > 0) process.exitCode = 1;
  }
}

const { documents, queries: every } = await readCorpus(corpus);
const queries = values.tuning ? every.filter(({ half }) => half === 'tuning') : every;
// Five times, each with other errors.
const wrong = [1, 2, 3, 4, 5].flatMap((seed) => misspell(queries, seed));
const siteDir = await mkdtemp(join(tmpdir(), 'kb-search-quality-'));
try {
  await buildSearchIndex(siteDir, documents.map(toSearchDocument));
  const engine = await openSiteSearch(siteDir, 'fr');
  const search = async (query) => (await engine.search(query)).hits.map((hit) => hit.url);
  const searches = { Pagefind: await openPlainPagefind(siteDir), BM25: openBm25(documents), kb: search };
  const ranks = {};
  for (const [name, one] of Object.entries(searches)) {
    ranks[name] = await rankAll(queries, one);
    report(name, ranks[name], queries);
  }
  const withErrors = {};
  for (const [name, one] of Object.entries(searches)) {
    withErrors[name] = await rankAll(wrong, one);
    report(`${name}, typing error`, withErrors[name], wrong);
  }
  console.log(`${queries.length} queries over ${documents.length} articles`);
  checkBars(ranks.kb, withErrors.kb, queries, wrong);
  if (values.browser) {
    const browser = await openInBrowser(siteDir);
    try {
      const same = (await rankAll([...queries, ...wrong], browser.search)).join();
      const equal = same === [...ranks.kb, ...withErrors.kb].join();
      console.log(
        `Chromium on file://: ${equal ? 'the same ranks' : 'OTHER RANKS'} for all ${queries.length + wrong.length} queries`,
      );
      if (!equal) process.exitCode = 1;
    } finally {
      await browser.close();
    }
  }
} finally {
  await rm(siteDir, { recursive: true });
}
