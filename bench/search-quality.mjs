// How well the site's search finds: real French questions, keyword lists and titles over 269 articles (the CNIL's "Besoin d'aide",
// see the README beside the data), Pagefind's plain call against the site's own ranking, with the engine that ships.
// Run after `npm run compile`: node bench/search-quality.mjs [folder of documents.json and queries.json]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { openSiteSearch } from '../dist/src/publish/query-index.js';
import { engineFile } from '../dist/src/publish/search-files.js';
import { buildSearchIndex } from '../dist/src/publish/search-index.js';

const corpus = process.argv[2] ?? fileURLToPath(new URL('../../shared/corpora/search-fr', import.meta.url));

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// Keywords stay out of the pages: the keyword queries are made of them.
function page({ id, title, text }) {
  const paragraphs = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<!doctype html><html lang="fr"><head><title>${escapeHtml(title)}</title></head><body>
<main data-pagefind-body data-pagefind-meta="id:a${id}"><h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>${paragraphs.join('\n')}</main></body></html>`;
}

/** Pagefind as it comes: one call with the whole query, its own weights. Returns the addresses, best first. */
async function openPlain(siteDir) {
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

/** Ranks (from 1, 0 for not found) of the first right article, kind by kind. */
async function rankAll(queries, search) {
  const ranks = {};
  for (const { kind, query, relevant } of queries) {
    const urls = await search(query);
    const wanted = relevant.map((id) => `fr/a${id}.html`);
    ranks[kind] ??= [];
    ranks[kind].push(urls.findIndex((url) => wanted.includes(url)) + 1);
  }
  return ranks;
}

function line(name, kind, ranks) {
  const share = (test) => `${((100 * ranks.filter(test).length) / ranks.length).toFixed(1).padStart(5)} %`;
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  return `${name.padEnd(8)} ${kind.padEnd(12)} success@1 ${share((r) => r === 1)}  success@5 ${share((r) => r > 0 && r <= 5)}  MRR@10 ${mrr.toFixed(3)}`;
}

const documents = JSON.parse(await readFile(join(corpus, 'documents.json'), 'utf8'));
const queries = JSON.parse(await readFile(join(corpus, 'queries.json'), 'utf8'));
const siteDir = await mkdtemp(join(tmpdir(), 'kb-search-quality-'));
try {
  await buildSearchIndex(
    siteDir,
    documents.map((document) => ({ url: `fr/a${document.id}.html`, html: page(document) })),
  );
  const engine = await openSiteSearch(siteDir, 'fr');
  const plain = await rankAll(queries, await openPlain(siteDir));
  const start = performance.now();
  const summed = await rankAll(queries, async (query) =>
    (await engine.search(query)).hits.map((hit) => hit.url),
  );
  const milliseconds = (performance.now() - start) / queries.length;
  for (const kind of Object.keys(plain))
    console.log(`${line('plain', kind, plain[kind])}\n${line('summed', kind, summed[kind])}`);
  console.log(
    `${queries.length} queries over ${documents.length} articles, ${milliseconds.toFixed(1)} ms a query with its excerpts`,
  );
} finally {
  await rm(siteDir, { recursive: true });
}
