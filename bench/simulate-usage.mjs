// Writes the sample base's `usage/`: a month of counts that nobody made, from a seed, so that its figures and their page can be seen. Run after compiling:
// node bench/simulate-usage.mjs [folder of the base] [where to write it]
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { articleDocuments } from '../dist/src/content/knowledge-base.js';
import { judgeAbsence } from '../dist/src/content/obsolescence.js';
import { readKnowledgeBase } from '../dist/src/content/read-knowledge-base.js';
import { planUsageImport } from '../dist/src/field/plan-usage-import.js';
import { readRoster } from '../dist/src/field/read-roster.js';
import { readDiagrams } from '../dist/src/lint/read-diagrams.js';
import { choose, currentNode, isAtEnd, startGuide, waysOn } from '../dist/src/model/guide.js';
import { addPeriod } from '../dist/src/model/iso-date.js';
import { isPresent } from '../dist/src/model/roster.js';
import { createChoices, createRandom } from './random.mjs';

const seed = 20261116;
const lastDay = '2026-11-16';
const days = 30;

/** The ledger that there is before. */
const nothing = { entries: [], problems: [], texts: new Map() };

const remark =
  '# Mois simulé, pour montrer à quoi ressemblent ces chiffres : personne n’a été compté. Écrit par bench/simulate-usage.mjs.';

/** What customers and agents look for and the sample base does not call so, or does not have. */
const notFound = [
  'chèque cadeau',
  'parrainage',
  'parrainer un ami',
  'liste de mariage',
  'code promo refusé',
  'reprise ancien appareil',
  'ecoparticipation',
  'abonnement livraison',
  'facture au nom de l’entreprise',
  'tva intracommunautaire',
  'avis négatif supprimé',
  'vendeur parti sans livrer',
];

const notOpened = ['retard', 'numéro', 'remboursement', 'vendeur', 'bon de retour', 'mot de passe', 'carte'];

const { between, pick, chance } = createChoices(createRandom(seed));

/** The places of a list drawn so that the first come often and the last rarely. */
function drawEarly(list) {
  return list[Math.floor((list.length * between(0, 999) ** 2) / 1_000_000)];
}

/** A list in an order of its own: what is drawn early is popular. */
function shuffle(list) {
  return list
    .map((item) => ({ item, place: between(0, 1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A random UUID's look, from the seed. */
function makeKey() {
  const hex = Array.from({ length: 32 }, () => between(0, 15).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** Follows a flow as an agent would, and counts what the page would count. */
function followGuide(name, flow, count) {
  let guide = startGuide(flow);
  for (let step = 0; step < 40 && !isAtEnd(guide); step++) {
    const node = currentNode(guide);
    if (node && step > 0 && chance(0.06)) return count('guide-left', `${name}#${node.id}`);
    const ways = waysOn(guide);
    const way = chance(0.6) ? 0 : between(0, ways.length - 1);
    const taken = ways[way];
    if (node && taken && ways.length > 1) count('answer', `${name}#${node.id} → ${taken.answer}`);
    guide = choose(guide, way);
  }
  return undefined;
}

/** The items of one device on one day. */
function simulateDay(on, world) {
  const counts = new Map();
  const count = (of, what) =>
    counts.set(`${of} ${what}`, { of, what, count: (counts.get(`${of} ${what}`)?.count ?? 0) + 1 });
  for (let contact = between(6, 18); contact > 0; contact--) {
    const document = drawEarly(world.popular);
    const { lang, id, type } = document.article;
    const name = `${lang}/${id}`;
    count('view', name);
    const flow = world.flows.get(document);
    if (flow && chance(0.5)) followGuide(name, flow, count);
    if (type === 'macro' && chance(0.6)) count('copy', name);
    if (chance(0.05)) count('search-empty', drawEarly(notFound));
    if (chance(0.04)) count('search-left', pick(notOpened));
  }
  return { kind: 'usage', key: makeKey(), on, counters: [...counts.values()] };
}

/** The sample base's files of counts, by path. */
async function simulate(root) {
  const base = await readKnowledgeBase(root);
  const roster = await readRoster(root, base.config.audiences);
  const diagrams = await readDiagrams(base);
  const documents = articleDocuments(base).filter(
    (document) =>
      !['announcement', 'ivr'].includes(document.article.type) &&
      judgeAbsence(document, base, lastDay) === undefined,
  );
  const flows = new Map();
  for (const document of documents) {
    const code = document.markdown?.flowcharts[0]?.code;
    const parsed = code === undefined ? undefined : diagrams.get(code);
    if (parsed?.flow) flows.set(document, parsed.flow);
  }
  // A few are opened by nobody, as in life.
  const isOften = ({ article: { lang, type } }) => lang === 'fr' && type !== 'macro' && type !== 'quiz';
  const often = shuffle(documents.filter(isOften));
  const rare = shuffle(documents.filter((document) => !isOften(document)));
  const world = { flows, popular: [...often, ...rare].slice(0, -5) };
  const items = [];
  for (let ago = days - 1; ago >= 0; ago--) {
    const on = addPeriod(lastDay, { amount: -ago, unit: 'd' });
    const weekend = [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
    for (const [reader, person] of roster.people) {
      // One of the team never opens it, and few work at the weekend.
      if (!isPresent(person, on) || reader === 'julien-arnaud' || chance(weekend ? 0.8 : 0.25)) continue;
      items.push(simulateDay(on, world), { kind: 'presence', key: `p:${on}:${reader}`, on, reader });
    }
  }
  return planUsageImport(items, nothing, lastDay).changes.map(({ path, after }) => ({
    path,
    text: `${remark}\n${after}`,
  }));
}

const root = argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const target = argv[3] ?? root;
for (const { path, text } of await simulate(root)) {
  await mkdir(dirname(join(target, path)), { recursive: true });
  await writeFile(join(target, path), text);
  console.log(path);
}
