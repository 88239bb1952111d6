// How long readers wait for `kb serve` when many send at once, beside the same load on a bare fastify route that keeps nothing.
//
//   npm run compile && node bench/serve-load.mjs [--readers 50] [--seconds 60] [--pause 200]
//
// Each reader sends one remark, waits for the answer, pauses and sends the next, as devices do that have something to tell.
// Ends with 1 on any error, or where the p99 of `kb serve` is 100 ms or more.
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describeMachine, table } from './measure.mjs';
import { envelope, makeServedBase, remark, startServe } from './serve-base.mjs';

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    pause: { type: 'string', default: '200' },
  },
});
const [readers, seconds, between] = [values.readers, values.seconds, values.pause].map(Number);

const bareServer = `
  import { fastify } from ${JSON.stringify(import.meta.resolve('fastify'))};
  import { parentPort } from 'node:worker_threads';
  const app = fastify({ bodyLimit: 16384 });
  app.post('/api/feedback', async ({ body }) => ({ accepted: body.items.map(({ key }) => key), refused: [] }));
  parentPort.postMessage(await app.listen({ host: '127.0.0.1', port: 0 }) + '/');
`;

/** @returns {Promise<{ status: number, ms: number }>} */
function post(url, agent, reader, body) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}api/feedback`,
      {
        agent,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'X-Remote-User': `reader-${reader}`,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, ms: performance.now() - start }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** The load on `url`: milliseconds of every answer, sorted, and how many were no 200. */
async function load(url, run) {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const end = performance.now() + seconds * 1000;
  const times = [];
  let errors = 0;
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      await pause((between * reader) / readers);
      for (let count = 0; performance.now() < end; count += 1) {
        const body = envelope([remark(`${run}-${reader}-${count}`)]);
        const { status, ms } = await post(url, agent, reader, body).catch(() => ({ status: 0, ms: 0 }));
        if (status === 200) times.push(ms);
        else errors += 1;
        await pause(between);
      }
    }),
  );
  agent.destroy();
  return { times: times.sort((a, b) => a - b), errors };
}

const quantile = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const bare = new Worker(bareServer, { eval: true });
const bareUrl = await new Promise((resolve) => {
  bare.once('message', resolve);
});
const bareLoad = await load(bareUrl, 'bare');
await bare.terminate();

const root = makeServedBase(100_000);
const server = await startServe(root);
const serveLoad = await load(server.url, 'serve');
server.child.kill('SIGTERM');
await server.ended;
rmSync(root, { recursive: true, force: true });

const row = (name, { times, errors }) => [
  name,
  times.length,
  errors,
  ...[0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1)),
];
console.log(
  `${readers} readers for ${seconds} s, one remark each and ${between} ms between; ${describeMachine()}\n`,
);
console.log(
  table([
    ['', 'answers', 'errors', 'p50, ms', 'p99, ms', 'slowest, ms'],
    ['---', ...Array.from({ length: 5 }, () => '---:')],
    row('`kb serve`, each answer after its commit', serveLoad),
    row('bare fastify route, nothing kept', bareLoad),
  ]),
);
const p99 = quantile(serveLoad.times, 0.99);
console.log(
  `\nRatio of the p99: ${(p99 / quantile(bareLoad.times, 0.99)).toFixed(1)}. Bar: p99 under 100 ms and no error.`,
);
process.exitCode = p99 < 100 && serveLoad.errors === 0 ? 0 : 1;
