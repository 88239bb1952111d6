// Generates a git repository with a long past: a knowledge base whose articles were added, edited, moved and moved with an edit.
// The same seed gives the same commits. Written with `git fast-import`, so that 10,000 commits take seconds.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { computeDigest } from '../dist/src/content/digest.js';
import { generateBase } from './generate-base.mjs';
import { createChoices, createRandom } from './random.mjs';

const authors = ['Claire Vasseur', 'Paul Mercadier', 'Nadia Belkacem', 'Hery Rakoto', 'Inès Carpentier'];
const zones = ['+0100', '+0300', '+0000'];

/** Share of the commits that move an article, and of those how many edit it as well. */
const moves = 0.03;
const editsInMoves = 0.5;
/** Of the other commits, how many edit one article alone, one with what stands beside it, or a category in one go. */
const alone = 0.6;
const together = 0.3;

/** Share of the edits of a validated article after which somebody answers for it again. */
const validatesAgain = 0.97;

/** The text with the digest of its present content in its validation; as it is where it has none. */
function validate(text) {
  const [, header, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields = header === undefined ? {} : parse(header);
  if (fields.validation === undefined) return text;
  const digest = computeDigest(
    { audience: ['internal'], reasons: [], ...fields },
    body,
    new Map(),
    new Map(),
  );
  return text.replace(/digest: "[^"]*"/, `digest: "${digest}"`);
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Texts of the base's files by path, articles last. */
async function readFiles(root) {
  const names = (await readdir(root, { recursive: true })).filter((name) => /\.(md|yaml)$/.test(name)).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
}

/** The stream that fast-import reads, commit by commit. */
function* commitStream(files, count, { between, pick, chance }) {
  const articles = [...files]
    .filter(([name]) => name.endsWith('.md'))
    .map(([name, text]) => ({ name, text }));
  const config = [...files].filter(([name]) => !name.endsWith('.md'));
  const start = 1_600_000_000;
  const step = Math.floor(190_000_000 / count);
  const head = (number) => {
    const author = pick(authors);
    const email = `${author.split(' ')[0].toLowerCase()}@example.org`;
    const stamp = `${author} <${email}> ${start + number * step + between(0, step - 1)} ${pick(zones)}`;
    return `commit refs/heads/main\nauthor ${stamp}\ncommitter ${stamp}\n${data(`Commit ${number}`)}`;
  };
  const put = (name, text) => `M 100644 inline ${name}\n${data(text)}`;
  /** Writes a paragraph anew, or another one between two; three at most, so that articles keep their size. */
  const edit = (article, number) => {
    const lines = article.text.split('\n');
    const text = `Relu au commit ${number}.`;
    const written = lines.flatMap((line, at) => (line.startsWith('Relu au commit') ? [at] : []));
    const gaps = lines.flatMap((line, at) => (line === '' && at > lines.indexOf('---', 1) + 1 ? [at] : []));
    if (written.length >= 3) lines[pick(written)] = text;
    else lines.splice(pick(gaps), 0, '', text);
    article.text = lines.join('\n');
    // What was validated is validated again, but for a few: a team that lets everything lie has other worries than this figure.
    if (chance(validatesAgain)) article.text = validate(article.text);
  };

  // A quarter of the articles is there from the start; the others come one by one, spread over the past.
  const present = articles.splice(0, articles.length >> 2);
  yield head(0) +
    [...config, ...present.map(({ name, text }) => [name, text])]
      .map(([name, text]) => put(name, text))
      .join('');
  const every = Math.floor((count - 1) / Math.max(1, articles.length));
  for (let number = 1; number < count; number++) {
    const added = number % every === 0 ? articles.pop() : undefined;
    if (added !== undefined) {
      present.push(added);
      yield head(number) + put(added.name, added.text);
      continue;
    }
    const article = pick(present);
    if (chance(moves)) {
      const name = `content/deplaces-${between(1, 9)}/${path.posix.basename(article.name)}`;
      const moved = name === article.name ? '' : `R ${article.name} ${name}\n`;
      article.name = name;
      if (moved === '' || chance(editsInMoves)) edit(article, number);
      yield head(number) + moved + put(name, article.text);
      continue;
    }
    const size = chance(alone) ? 1 : chance(together / (1 - alone)) ? between(2, 4) : between(5, 20);
    const folder = path.posix.dirname(article.name);
    const beside = present.filter((other) => other !== article && path.posix.dirname(other.name) === folder);
    const edited = new Set([article, ...Array.from({ length: size - 1 }, () => pick(beside) ?? article)]);
    for (const one of edited) edit(one, number);
    yield head(number) + [...edited].map(({ name, text }) => put(name, text)).join('');
  }
}

/**
 * Writes a repository of `articles` articles and `commits` commits below `folder`, which is emptied first.
 * @param {string} folder
 * @param {{ articles?: number, commits?: number, seed?: number }} [options]
 * @returns {Promise<string>} the repository's folder, with the base at its top and checked out
 */
export async function generateRepository(folder, { articles = 2000, commits = 10_000, seed = 1 } = {}) {
  await generateBase(folder, { articles, seed });
  const root = path.join(folder, 'kb');
  const git = (...args) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '--quiet', '--initial-branch=main');
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  for (const commit of commitStream(await readFiles(root), commits, createChoices(createRandom(seed)))) {
    if (!child.stdin.write(commit)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  git('checkout', '--quiet', '--force', 'main');
  git('clean', '--quiet', '-ffdx');
  return root;
}
