// The questions that measure search (269 articles of the CNIL's "Besoin d'aide", see the README beside the data): halves, typing errors, scores.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from './random.mjs';

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An article's address in the measured site. */
export const addressOf = (id) => `fr/a${id}.html`;

/** An article as the index is told of it. Its keywords stay out: the keyword queries are made of them. */
export function toSearchDocument({ id, title, text }) {
  const html = text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n');
  const url = addressOf(id);
  return {
    url,
    html: `<!doctype html><html lang="fr"><head><meta data-pagefind-sort="url[content]" content="${url}"></head><body>
<main data-pagefind-body data-pagefind-meta="id:a${id}"><h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>${html}</main></body></html>`,
    entry: { lang: 'fr', title, keywords: [], html },
  };
}

/**
 * Queries are told apart by the article that they are about, so that no question of the tuning half has a sister in the other:
 * what search counts was chosen on `tuning` alone.
 */
function halfOf({ relevant }) {
  const [first] = [...relevant].sort();
  return createHash('sha256').update(`search-${first}`).digest()[0] % 2 === 0 ? 'tuning' : 'held back';
}

export async function readCorpus(folder) {
  const [documents, queries] = await Promise.all(
    ['documents.json', 'queries.json'].map(async (name) =>
      JSON.parse(await readFile(join(folder, name), 'utf8')),
    ),
  );
  return { documents, queries: queries.map((query) => ({ ...query, half: halfOf(query) })) };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const errors = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
];

/** Every query with one typing error in one word of four letters or more: a letter too few, too many, another, or two exchanged. */
export function misspell(queries, seed = 1) {
  const random = createRandom(seed);
  const below = (limit) => Math.floor(random() * limit);
  return queries.map((query) => {
    const words = [...query.query.matchAll(/\p{L}{4,}/gu)];
    const word = words[below(words.length)];
    if (word === undefined) return query;
    const wrong = errors[below(errors.length)](
      word[0],
      below(word[0].length),
      letters[below(letters.length)],
    );
    const { index } = word;
    return {
      ...query,
      query: query.query.slice(0, index) + wrong + query.query.slice(index + word[0].length),
    };
  });
}

/** Rank of the first right article of each query, from 1; 0 where there is none. */
export async function rankAll(queries, search) {
  const ranks = [];
  for (const { query, relevant } of queries) {
    const wanted = relevant.map(addressOf);
    ranks.push((await search(query)).findIndex((url) => wanted.includes(url)) + 1);
  }
  return ranks;
}

/** Success@1, success@5 and MRR@10, from 0 to 1. */
export function scoreRanks(ranks) {
  const share = (test) => ranks.filter(test).length / ranks.length;
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0);
  return {
    success1: share((rank) => rank === 1),
    success5: share((rank) => rank > 0 && rank <= 5),
    mrr: reciprocal / ranks.length,
  };
}
