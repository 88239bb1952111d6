// Generates a knowledge base of any size, and the same text as Eleventy wants it. The same seed gives the same bytes.
// Run after the package is built: node bench/generate-base.mjs <folder> [--articles 2000] [--bytes 8192] [--seed 1]
//   <folder>/kb          kb.config.yaml and content/
//   <folder>/eleventy    content/, a layout and a configuration
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { computeDigest } from '../dist/src/content/digest.js';
import { eleventyFiles } from './eleventy-site.mjs';
import { createChoices, createRandom } from './random.mjs';
import { createWriter } from './write-article.mjs';

/** The day for which the base is written: pass it to `kb` as --today. */
export const today = '2026-11-16';

const folders = [
  'annonces',
  'commande',
  'compte',
  'fidelite',
  'livraison',
  'livraison/etranger',
  'outils',
  'paiement',
];
folders.push('produit', 'produit/garantie', 'remboursement', 'retour', 'retrait', 'vendeurs');

const owners = ['livraison', 'retours', 'paiement', 'comptes', 'vendeurs', 'juridique'];
const reasons = [
  'delivery.late',
  'delivery.lost',
  'order.cancel',
  'product.defective',
  'refund.status',
  'refund.request',
];
reasons.push(
  'return.how',
  'payment.failed',
  'fraud.suspected',
  'account.access',
  'loyalty.points',
  'seller.dispute',
);
const types = ['procedure', 'procedure', 'procedure', 'decision', 'faq', 'macro'];

const config = `name: Banc d'essai
lang: fr
timezone: Europe/Paris
content: content
owners:
${owners.map((owner) => `  ${owner}: { name: { fr: ${owner} }, contact: ${owner}@example.org }`).join('\n')}
reasons:
${reasons.map((reason) => `  ${reason}: { fr: Motif ${reason} }`).join('\n')}
`;

/** Articles without their text: all of them have to be known before the first link is written. */
function planArticles(count, writer, { pick }) {
  return Array.from({ length: count }, (_, index) => {
    const topic = writer.topic();
    const id = `article-${String(index + 1).padStart(5, '0')}`;
    return { id, topic, folder: pick(folders), title: writer.title(topic) };
  });
}

/** Three in a hundred have expired, five are due; most are validated, as in a base that is looked after. */
function writeFrontMatter({ id, title, topic }, body, writer, { between, pick, chance }) {
  const state = between(1, 100);
  const month = String(between(1, 12)).padStart(2, '0');
  const expires =
    state <= 3 ? '2026-10-31' : state <= 8 ? '2026-12-05' : `${between(2027, 2028)}-${month}-15`;
  const fields = { title, type: pick(types), audience: ['internal'], reasons: [pick(reasons)], expires };
  const lines = [
    `id: ${id}`,
    `title: "${title}"`,
    `type: ${fields.type}`,
    `owner: ${pick(owners)}`,
    `summary: "${writer.sentence(topic).replaceAll('**', '')}"`,
    `reasons: [${fields.reasons}]`,
    `tags: [${[pick(topic), pick(topic)]}]`,
    `keywords: [${writer.keywords(topic).join(', ')}]`,
    'effective: 2026-02-02',
    'reviewed: 2026-09-10',
    `expires: ${expires}`,
  ];
  if (chance(0.8)) {
    const digest = computeDigest({ ...fields, effective: '2026-02-02' }, body, new Map(), new Map());
    lines.push(`validation: { by: "Claire Vasseur", on: 2026-09-14, digest: "${digest}" }`);
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

async function writeFiles(root, files) {
  await Promise.all(
    [...new Set(Object.keys(files).map(path.dirname))].map((folder) =>
      mkdir(path.join(root, folder), { recursive: true }),
    ),
  );
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text);
}

/**
 * Writes a base of `articles` articles of about `bytes` bytes of Markdown each into `folder`, which is emptied first.
 * @param {string} folder
 * @param {{ articles?: number, bytes?: number, seed?: number }} [options]
 * @returns {Promise<{ articles: number, bytes: number }>} what was written; bytes of all Markdown files together
 */
export async function generateBase(folder, { articles: count = 2000, bytes = 8192, seed = 1 } = {}) {
  const random = createRandom(seed);
  const choices = createChoices(random);
  const writer = createWriter(random);
  const articles = planArticles(count, writer, choices);
  const base = { 'kb.config.yaml': config };
  const site = eleventyFiles();
  let size = 0;
  for (const article of articles) {
    const others = Array.from({ length: 6 }, () => choices.pick(articles));
    const links = others.map((other, index) =>
      index % 2 === 0
        ? `id:${other.id}`
        : `${path.posix.relative(article.folder, other.folder) || '.'}/${other.id}.md`,
    );
    const body = writer.body(article.topic, links, bytes);
    const text = `${writeFrontMatter(article, body, writer, choices)}\n${body}`;
    base[`content/${article.folder}/${article.id}.md`] = text;
    // All pages lie in one folder there, so a link is the other page's name.
    site[`content/${article.folder}/${article.id}.md`] = text.replace(
      /\]\((?:id:|[^)]*\/)([\w-]+)(?:\.md)?\)/g,
      ']($1.html)',
    );
    size += Buffer.byteLength(text);
  }
  await rm(folder, { recursive: true, force: true });
  await writeFiles(path.join(folder, 'kb'), base);
  await writeFiles(path.join(folder, 'eleventy'), site);
  return { articles: count, bytes: size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: 'string', default: '2000' },
      bytes: { type: 'string', default: '8192' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Expected a folder to write into');
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  const written = await generateBase(path.resolve(folder), numbers);
  console.log(`${written.articles} articles, ${(written.bytes / 2 ** 20).toFixed(1)} MiB → ${folder}`);
}
