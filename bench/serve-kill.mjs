// Kills `kb serve` again and again while readers send to it: whatever it acknowledged must be there, exactly once.
//
//   npm run compile && node bench/serve-kill.mjs [--kills 1000] [--readers 8] [--seed 1]
//
// Ends with 1 where an acknowledged item is missing or there twice, or an item is there that nobody sent.
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createChoices, createRandom } from './random.mjs';
import { createToken, envelope, makeServedBase, remark, startServe } from './serve-base.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    readers: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const kills = Number(values.kills);
const { between, chance } = createChoices(createRandom(Number(values.seed)));

/** The longest time under load before a kill, in milliseconds. */
const longestLife = 250;

const root = makeServedBase(1_000_000);
const token = createToken(root);
const sent = new Set();
const acknowledged = new Set();
let url = '';
let stopped = false;
let running = false;
let lost = 0;

/** Sends what a device has in its outbox until it is acknowledged, as readers' pages do: the same keys again after a failure. */
async function read(reader) {
  let count = 0;
  let outbox = [];
  while (!stopped) {
    if (!running) {
      await pause(5);
      continue;
    }
    while (outbox.length === 0 || chance(0.3)) {
      outbox.push(remark(`reader-${reader}-${count}`));
      count += 1;
    }
    for (const { key } of outbox) sent.add(key);
    try {
      const response = await fetch(`${url}api/feedback`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Remote-User': `reader-${reader}` },
        body: envelope(outbox),
        signal: AbortSignal.timeout(10_000),
      });
      const { accepted } = await response.json();
      for (const key of accepted) acknowledged.add(key);
      outbox = outbox.filter(({ key }) => !acknowledged.has(key));
    } catch {
      lost += 1;
      await pause(5);
    }
  }
}

async function pullAll() {
  const keys = [];
  for (let after = ''; ; ) {
    const response = await fetch(`${url}api/feedback?after=${after}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { items, next } = await response.json();
    if (items.length === 0) return keys;
    keys.push(...items.map(({ key }) => key));
    after = next;
  }
}

const readers = Array.from({ length: Number(values.readers) }, (_, reader) => read(reader));
for (let kill = 1; kill <= kills; kill += 1) {
  const server = await startServe(root);
  url = server.url;
  running = true;
  // Every other life acknowledges something, however slow the machine: kills before that alone would prove nothing.
  for (const before = acknowledged.size; kill % 2 === 0 && acknowledged.size === before; ) await pause(1);
  await pause(between(1, longestLife));
  server.child.kill('SIGKILL');
  await server.ended;
  running = false;
  if (kill % 100 === 0) console.error(`${kill} kills, ${acknowledged.size} acknowledged`);
}
stopped = true;
const last = await startServe(root);
url = last.url;
await Promise.all(readers);
const there = await pullAll();
last.child.kill('SIGTERM');
const code = await last.ended;
rmSync(root, { recursive: true, force: true });

const unique = new Set(there);
const result = {
  kills,
  acknowledged: acknowledged.size,
  there: there.length,
  unanswered: lost,
  missing: [...acknowledged].filter((key) => !unique.has(key)).length,
  twice: there.length - unique.size,
  unknown: there.filter((key) => !sent.has(key)).length,
  endedWith: code,
};
console.log(JSON.stringify(result));
process.exitCode = result.missing + result.twice + result.unknown === 0 && code === 0 ? 0 : 1;
