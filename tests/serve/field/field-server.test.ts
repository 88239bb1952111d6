// `kb serve` over real HTTP and a real database: what is stored, for whom, and everything that is refused.
// Long, because what is refused is told apart by small differences between requests, best read beside each other.
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServeConfig } from '../../../src/model/config.ts';
import type { FieldServerOptions } from '../../../src/serve/field/field-server.ts';
import { createToken } from '../../../src/serve/field/writer-tokens.ts';
import {
  counts,
  envelope,
  type FieldBench,
  receipt,
  remark,
  sendRequest,
  startBench,
} from './field-harness.ts';

let bench: FieldBench;
afterEach(() => bench.close());

async function start(
  config: Partial<ServeConfig> = {},
  options: Partial<FieldServerOptions> = {},
): Promise<FieldBench> {
  bench = await startBench(config, options);
  return bench;
}

const token = () => ({ Authorization: `Bearer ${createToken(bench.database, 'essai', '2026-11-16')}` });
const logged = () => bench.log.map((line) => JSON.parse(line) as Record<string, unknown>);
const refusals = () => logged().flatMap(({ reason }) => (reason === undefined ? [] : [reason]));

describe('readers', () => {
  it('get the site, with headers that keep other sites out', async () => {
    const { get } = await start();
    expect(await get('/')).toMatchObject({
      status: 200,
      body: '<p>accueil</p>',
      headers: { 'x-content-type-options': 'nosniff', 'content-security-policy': "frame-ancestors 'self'" },
    });
    expect((await get('/../field.db')).status).toBe(404);
    expect((await get('/%2e%2e/field.db')).status).toBe(404);
  });

  it('send items of one kind, and hear of each what became of it', async () => {
    const { post, keys } = await start();
    const body = envelope(remark('a'), { kind: 'feedback', key: 'b' }, receipt('c'), remark('d'));
    const answer = await post('feedback', body);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      accepted: ['a', 'd'],
      refused: [
        { index: 1, key: 'b', why: expect.stringMatching(/^on: /) },
        { index: 2, key: 'c', why: 'kind: expected feedback' },
      ],
    });
    expect(keys()).toEqual(['a', 'd']);
  });

  it('send the same item again, from two devices as well, and it is there once, as it first was', async () => {
    const { post, get, keys } = await start();
    await post('feedback', envelope(remark('a', { comment: 'Un' })));
    const again = await Promise.all(
      Array.from({ length: 20 }, () =>
        post('feedback', envelope(remark('a', { comment: 'Deux' }), remark('b'))),
      ),
    );
    expect(new Set(again.map(({ body }) => body))).toEqual(new Set(['{"accepted":["a","b"],"refused":[]}']));
    expect(keys()).toEqual(['a', 'b']);
    const { items } = JSON.parse((await get('/api/feedback', token())).body) as { items: unknown[] };
    expect(items[0]).toMatchObject({ key: 'a', comment: 'Un', received: '2026-11-16T09:30:00.000Z' });
  });

  it('may share a receipt’s key, since it follows from what they read', async () => {
    const { post, database } = await start();
    await post('receipts', envelope(receipt('r', { reader: 'cvasseur' })));
    await post('receipts', envelope(receipt('r', { reader: 'tlam' }), receipt('r', { reader: 'cvasseur' })));
    expect(database.sql.prepare('SELECT who FROM items ORDER BY who').all()).toEqual([
      { who: 'cvasseur' },
      { who: 'tlam' },
    ]);
  });
});

