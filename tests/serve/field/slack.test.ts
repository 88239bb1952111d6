// `/slack/command` with requests as Slack sends them: signature, window, replay, and the answer from the site that is served.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/model/iso-date.ts';
import { isObsoleteHit } from '../../../src/publish/judge-golden.ts';
import { openSiteSearch, type SearchHit } from '../../../src/publish/query-index.ts';
import { buildSlackAnswer, type SlackMessage } from '../../../src/serve/field/slack-answer.ts';
import { createSlackGuard, signSlackBody } from '../../../src/serve/field/slack-signature.ts';
import { sampleSite } from '../../support/sample-site.ts';
import { type FieldBench, fieldNow, sendRequest, startBench } from './field-harness.ts';
import { documented, slackBodies } from './slack-requests.ts';

const schema = JSON.parse(readFileSync(new URL('block-kit.schema.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;
const fits = new Ajv({ strictTypes: false, strictRequired: false }).compile(schema);
const bytes = (text: string) => new TextEncoder().encode(text);
const nowSeconds = fieldNow.getTime() / 1000;

describe('the signature', () => {
  it('is the one of Slack’s own example', () => {
    const { secret, timestamp, body, signature } = documented;
    expect(signSlackBody(secret, timestamp, bytes(body))).toBe(signature);
    const at = (seconds: number) => new Date((Number(timestamp) + seconds) * 1000);
    const request = { timestamp, signature, body: bytes(body) };
    const verdict = (seconds: number, changed = {}) =>
      createSlackGuard(secret)({ ...request, ...changed }, at(seconds));
    expect([0, 300, -300].map((seconds) => verdict(seconds))).toEqual(['signed', 'signed', 'signed']);
    expect([301, -301, 86_400].map((seconds) => verdict(seconds))).toEqual(['stale', 'stale', 'stale']);
  });

  it.each([
    ['another secret', {}, 'autre'],
    ['no signature', { signature: undefined }],
    ['a signature of another length', { signature: 'v0=lolno' }],
    ['a signature of another version', { signature: documented.signature.replace('v0', 'v1') }],
    ['no timestamp', { timestamp: undefined }],
    ['another timestamp', { timestamp: '1531420619' }],
    ['a timestamp that is no number', { timestamp: '1531420618.0' }],
    ['a changed body', { body: bytes(documented.body.replace('roadrunner', 'coyote')) }],
    ['a body with one more field', { body: bytes(`${documented.body}&a=1`) }],
    ['a body with lower-case escapes', { body: bytes(documented.body.replaceAll('%2F', '%2f')) }],
  ])('fails on %s', (_what, changed, secret = documented.secret) => {
    const request = { ...documented, body: bytes(documented.body), ...changed };
    expect(createSlackGuard(secret)(request, new Date(Number(documented.timestamp) * 1000))).toBe(
      'signature',
    );
  });

  it('is taken once in its window', () => {
    const { secret, timestamp, signature, body } = documented;
    const check = createSlackGuard(secret);
    const at = (seconds: number) =>
      check({ timestamp, signature, body: bytes(body) }, new Date((Number(timestamp) + seconds) * 1000));
    expect([at(-200), at(0), at(300), at(301)]).toEqual(['signed', 'replayed', 'replayed', 'stale']);
  });
});

describe('the command', () => {
  let bench: FieldBench;
  let site: string;
  const secret = '00000000000000000000000000000000';

  beforeAll(async () => {
    ({ site } = await sampleSite());
    const slack = {
      secret,
      baseUrl: 'https://kb.example/base/',
      articleLang: 'fr',
      lang: 'fr',
      dueWithin: { amount: 30, unit: 'd' },
    } as const;
    bench = await startBench({}, { site, slack });
  });
  afterAll(() => bench.close());

  let second = 0;
  const ask = (body: string, changed: Record<string, string> = {}) => {
    // A second later each time: the same question by two people has two signatures.
    second += 1;
    const timestamp = String(nowSeconds - 100 + second);
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': signSlackBody(secret, timestamp, bytes(body)),
      ...changed,
    };
    return sendRequest(bench.server.port, 'POST', '/slack/command', headers, body);
  };
  const messageOf = async (body: string): Promise<SlackMessage> => {
    const answer = await ask(body);
    expect(answer.status).toBe(200);
    const message = JSON.parse(answer.body) as SlackMessage;
    expect(fits(message), JSON.stringify(fits.errors)).toBe(true);
    expect(message.response_type).toBe('ephemeral');
    return message;
  };
  const sections = ({ blocks }: SlackMessage) =>
    blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));

  it('answers with the three articles that the site’s own search puts first, their validity and links', async () => {
    const shown = sections(await messageOf(slackBodies.late));
    const { hits } = await (await openSiteSearch(site, 'fr')).search('remboursement retard');
    const best = hits.filter((hit) => !isObsoleteHit(hit)).slice(0, 3);
    expect(shown).toHaveLength(3);
    expect(shown.map((text) => /^<([^|]+)\|/.exec(text)?.[1])).toEqual(
      best.map(({ url }) => `https://kb.example/base/${url}`),
    );
    for (const text of shown) expect(text).toMatch(/\n(Valable|Bientôt périmé|Sans date de fin|À venir)/);
  });

  it('reads accents as Slack sends them', async () => {
    expect((await messageOf(slackBodies.accents)).text).toContain('«\u00a0délai de livraison ?\u00a0»');
  });

  it('says so where nothing is found, and leads to the whole search', async () => {
    const message = await messageOf(slackBodies.nothing);
    expect(sections(message)).toEqual(['Rien pour «\u00a0xyzzyqqq wwwzzz\u00a0».']);
    expect(JSON.stringify(message.blocks)).toContain(
      'https://kb.example/base/fr/search.html?q=xyzzyqqq%20wwwzzz',
    );
  });

  it('never gives back markup that would call everybody or lead elsewhere', async () => {
    const text = JSON.stringify(await messageOf(slackBodies.hostile));
    expect(text).not.toContain('<!channel>');
    expect(text).not.toContain('<https://autre.example');
  });

  it('explains itself where nothing is asked, and answers the look at its certificate', async () => {
    expect(sections(await messageOf(slackBodies.empty))[0]).toContain('/kb remboursement retard');
    expect(await ask(slackBodies.certificate)).toMatchObject({ status: 200, body: '' });
  });

  it('refuses what is not signed, is sent again or comes in another form', async () => {
    expect(await ask(slackBodies.late, { 'X-Slack-Signature': documented.signature })).toMatchObject({
      status: 401,
      body: '{"error":"signature"}',
    });
    const timestamp = String(nowSeconds);
    const same = {
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': signSlackBody(secret, timestamp, bytes(slackBodies.late)),
    };
    const anew = slackBodies.late.replaceAll('+', '%20');
    expect((await ask(anew, same)).body).toBe('{"error":"signature"}');
    const old = String(nowSeconds - 400);
    expect((await ask(slackBodies.late, same)).status).toBe(200);
    expect((await ask(slackBodies.late, same)).body).toBe('{"error":"replayed"}');
    const stale = {
      'X-Slack-Request-Timestamp': old,
      'X-Slack-Signature': signSlackBody(secret, old, bytes(slackBodies.late)),
    };
    expect((await ask(slackBodies.late, stale)).body).toBe('{"error":"stale"}');
    expect((await ask('{}', { 'Content-Type': 'application/json' })).status).toBe(415);
    expect((await ask(`text=${'a'.repeat(20_000)}`)).status).toBe(413);
    expect(bench.log.join('')).not.toMatch(/remboursement|t\.lam|U00000003/);
  });
});

