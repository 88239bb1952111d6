// Measures the drawing of many flowcharts against mermaid-cli on the same diagrams: one `mmdc` run per file, and its batch of one Markdown file.
// Drawn by a process that does nothing else (bench/draw-pictures.mjs), as `mmdc` does nothing else; beside it a whole `kb build` of as many articles.
// Run after the package is built, on a quiet machine: node bench/flowcharts.mjs [--flowcharts 100] [--runs 3] [--each 10] [--date YYYY-MM-DD]
// Prints the results, and with a date writes bench/FLOWCHARTS.md. Whole processes; nothing is in a cache; ratios are taken run by run.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../dist/src/flow/find-browser.js';
import { today } from './generate-base.mjs';
import { describeMachine, median, runProcess, table } from './measure.mjs';
import { createChoices, createRandom } from './random.mjs';

const { values: options } = parseArgs({
  options: {
    flowcharts: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
    /** How many files `mmdc` is run on, one by one; the time is scaled up to all of them. */
    each: { type: 'string', default: '10' },
    date: { type: 'string', default: process.env.BENCH_DATE },
  },
});
const [count, runs] = [Number(options.flowcharts), Number(options.runs)];
const each = Math.min(Number(options.each), count);

const root = fileURLToPath(new URL('..', import.meta.url));
const kb = [process.execPath, path.join(root, 'bin/kb.js')];
const mmdc = [process.execPath, path.join(root, 'node_modules/@mermaid-js/mermaid-cli/src/cli.js')];
const resultsFile = path.join(root, 'bench/FLOWCHARTS.md');
const folder = path.join(tmpdir(), 'kb-bench-flowcharts');
const [base, peer, pictures] = ['kb', 'mmdc', 'pictures'].map((name) => path.join(folder, name));

const verbs = ['Vérifier', 'Ouvrir', 'Noter', 'Prévenir', 'Rembourser', 'Relancer', 'Joindre', 'Clore'];
const things = ['le colis', 'la commande', 'le dossier', 'le client', 'l’enquête', 'le bon de retour'];
const ends = ['avant midi', 'sous 48 h', 'par courriel', 'dans l’outil', 'avec le transporteur'];

/** A procedure's flowchart of 10 to 20 nodes: a trunk of steps and questions, each question with a way out. */
function writeFlowchart(index, { between, pick, chance }) {
  const nodes = between(10, 20);
  const text = (node) => `${pick(verbs)} ${pick(things)} ${pick(ends)} (${index}.${node})`;
  const lines = ['flowchart TD'];
  let made = 1;
  let last = 'n0';
  lines.push(`  n0(["${text(0)}"])`);
  while (made < nodes) {
    const id = `n${made}`;
    made += 1;
    if (made < nodes && chance(0.4)) {
      const exit = `n${made}`;
      made += 1;
      lines.push(`  ${last} --> ${id}{"${text(id.slice(1))} ?"}`);
      lines.push(`  ${id} -->|Non| ${exit}(["${text(exit.slice(1))}"])`);
      lines.push(`  ${id} -->|Oui| n${made}["${text(made)}"]`);
      last = `n${made}`;
      made += 1;
    } else {
      lines.push(`  ${last} --> ${id}["${text(id.slice(1))}"]`);
      last = id;
    }
  }
  return `${lines.join('\n')}\n`;
}

function writeBase(codes) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(base, 'content'), { recursive: true });
  mkdirSync(peer, { recursive: true });
  writeFileSync(
    path.join(base, 'kb.config.yaml'),
    "name: Banc d'essai\nlang: fr\ntimezone: Europe/Paris\ncontent: content\nowners:\n  retours: { name: { fr: Retours }, contact: retours@example.org }\n",
  );
  const fence = (code) => `\`\`\`mermaid\n${code}\`\`\`\n`;
  for (const [index, code] of codes.entries()) {
    const front = `---\nid: logigramme-${index}\ntitle: Logigramme ${index}\ntype: procedure\nowner: retours\nexpires: 2027-01-31\n---\n`;
    writeFileSync(path.join(base, 'content', `logigramme-${index}.md`), `${front}\n${fence(code)}`);
    writeFileSync(path.join(peer, `${index}.mmd`), code);
  }
  writeFileSync(path.join(peer, 'all.md'), codes.map(fence).join('\n'));
}

