// What Lighthouse says of a built site's home page and of its articles, on its telephone and on its desktop; exit 1 below 95 in any category.
// Run after `npm run compile`: node bench/lighthouse.mjs [folder of a built site, by default the sample's, built anew] [address…]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { findBrowser } from '../dist/src/flow/find-browser.js';
import { launchBrowser } from '../dist/src/flow/launch-browser.js';
import { table } from './measure.mjs';
import { importLighthouse } from './peers.mjs';

const least = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const defaultPages = ['fr/index.html', 'fr/livraison-en-retard.html', 'en/index.html'];

const lighthouse = await importLighthouse();
if (!lighthouse) {
  console.log('Lighthouse could not be installed: nothing was measured.');
  process.exit(0);
}

const [given, ...pages] = process.argv.slice(2);
const folder = given ?? buildSample();
const server = await serve(folder);
const browser = await launchBrowser(await findBrowser());
const rows = [];
for (const page of pages.length > 0 ? pages : defaultPages)
  for (const form of ['mobile', 'desktop']) rows.push([page, form, ...(await judge(page, form))]);
await browser.close();
server.close();
if (given === undefined) rmSync(folder, { recursive: true });

console.log(table([['page', 'as', ...categories], ['---', '---', '---:', '---:', '---:', '---:'], ...rows]));
const low = rows.filter((row) => row.slice(2).some((score) => score < least));
if (low.length > 0) {
  console.log(`\nBelow ${least}: ${low.map(([page, form]) => `${page} (${form})`).join(', ')}`);
  process.exitCode = 1;
}

/** Builds the site of the sample base for its customers, who reach it on the web. */
function buildSample() {
  const out = mkdtempSync(path.join(tmpdir(), 'kb-bench-lighthouse-'));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const args = [
    'bin/kb.js',
    'build',
    '--out',
    path.join(out, 'site'),
    '--today',
    '2026-11-16',
    '--base-url',
    'https://aide.mirandelle.example/',
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return path.join(out, 'site');
}

/** Serves `folder` compressed, as any web server would. */
async function serve(dir) {
  const files = sirv(dir, { dev: false, maxAge: 3600 });
  const server = createServer((request, response) => {
    const chunks = [];
    const end = response.end.bind(response);
    const { writeHead } = response;
    response.write = (chunk) => chunks.push(Buffer.from(chunk)) > 0;
    response.writeHead = (status, headers = {}) => {
      const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Length'));
      return writeHead.call(response, status, { ...rest, 'Content-Encoding': 'gzip' });
    };
    response.end = (chunk) => {
      if (chunk) chunks.push(Buffer.from(chunk));
      return end(gzipSync(Buffer.concat(chunks)));
    };
    files(request, response, () => response.writeHead(404).end('Not found'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Lighthouse's scores of one page, from 0 to 100, in the order of `categories`. */
async function judge(address, formFactor) {
  const page = await browser.newPage();
  const screen =
    formFactor === 'mobile'
      ? { mobile: true, width: 412, height: 823, deviceScaleFactor: 1.75, disabled: false }
      : { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false };
  const settings = { onlyCategories: categories, formFactor, screenEmulation: screen, output: 'json' };
  const url = `http://127.0.0.1:${server.address().port}/${address}`;
  const { lhr } = await lighthouse(url, { ...settings, logLevel: 'error' }, undefined, page);
  for (const { id, title, score } of Object.values(lhr.audits))
    if (score !== null && score < 0.5 && process.env.VERBOSE) console.log(`  ${address} ${id}: ${title}`);
  await page.close();
  return categories.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100));
}