it('an article that has expired since the site was built is left out, and a title is no markup', () => {
  const hit = (id: string, meta: Record<string, string>): SearchHit => ({
    url: `fr/${id}.html`,
    title: `<!here> & ${id}`,
    excerptHtml: '',
    meta,
    filters: { validity: ['current'], trust: ['validated'] },
    score: 1,
  });
  const answer = {
    hits: [
      hit('a', { expires: '2026-11-15' }),
      hit('b', { expires: '2026-12-01' }),
      hit('c', { needsExpiry: 'true' }),
    ],
    unknown: [],
    corrected: [{ typed: 'coli', used: 'colis' }],
  };
  const terms = {
    baseUrl: 'https://kb.example/',
    articleLang: 'fr',
    lang: 'en',
    today: '2026-11-16' as IsoDate,
    dueWithin: { amount: 30, unit: 'd' },
  } as const;
  const message = buildSlackAnswer('coli', answer, terms);
  expect(fits(message)).toBe(true);
  expect(message.blocks.map((block) => (block.type === 'section' ? block.text.text : ''))).toEqual([
    '',
    '<https://kb.example/fr/b.html|&lt;!here&gt; &amp; b>\nExpiring soon, until 1 December 2026 · Validated',
    '<https://kb.example/fr/c.html|&lt;!here&gt; &amp; c>\nNo end date · Validated',
    '',
  ]);
});
