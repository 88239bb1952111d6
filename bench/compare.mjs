// Measures `kb build` against Eleventy plus Pagefind, and `kb lint` against markdownlint-cli2, on the same generated text.
// Run after the package is built, on a quiet machine: node bench/compare.mjs [--articles 2000] [--runs 5] [--date YYYY-MM-DD]
// Writes bench/RESULTS.md. Whole processes, one warm-up of each, then interleaved runs (A B A B …); ratios are taken pair by pair.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../dist/src/lint/rules/index.js';
import { generateBase, today } from './generate-base.mjs';
import { describeMachine, median, runProcess, table } from './measure.mjs';
import { installPeers, peerVersions } from './peers.mjs';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    runs: { type: 'string', default: '5' },
    /** The day to write over the results; without it the results are only printed. */
    date: { type: 'string', default: process.env.BENCH_DATE },
  },
});

/** The rules of the first main path, on which the first bar of the linter was set. */
const firstRules = [
  ...['article-is-readable', 'front-matter-matches-schema', 'ids-are-unique', 'paths-differ-beyond-case'],
  ...['dates-are-real', 'dates-in-order', 'expires-is-present', 'not-expired', 'not-due', 'is-validated'],
  ...['unchanged-since-validation', 'owner-is-known', 'classification-is-known', 'links-resolve'],
  ...['anchors-resolve', 'images-resolve', 'flowcharts-parse'],
];

const kbScript = fileURLToPath(new URL('../bin/kb.js', import.meta.url));
const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const gnuTime = '/usr/bin/time';

/** One whole process. Returns its seconds, or the peak memory in MiB of it and its children where `memory` is asked for. */
function run([script, ...args], { cwd, accept = [0], memory = false }) {
  const report = path.join(tmpdir(), `kb-bench-memory-${process.pid}`);
  const node = [process.execPath, script, ...args];
  const [command, ...rest] = memory ? [gnuTime, '-f', '%M', '-o', report, ...node] : node;
  const seconds = runProcess([command, ...rest], { cwd, accept });
  if (!memory) return seconds;
  const kibibytes = Number(readFileSync(report, 'utf8').trim().split('\n').at(-1));
  rmSync(report);
  return kibibytes / 1024;
}

/** Runs the steps of one side after each other, on a clean folder. */
function runSide({ steps, clean, cwd, accept }, memory) {
  for (const folder of clean) rmSync(path.join(cwd, folder), { recursive: true, force: true });
  const measured = steps.map((step) => run(step, { cwd, accept, memory }));
  return memory ? Math.max(...measured) : measured.reduce((sum, seconds) => sum + seconds, 0);
}

/** The run that does not count; where GNU time is at hand, it tells the peak memory of the largest process in MiB. */
function warmUp(side) {
  const measurable = existsSync(gnuTime);
  const measured = runSide(side, measurable);
  return measurable ? measured : undefined;
}

/** Measures both sides of a comparison: a warm-up each, in which memory is read, then pairs of runs. */
function compare({ name, sides, most, mostMemory }, runs) {
  const memory = sides.map((side) => warmUp(side));
  const pairs = Array.from({ length: runs }, (_, index) => {
    const pair = sides.map((side) => runSide(side, false));
    console.error(
      `${name} ${index + 1}/${runs}: ${pair.map((seconds) => `${seconds.toFixed(2)} s`).join(' against ')}`,
    );
    return pair;
  });
  const ratio = median(pairs.map(([ours, theirs]) => ours / theirs));
  return { name, most, mostMemory, sides, memory, pairs, ratio };
}

