// Measures `kb report` with history against one plain `git log --name-only`, on a generated repository with a long past.
// Run after the package is built: node bench/history.mjs [--articles 2000] [--commits 10000] [--runs 7] [--date YYYY-MM-DD]
// Whole processes, one warm-up of each, then interleaved runs (A B A B …); ratios are taken pair by pair.
// With --date, its section of bench/RESULTS.md is written anew; the others stay.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { today } from './generate-base.mjs';
import { generateRepository } from './generate-repository.mjs';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    commits: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '7' },
    /** The day to write over the results; without it they are only printed. */
    date: { type: 'string', default: process.env.BENCH_DATE },
  },
});

const most = 2;
const kbScript = fileURLToPath(new URL('../bin/kb.js', import.meta.url));
const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const heading = '## Report with history';

/** Seconds of one whole process, its output thrown away. */
function run([command, ...args], cwd) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 || stderr.length > 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return seconds;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const articles = Number(options.articles);
const commits = Number(options.commits);
console.error(`Generating ${articles} articles in ${commits} commits…`);
const root = await generateRepository(path.join(tmpdir(), 'kb-bench-history'), { articles, commits });

const sides = [
  {
    title: '`kb report --format json`',
    command: [process.execPath, kbScript, 'report', '--format', 'json', '--today', today],
  },
  { title: '`git log --name-only`', command: ['git', 'log', '--name-only'] },
];
for (const { command } of sides) run(command, root);
const pairs = Array.from({ length: Number(options.runs) }, (_, index) => {
  const pair = sides.map(({ command }) => run(command, root));
  console.error(
    `${index + 1}/${options.runs}: ${pair.map((seconds) => `${seconds.toFixed(2)} s`).join(' against ')}`,
  );
  return pair;
});
const ratios = pairs.map(([ours, theirs]) => ours / theirs);
const ratio = median(ratios);

const rows = sides.map(({ title }, side) => {
  const seconds = pairs.map((pair) => pair[side]);
  return `| ${title} | ${median(seconds).toFixed(2)} | ${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)} |`;
});
const section = `${heading}

${articles} articles, ${commits} commits${options.date === undefined ? '' : `, ${options.date}`}. Again: \`npm run compile && node bench/history.mjs --date YYYY-MM-DD\`

|  | seconds, median | from–to |
| --- | ---: | ---: |
${rows.join('\n')}

Ratio: **${ratio.toFixed(2)}** (median of the pairs ${ratios.map((one) => one.toFixed(2)).join(', ')}). Bar: under ${most.toFixed(2)}. ${ratio < most ? 'Met.' : '**Missed.**'}
`;
console.log(section);
if (options.date !== undefined) {
  const [before, after = ''] = readFileSync(resultsFile, 'utf8').split(heading);
  const next = after.indexOf('\n## ');
  const rest = next === -1 ? '' : after.slice(next);
  writeFileSync(resultsFile, `${before.trimEnd()}\n\n${section}${rest}`);
}
process.exitCode = ratio < most ? 0 : 1;