describe('who the reader is', () => {
  const readerOf = async (fields: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const answer = await bench.post('feedback', envelope(remark('a', fields)), headers);
    const [row] = bench.database.sql.prepare('SELECT item FROM items').all() as { item: string }[];
    return { status: answer.status, reader: row && (JSON.parse(row.item) as { reader?: string }).reader };
  };

  it('is what they say themselves, on loopback without a proxy', async () => {
    await start();
    expect(await readerOf({ reader: 'cvasseur' })).toEqual({ status: 200, reader: 'cvasseur' });
  });

  it('is what a listed proxy says, whatever the item claims', async () => {
    await start({ trustedProxies: ['127.0.0.0/8'] });
    expect(await readerOf({ reader: 'cvasseur' }, { 'X-Remote-User': 'tlam' })).toEqual({
      status: 200,
      reader: 'tlam',
    });
  });

  it('is nobody where the proxy says nothing', async () => {
    await start({ trustedProxies: ['127.0.0.1'] });
    expect(await readerOf({ reader: 'cvasseur' })).toEqual({ status: 200, reader: undefined });
  });

  it('is nobody where the network can reach the server and no proxy is listed', async () => {
    await start({}, { host: '0.0.0.0' });
    expect(await readerOf({ reader: 'cvasseur' })).toEqual({ status: 200, reader: undefined });
  });

  it.each([[[]], [['10.0.0.0/8', '::1']]])(
    'is refused from a proxy that is not listed (%j)',
    async (list) => {
      await start({ trustedProxies: list });
      const forged = { 'X-Remote-User': 'tlam', 'X-Forwarded-For': '10.0.0.1' };
      expect(await readerOf({}, forged)).toEqual({ status: 403, reader: undefined });
      expect(refusals()).toEqual(['proxy']);
    },
  );

  it('is never kept with counts', async () => {
    await start({ trustedProxies: ['127.0.0.1'] });
    await bench.post('usage', envelope(counts('u', { reader: 'tlam' })), { 'X-Remote-User': 'tlam' });
    const rows = JSON.stringify(bench.database.sql.prepare('SELECT * FROM items').all());
    expect(rows).toContain('colis-en-retard');
    expect(rows).not.toContain('tlam');
  });
});

describe('a day of presence', () => {
  const presence = (key: string, reader?: string) => ({ kind: 'presence', key, on: '2026-11-16', reader });

  it('is kept once for a reader and a day, from whatever device it comes', async () => {
    await start({ trustedProxies: ['127.0.0.1'] });
    const post = (key: string, reader: string) =>
      bench.post('presence', envelope(presence(key)), { 'X-Remote-User': reader });
    await post('p:2026-11-16:a', 'tlam');
    await post('p:2026-11-16:a', 'tlam');
    await post('p:2026-11-16:a', 'cvasseur');
    expect(bench.keys()).toEqual(['p:2026-11-16:a', 'p:2026-11-16:a']);
  });

  it('of nobody is refused', async () => {
    await start({}, { host: '0.0.0.0' });
    const answer = await bench.post('presence', envelope(presence('a', 'tlam')));
    expect(JSON.parse(answer.body)).toEqual({
      accepted: [],
      refused: [{ index: 0, key: 'a', why: 'reader: nobody is named' }],
    });
    expect(bench.keys()).toEqual([]);
  });
});

describe('what is refused is logged, and nothing of it is stored', () => {
  it.each<[string, number, string, () => Promise<{ status: number }>]>([
    [
      'another origin',
      403,
      'origin',
      () => bench.post('feedback', envelope(remark('a')), { Origin: 'https://autre.example' }),
    ],
    [
      'a page from a folder',
      403,
      'origin',
      () => bench.post('feedback', envelope(remark('a')), { Origin: 'null' }),
    ],
    [
      'another host',
      403,
      'host',
      () => bench.post('feedback', envelope(remark('a')), { Host: 'autre.example' }),
    ],
    [
      'a form',
      415,
      'media-type',
      () => bench.post('feedback', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ],
    [
      'plain text',
      415,
      'media-type',
      () => bench.post('feedback', envelope(remark('a')), { 'Content-Type': 'text/plain' }),
    ],
    ['no JSON', 400, 'json', () => bench.post('feedback', '{')],
    ['no envelope', 400, 'envelope', () => bench.post('feedback', '[]')],
    [
      'an envelope of another version',
      400,
      'version',
      () => bench.post('feedback', '{"version":2,"items":[]}'),
    ],
    [
      'an oversized body',
      413,
      'too-large',
      () => bench.post('feedback', envelope(remark('a', { comment: 'é'.repeat(9000) }))),
    ],
    [
      '10,000 items at once',
      413,
      'too-large',
      () => bench.post('feedback', envelope(...Array.from({ length: 10_000 }, (_, n) => remark(`k${n}`)))),
    ],
    [
      'thousands of things that are no items',
      413,
      'too-many',
      () => bench.post('feedback', `{"version":1,"items":[${'0,'.repeat(8000)}0]}`),
    ],
    ['an unknown address', 404, 'not-found', () => bench.post('articles', envelope(remark('a')))],
    ['no token', 401, 'token', () => bench.get('/api/feedback')],
    [
      'a wrong token',
      401,
      'token',
      () => bench.get('/api/feedback', { Authorization: `Bearer kbt_${'A'.repeat(43)}` }),
    ],
    [
      'a token of another scheme',
      401,
      'token',
      () => bench.get('/api/receipts', { Authorization: 'Basic a2I6a2I=' }),
    ],
  ])('%s', async (_what, status, reason, send) => {
    await start();
    expect((await send()).status).toBe(status);
    expect(refusals()).toEqual([reason]);
    expect(bench.keys()).toEqual([]);
  });

  it('more requests than the rate allows, per reader', async () => {
    const { post, keys } = await start({ rate: 3, trustedProxies: ['127.0.0.1'] });
    const send = (reader: string, key: string) =>
      post('feedback', envelope(remark(key)), { 'X-Remote-User': reader });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await send('tlam', `t${n}`)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await send('cvasseur', 'c')).status).toBe(200);
    expect(keys()).toEqual(['t0', 't1', 't2', 'c']);
    expect(refusals()).toEqual(['rate', 'rate']);
  });

  it('an upload that never ends does not keep the server from stopping', async () => {
    const { server } = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      'POST /api/feedback HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await new Promise((resolve) => socket.once('connect', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    await bench.close();
    await ended;
    await start();
  });
});