/** The browser that `kb` draws with, for mermaid-cli. */
async function configurePeer() {
  const { executablePath, args, env } = await findBrowser();
  const config = { executablePath, args: [...args, '--no-sandbox'], headless: 'shell' };
  writeFileSync(path.join(peer, 'puppeteer.json'), JSON.stringify(config));
  return { ...process.env, ...env };
}

function drawPictures() {
  rmSync(pictures, { recursive: true, force: true });
  const draw = [process.execPath, path.join(root, 'bench/draw-pictures.mjs')];
  const seconds = runProcess([...draw, peer, pictures], { cwd: folder });
  if (readdirSync(pictures).length !== count) throw new Error('Expected a picture of each flowchart');
  return seconds;
}

function buildSite() {
  for (const made of ['public', '.kb']) rmSync(path.join(base, made), { recursive: true, force: true });
  const seconds = runProcess([...kb, 'build', '--today', today], { cwd: base });
  const drawn = readdirSync(path.join(base, '.kb/cache/pictures')).length;
  if (drawn !== count) throw new Error(`Expected ${count} pictures, found ${drawn}`);
  return seconds;
}

const rebuildSite = () => runProcess([...kb, 'build', '--today', today], { cwd: base });

function runEach(env) {
  let seconds = 0;
  for (let index = 0; index < each; index += 1)
    seconds += runProcess(
      [...mmdc, '-q', '-p', 'puppeteer.json', '-i', `${index}.mmd`, '-o', `${index}.svg`],
      {
        cwd: peer,
        env,
      },
    );
  return (seconds * count) / each;
}

const runBatch = (env) =>
  runProcess([...mmdc, '-q', '-p', 'puppeteer.json', '-i', 'all.md', '-o', 'all.out.md'], { cwd: peer, env });

const choices = createChoices(createRandom(1));
const codes = Array.from({ length: count }, (_, index) => writeFlowchart(index, choices));
writeBase(codes);
const env = await configurePeer();
buildSite();
const measured = Array.from({ length: runs }, (_, run) => {
  const times = {
    draw: drawPictures(),
    cold: buildSite(),
    warm: rebuildSite(),
    batch: runBatch(env),
    each: runEach(env),
  };
  console.error(`${run + 1}/${runs}: ${JSON.stringify(times)}`);
  return times;
});

const { version } = JSON.parse(
  readFileSync(path.join(root, 'node_modules/@mermaid-js/mermaid-cli/package.json'), 'utf8'),
);
const bars = { each: 25, batch: 5 };
const ratioTo = (side, ours = 'draw') => median(measured.map((times) => times[side] / times[ours]));
const allMet = Object.entries(bars).every(([side, bar]) => ratioTo(side) >= bar);
const verdict = (side) => (ratioTo(side) >= bars[side] ? 'Met.' : '**Missed.**');
const row = (title, side) => {
  const seconds = measured.map((times) => times[side]);
  const spread = `${Math.min(...seconds).toFixed(1)}–${Math.max(...seconds).toFixed(1)}`;
  return [title, median(seconds).toFixed(1), spread];
};

const report = `# Flowcharts

${count} distinct flowcharts of 10 to 20 nodes, one in each of ${count} articles. Medians of ${runs} runs of whole processes, after one warm-up; nothing is cached but in the third row.

- Day: ${options.date ?? 'not given'}
- Machine: ${describeMachine()}
- Again: \`npm run compile && node bench/flowcharts.mjs --date YYYY-MM-DD\`

${table([
  ['', 'seconds, median', 'from–to'],
  ['---', '---:', '---:'],
  row('`kb`, the pictures alone', 'draw'),
  row('`kb build`: pages, pictures, search', 'cold'),
  row('`kb build` again, all pictures cached, no browser', 'warm'),
  row(`mermaid-cli ${version}, one Markdown file with them all`, 'batch'),
  row(`mermaid-cli ${version}, one run per file${each < count ? ` (${each} files, scaled)` : ''}`, 'each'),
])}

- One run per file takes **${ratioTo('each').toFixed(1)}** times as long as \`kb\` for the same pictures. Bar: at least ${bars.each}. ${verdict('each')}
- Its own batch takes **${ratioTo('batch').toFixed(1)}** times as long. Bar: at least ${bars.batch}. ${verdict('batch')}
- The whole of \`kb build\` is ${ratioTo('each', 'cold').toFixed(1)} and ${ratioTo('batch', 'cold').toFixed(1)} times as fast.
`;
console.log(report);
if (options.date !== undefined) writeFileSync(resultsFile, report);
process.exitCode = allMet ? 0 : 1;
