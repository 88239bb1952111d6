// How fast the site's search answers over a generated base: every keystroke of some typed queries, once the index is open; and what
// has to be loaded for it. In Node; with --browser in Chromium too, on file://.
// Run after `npm run compile`: node bench/search-speed.mjs [--articles 2000] [--browser]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../dist/src/config/read-config.js';
import { readKnowledgeBase } from '../dist/src/content/read-knowledge-base.js';
import { openSiteSearch } from '../dist/src/publish/query-index.js';
import { createSearchRenderer } from '../dist/src/publish/render-for-search.js';
import { buildSearchIndex } from '../dist/src/publish/search-index.js';
import { generateBase, today } from './generate-base.mjs';
import { describeMachine, median } from './measure.mjs';
import { createChoices, createRandom } from './random.mjs';
import { openInBrowser } from './search-browser.mjs';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '2000' }, browser: { type: 'boolean' } },
});

/** Every beginning of `queries`, from the third character of the first word on. */
function keystrokes(queries) {
  return queries.flatMap((query) =>
    Array.from({ length: query.length - 2 }, (_, at) => query.slice(0, at + 3)),
  );
}

/** Queries of two to six words that the base has, one letter wrong in every third query. */
function typedQueries(words, count) {
  const { between, pick, chance } = createChoices(createRandom(7));
  return Array.from({ length: count }, () => {
    const query = Array.from({ length: between(2, 6) }, () => pick(words)).join(' ');
    const at = between(1, query.length - 2);
    return chance(1 / 3) ? query.slice(0, at) + query.slice(at + 1) : query;
  });
}

async function measure(name, search, queries) {
  const times = [];
  for (const query of queries) times.push(await search(query));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
  console.log(
    `${name}: ${times.length} searches, median ${median(times).toFixed(1)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`,
  );
}

const folder = await mkdtemp(path.join(tmpdir(), 'kb-search-speed-'));
try {
  await generateBase(folder, { articles: Number(values.articles) });
  const root = path.join(folder, 'kb');
  const config = await readConfig(root);
  const base = await readKnowledgeBase(root, {});
  const render = createSearchRenderer(config, today);
  const documents = base.documents.filter(({ article }) => article).map((one) => render(one, new Map()));
  const site = path.join(folder, 'site');
  await buildSearchIndex(site, documents);
  const lexicon = await readFile(path.join(site, 'pagefind', 'lexicon-fr.json'));
  console.log(
    `${documents.length} articles; lexicon ${(lexicon.length / 1000).toFixed(0)} kB, ${(gzipSync(lexicon).length / 1000).toFixed(0)} kB compressed`,
  );
  console.log(describeMachine());

  const words = JSON.parse(lexicon.toString())
    .words.flatMap((list) => list.split(' '))
    .filter((word) => word.length > 3);
  const queries = keystrokes(typedQueries(words, 20));
  const opened = performance.now();
  const engine = await openSiteSearch(site, 'fr');
  console.log(`Node: opens in ${(performance.now() - opened).toFixed(0)} ms`);
  // Time of the processor, which hardly depends on what else the machine does.
  const timed = async (query) => {
    const start = process.cpuUsage();
    await engine.search(query);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  await measure('Node, processor time', timed, queries);
  if (values.browser) {
    const browser = await openInBrowser(site);
    console.log(`Chromium on file://: opens in ${browser.openedAfter.toFixed(0)} ms`);
    await measure('Chromium on file://', browser.time, queries);
    await browser.close();
  }
} finally {
  await rm(folder, { recursive: true });
}
