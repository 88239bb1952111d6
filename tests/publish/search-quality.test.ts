// How well search finds: 400 French queries that others wrote, as typed and misspelled. bench/search-quality.mjs tells more of the same.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../site/scripts/search-engine/types.ts';
import { openSiteSearch } from '../../src/publish/query-index.ts';
import { buildSearchIndex, type SearchDocument } from '../../src/publish/search-index.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';
import { ensureEngine } from './search-pages.ts';

interface CorpusArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface CorpusQuery {
  readonly kind: 'paraphrase' | 'keywords' | 'title';
  readonly query: string;
  readonly relevant: readonly string[];
}

const corpus = findCorpus('search-fr');

/** The article without its keywords: the keyword queries are made of them. */
function toDocument({ id, title, text }: CorpusArticle): SearchDocument {
  const escaped = (part: string) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const url = `fr/a${id}.html`;
  const html = `<p>${escaped(text)}</p>`;
  return {
    url,
    html: `<html lang="fr"><head><meta data-pagefind-sort="url[content]" content="${url}"></head><body><h1 data-pagefind-meta="title">${escaped(title)}</h1>${html}</body></html>`,
    entry: { lang: 'fr', title, keywords: [], html },
  };
}

/** The query with two neighbouring letters of its longest word exchanged. */
function misspell(query: string): string {
  const [longest = ''] = [...(query.match(/\p{L}+/gu) ?? [])].sort((a, b) => b.length - a.length);
  const middle = longest.length >> 1;
  const wrong = `${longest.slice(0, middle - 1)}${longest[middle]}${longest[middle - 1]}${longest.slice(middle + 1)}`;
  return longest.length < 4 ? query : query.replace(longest, wrong);
}

describe.skipIf(corpus === undefined)('search over the articles of another help desk', () => {
  let site = '';
  let engine: SearchEngine;
  let queries: readonly CorpusQuery[] = [];

  beforeAll(async () => {
    ensureEngine();
    site = await mkdtemp(path.join(tmpdir(), 'kb-search-quality-'));
    const folder = corpus ?? '';
    await buildSearchIndex(site, readCorpusJson<CorpusArticle[]>(folder, 'documents.json').map(toDocument));
    queries = readCorpusJson<CorpusQuery[]>(folder, 'queries.json');
    engine = await openSiteSearch(site, 'fr');
  }, 60_000);
  afterAll(() => rm(site, { recursive: true, force: true }));

  /** Rank of the first right article for each query of a kind, from 1; infinite where there is none. */
  async function ranksOf(kind: CorpusQuery['kind'], change = (query: string) => query): Promise<number[]> {
    const ranks: number[] = [];
    for (const { query, relevant } of queries.filter((one) => one.kind === kind)) {
      const { hits } = await engine.search(change(query));
      const at = hits.findIndex(({ url }) => relevant.some((id) => url === `fr/a${id}.html`));
      ranks.push(at < 0 ? Number.POSITIVE_INFINITY : at + 1);
    }
    return ranks;
  }
  const among = (ranks: readonly number[], first: number) =>
    ranks.filter((rank) => rank <= first).length / ranks.length;
  const reciprocal = (ranks: readonly number[]) =>
    ranks.reduce((sum, rank) => sum + (rank <= 10 ? 1 / rank : 0), 0) / ranks.length;

  it('finds what questions in other words ask for, misspelled ones too', { timeout: 60_000 }, async () => {
    const ranks = await ranksOf('paraphrase');
    expect(among(ranks, 5)).toBeGreaterThanOrEqual(0.8);
    expect(reciprocal(ranks)).toBeGreaterThanOrEqual(0.65);
    expect(among(await ranksOf('paraphrase', misspell), 5)).toBeGreaterThanOrEqual(among(ranks, 5) - 0.1);
  });

  it('finds what lists of keywords ask for, misspelled ones too', { timeout: 60_000 }, async () => {
    const ranks = await ranksOf('keywords');
    expect(among(ranks, 5)).toBeGreaterThanOrEqual(0.93);
    expect(among(await ranksOf('keywords', misspell), 5)).toBeGreaterThanOrEqual(among(ranks, 5) - 0.1);
  });

  it('finds titles first', { timeout: 60_000 }, async () => {
    expect(among(await ranksOf('title'), 1)).toBeGreaterThanOrEqual(0.99);
  });
});