describe('pages of a listed origin', () => {
  it('may send, and are told so by CORS; others are not', async () => {
    const { server, keys } = await start({ origins: ['https://kb.example', 'null'] });
    const ask = (origin: string, method: string, body?: string) => {
      const headers = { Origin: origin, 'Content-Type': 'application/json' };
      return sendRequest(server.port, method, '/api/feedback', headers, body);
    };
    const preflight = await ask('null', 'OPTIONS');
    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': 'null' } });
    expect((await ask('https://kb.example', 'POST', envelope(remark('a')))).headers).toMatchObject({
      'access-control-allow-origin': 'https://kb.example',
    });
    expect((await ask('https://autre.example', 'OPTIONS')).status).toBe(403);
    expect(keys()).toEqual(['a']);
  });

  it('may be asked for by their own name behind a proxy', async () => {
    const { get } = await start({ origins: ['https://kb.example'] });
    expect((await get('/', { Host: 'kb.example' })).status).toBe(200);
    expect((await get('/', { Host: 'autre.example' })).status).toBe(403);
  });
});

describe('writers', () => {
  it('pull from where they were, in order, to the end', async () => {
    const { post, get } = await start();
    const headers = token();
    for (let part = 0; part < 5; part += 1)
      await post('receipts', envelope(...Array.from({ length: 50 }, (_, n) => receipt(`r${part}-${n}`))));
    await post('feedback', envelope(remark('other')));
    const pull = async (after: string) =>
      JSON.parse((await get(`/api/receipts?after=${after}`, headers)).body) as {
        version: number;
        base: string;
        items: { key: string }[];
        next: string;
      };
    const first = await pull('');
    expect(first).toMatchObject({ version: 1, base: 'Essai', items: { length: 200 } });
    const second = await pull(first.next);
    expect(second.items.map(({ key }) => key)).toEqual(Array.from({ length: 50 }, (_, n) => `r4-${n}`));
    const last = await pull(second.next);
    expect(last).toMatchObject({ items: [], next: second.next });
    // A cursor of another database, or none at all: everything again, since importing twice adds nothing.
    for (const cursor of ['00000000-9999', "' OR 1=1", '9'.repeat(500)])
      expect((await pull(encodeURIComponent(cursor))).items).toHaveLength(200);
  });

  it('are known by what is kept as a hash only', async () => {
    await start();
    const { Authorization } = token();
    const rows = JSON.stringify(bench.database.sql.prepare('SELECT * FROM tokens').all());
    expect(rows).toContain('essai');
    expect(rows).not.toContain(Authorization.slice('Bearer kbt_'.length));
  });
});

it('the log says what was asked and what came of it, and nothing of the reader', async () => {
  const { post, get } = await start({ trustedProxies: ['127.0.0.1'] });
  await post('feedback', envelope(remark('clef-1', { comment: 'Appelez Mme Durand' })), {
    'X-Remote-User': 'tlam',
  });
  await post('feedback', envelope({ ...remark('clef-2'), on: 'Durand' }), { 'X-Remote-User': 'tlam' });
  await get('/fr/search.html?q=Durand');
  await get('/api/feedback?after=Durand');
  expect(logged().filter(({ method }) => method !== undefined)).toMatchObject([
    { method: 'POST', route: '/api/feedback', status: 200, accepted: 1, refused: 0 },
    { method: 'POST', route: '/api/feedback', status: 200, accepted: 0, refused: 1 },
    { method: 'GET', route: '/api/feedback', status: 401, reason: 'token' },
  ]);
  const lines = bench.log.slice(1).join('');
  for (const word of ['Durand', 'tlam', '127.0.0.1', 'clef']) expect(lines).not.toContain(word);
});