/** How the peaks compare; undefined where there is no bar, or GNU time to read them with. */
function memoryRatio({ mostMemory, memory: [ours, theirs] }) {
  return mostMemory === undefined || ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

function describe(comparison) {
  const { name, most, mostMemory, sides, memory, pairs, ratio } = comparison;
  const peaks = memoryRatio(comparison);
  const verdict = (met) => (met ? 'Met.' : '**Missed.**');
  const memoryLine =
    peaks === undefined
      ? ''
      : `\nMemory: **${peaks.toFixed(2)}** of theirs at the peak. Bar: at most ${mostMemory.toFixed(2)}. ${verdict(peaks <= mostMemory)}\n`;
  const rows = sides.map(({ title }, side) => {
    const seconds = pairs.map((pair) => pair[side]);
    const spread = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
    const peak = memory[side] === undefined ? '?' : memory[side].toFixed(0);
    return [title, median(seconds).toFixed(2), spread, peak];
  });
  const ratios = pairs.map(([ours, theirs]) => (ours / theirs).toFixed(2)).join(', ');
  return `## ${name}

${table([['', 'seconds, median', 'from–to', 'peak memory, MiB'], ['---', '---:', '---:', '---:'], ...rows])}

Ratio: **${ratio.toFixed(2)}** (median of the pairs ${ratios}). Bar: at most ${most.toFixed(2)}. ${verdict(ratio <= most)}
${memoryLine}`;
}

/** Pages in the index that Pagefind wrote below `folder`. */
function countIndexed(folder) {
  const { languages } = JSON.parse(
    readFileSync(path.join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8'),
  );
  return Object.values(languages).reduce((sum, { page_count: pages }) => sum + pages, 0);
}

const peers = installPeers();
if (!peers) {
  console.error(
    'Skipped: npm could not install the tools to compare with (see above); is the registry within reach?',
  );
  process.exit(0);
}

const folder = path.join(tmpdir(), 'kb-bench-base');
const articles = Number(options.articles);
const runs = Number(options.runs);
console.error(`Generating ${articles} articles…`);
const { bytes } = await generateBase(folder, { articles });
const [kbRoot, eleventyRoot] = [path.join(folder, 'kb'), path.join(folder, 'eleventy')];

function lintComparison(name, title, bars) {
  return {
    ...bars,
    name,
    sides: [
      { title, cwd: kbRoot, clean: [], steps: [[kbScript, 'lint', '--today', today]], accept: [0, 1] },
      {
        title: `markdownlint-cli2 ${peerVersions['markdownlint-cli2']}, default rules`,
        cwd: kbRoot,
        clean: [],
        steps: [[peers.markdownlint, 'content/**/*.md']],
        accept: [0, 1],
      },
    ],
  };
}

const allRules = Object.keys(rules);
const results = [
  compare(
    {
      name: 'Build, cold',
      most: 1,
      sides: [
        {
          title: '`kb build`, search and search on `file://` included',
          cwd: kbRoot,
          clean: ['public', '.kb'],
          steps: [[kbScript, 'build', '--today', today]],
        },
        {
          title: `Eleventy ${peerVersions['@11ty/eleventy']} + Pagefind ${peerVersions.pagefind}`,
          cwd: eleventyRoot,
          clean: ['_site'],
          steps: [[peers.eleventy], [peers.pagefind, '--site', '_site']],
        },
      ],
    },
    runs,
  ),
  compare(
    lintComparison('Lint', `\`kb lint\`, all ${allRules.length} rules`, { most: 0.25, mostMemory: 2 }),
    runs,
  ),
];
const others = allRules.filter((name) => !firstRules.includes(name));
appendFileSync(
  path.join(kbRoot, 'kb.config.yaml'),
  `\nrules: { ${others.map((name) => `${name}: off`).join(', ')} }\n`,
);
const firstTitle = `\`kb lint\`, the ${firstRules.length} rules of the first main path`;
results.push(compare(lintComparison('Lint, first rules', firstTitle, { most: 0.2 }), runs));

const indexed = [countIndexed(path.join(kbRoot, 'public')), countIndexed(path.join(eleventyRoot, '_site'))];
if (indexed.some((pages) => pages !== articles))
  throw new Error(`Expected ${articles} pages in each search index, found ${indexed.join(' and ')}`);

const report = `# Results

${articles} generated French articles, ${(bytes / articles / 1024).toFixed(1)} KiB each in the mean, no flowcharts; ${articles} pages in the search index of either side.
Medians of ${runs} interleaved runs of whole processes, after one warm-up.

- Day: ${options.date ?? 'not given'}
- Machine: ${describeMachine()}
- Again: \`npm run compile && node bench/compare.mjs --date YYYY-MM-DD\`

${results.map(describe).join('\n')}`;
console.log(report);
if (options.date !== undefined) writeFileSync(resultsFile, report);
const allMet = results.every(
  (result) => result.ratio <= result.most && (memoryRatio(result) ?? 0) <= (result.mostMemory ?? Infinity),
);
process.exitCode = allMet ? 0 : 1;
