// Generates a git repository with a long past: a knowledge base whose articles were added, edited, moved and moved with an edit.
// The same seed gives the same commits. Written with `git fast-import`, so that 10,000 commits take seconds.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { generateBase } from './generate-base.mjs';
import { createChoices, createRandom } from './random.mjs';

const authors = ['Claire Vasseur', 'Paul Mercadier', 'Nadia Belkacem', 'Hery Rakoto', 'Inès Carpentier'];
const zones = ['+0100', '+0300', '+0000'];

/** Share of the commits after the first that move an article, and of those how many edit it as well. */
const moves = 0.03;
const editsInMoves = 0.5;

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
  const edit = (article, number) => {
    const lines = article.text.split('\n');
    const body = lines.indexOf('---', 1) + 2;
    lines.splice(between(body, lines.length - 1), chance(0.5) ? 1 : 0, `Relu au commit ${number}.`);
    article.text = lines.join('\n');
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
    let moved = '';
    if (chance(moves)) {
      const name = `content/deplaces-${between(1, 9)}/${path.posix.basename(article.name)}`;
      if (name !== article.name) moved = `R ${article.name} ${name}\n`;
      article.name = name;
    }
    if (moved !== '' && !chance(editsInMoves)) {
      yield head(number) + moved;
      continue;
    }
    edit(article, number);
    yield head(number) + moved + put(article.name, article.text);
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
