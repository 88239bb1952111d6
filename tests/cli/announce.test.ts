// `kb announce`: what is new to a channel is posted once, whatever the channel answers and whenever the program dies.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const news = (id: string, fields: Readonly<Record<string, string>> = {}) =>
  articleText(id, 'Texte.', {
    type: 'announcement',
    level: 'urgent',
    effective: '2026-11-12',
    summary: '"Trois <!channel> dépôts & plus"',
    ...fields,
  });

const files = {
  'content/greve.md': news('greve', { acknowledge: 'true', audience: '[internal, partner]' }),
  'content/interne.md': news('interne', { effective: '2026-11-13' }),
  'content/fini.md': news('fini', { expires: '2026-11-15' }),
  'content/demain.md': news('demain', { effective: '2026-11-17' }),
  'content/brouillon.md': news('brouillon', { status: 'draft' }),
  'content/en.md': news('strike', { lang: 'en' }),
  'content/procedure.md': articleText('procedure', 'Texte.'),
};

interface Channel {
  readonly url: string;
  readonly posted: { readonly title: string; readonly body: Record<string, unknown> }[];
  answer: (response: ServerResponse) => void;
}

let channel: Channel;

beforeEach(async () => {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as { announcement?: { id: string } };
      channel.posted.push({ title: body.announcement?.id ?? '', body });
      channel.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  channel = {
    url: `http://127.0.0.1:${port}/services/T0/secret`,
    posted: [],
    answer: (response) => response.end('ok'),
  };
});

async function makeBase(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'content'));
  for (const [file, text] of Object.entries({ 'kb.config.yaml': baseConfig, ...files }))
    await writeFile(path.join(folder, file), text);
  return folder;
}

const announce = (folder: string, ...args: string[]) =>
  runKb(
    folder,
    [
      'announce',
      '--format',
      'json',
      '--audience',
      'internal',
      '--channel',
      'equipe',
      '--lang',
      'en',
      ...args,
    ],
    {
      env: { KB_WEBHOOK: channel.url },
    },
  );

const ids = () => channel.posted.map(({ title }) => title);

async function ledger(folder: string): Promise<string> {
  return readFile(path.join(folder, 'announced/2026-11.txt'), 'utf8').catch(() => '');
}

describe('kb announce', () => {
  it('posts what is in force for the audience, oldest first, and never again', async () => {
    const folder = await makeBase();
    const dry = await announce(folder, '--dry-run');
    expect(dry.out).toContain('"id": "greve"');
    expect([ids(), await readdir(folder)]).toEqual([[], ['content', 'kb.config.yaml']]);
    expect(await announce(folder, '--base-url', 'https://kb.example/aide')).toEqual({
      code: 0,
      out: 'fr/greve\nfr/interne\n',
      err: '',
    });
    expect(channel.posted[0]?.body).toMatchObject({
      version: 1,
      base: 'Essai',
      announcement: {
        id: 'greve',
        level: 'urgent',
        acknowledge: true,
        expires: '2027-03-31',
        url: 'https://kb.example/aide/fr/greve.html',
      },
    });
    expect(await ledger(folder)).toBe('2026-11-16 fr/greve equipe sent\n2026-11-16 fr/interne equipe sent\n');
    expect(await announce(folder)).toEqual({ code: 0, out: '', err: 'kb: Nothing new to announce\n' });
    await writeFile(
      path.join(folder, 'content/greve.md'),
      news('greve-de-novembre', { formerly: '[greve]' }),
    );
    await announce(folder);
    expect(ids()).toEqual(['greve', 'interne']);
    await announce(folder, '--today', '2026-11-17');
    expect(ids()).toEqual(['greve', 'interne', 'demain']);
  });

  it('tells no audience what is not for it, and asks who reads the channel', async () => {
    const folder = await makeBase();
    expect((await announce(folder, '--audience', 'partner', '--channel', 'partenaires')).out).toBe(
      'fr/greve\n',
    );
    const unnamed = await runKb(folder, ['announce', '--webhook', channel.url, '--lang', 'en']);
    expect(unnamed).toMatchObject({ code: 2, err: expect.stringContaining('expected --audience') });
    expect(ids()).toEqual(['greve']);
  });

  it.each([
    [
      'a refusal',
      (response: ServerResponse) => void response.writeHead(404).end('no_service'),
      'refused (404)',
      '',
    ],
    [
      'a way elsewhere',
      (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'refused (302)',
      '',
    ],
  ])('tries again after %s', async (_, answer, message, kept) => {
    const folder = await makeBase();
    channel.answer = answer;
    const first = await announce(folder);
    expect(first).toMatchObject({ code: 1, out: '', err: expect.stringContaining(message) });
    expect((await ledger(folder)).trim()).toBe(kept);
    channel.answer = (response) => response.end('ok');
    expect((await announce(folder)).out).toBe('fr/greve\nfr/interne\n');
  });

  it.each([
    ['an answer that says nothing', (response: ServerResponse) => void response.writeHead(502).end(), '502'],
    ['a line that breaks', (response: ServerResponse) => void response.destroy(), ''],
  ])('does not try again by itself after %s: it may have arrived', async (_, answer, why) => {
    const folder = await makeBase();
    channel.answer = answer;
    const first = await announce(folder);
    expect(first).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(`fr/greve: perhaps sent (${why}`),
    });
    expect(first.err).not.toContain('secret');
    channel.answer = (response) => response.end('ok');
    const second = await announce(folder);
    expect(second).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('take its line out of announced/2026-11.txt'),
    });
    expect(ids()).toEqual(['greve', 'interne']);
    await writeFile(path.join(folder, 'announced/2026-11.txt'), '');
    expect((await announce(folder)).out).toBe('fr/greve\nfr/interne\n');
  });

  it('posts nothing a second time after it was stopped while a message was on its way', async () => {
    const folder = await makeBase();
    const stop = new AbortController();
    channel.answer = () => stop.abort();
    const args = ['announce', '--format', 'json', '--audience', 'internal', '--channel', 'equipe'];
    const stopped = await runKb(folder, args, { env: { KB_WEBHOOK: channel.url }, signal: stop.signal });
    expect({ code: stopped.code, ledger: await ledger(folder) }).toEqual({
      code: 130,
      ledger: '2026-11-16 fr/greve equipe unsure\n',
    });
    channel.answer = (response) => response.end('ok');
    expect((await announce(folder)).out).toBe('fr/interne\n');
    expect(ids()).toEqual(['greve', 'interne']);
  });

  it('posts nothing where the channel can’t be reached, and says so', async () => {
    const folder = await makeBase();
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const result = await announce(folder, '--webhook', `http://127.0.0.1:${port}/secret`);
    expect(result).toMatchObject({ code: 1, err: expect.stringContaining('refused (ECONNREFUSED)') });
    for (const address of ['http://hooks.example/secret', 'file:///secret', 'secret'])
      expect(await announce(folder, '--webhook', address)).toEqual({
        code: 2,
        out: '',
        err: 'kb: Unexpected webhook address, expected https://…\n',
      });
  });

  it('needs no file where git tells what was in force before', async () => {
    const { greve, ...later } = { greve: files['content/greve.md'], ...files };
    const repository = makeRepository(
      { 'kb.config.yaml': baseConfig, 'content/greve.md': greve },
      { at: '2026-11-13T10:00:00+0100' },
    );
    for (const [file, text] of Object.entries(later)) repository.put(file, text);
    repository.commit({ at: '2026-11-16T10:00:00+0100' });
    expect((await announce(repository.folder, '--since', 'HEAD~1', '--dry-run')).out).not.toContain('greve');
    expect((await announce(repository.folder, '--since', '2026-11-14')).out).toBe('fr/interne\n');
    expect((await announce(repository.folder, '--since', 'nowhere')).code).toBe(2);
  });

  it('lets no title or summary mention, link or format anything in Slack or Teams', async () => {
    const folder = await makeBase();
    const title = '"<https://x.example|Click> *bold* [a](https://x.example) @here"';
    await writeFile(path.join(folder, 'content/greve.md'), news('greve', { title }));
    const slack = (await announce(folder, '--format', 'slack', '--dry-run')).out;
    const section = /"text": "(Trois[^"]*)"/.exec(slack)?.[1];
    expect(section).toBe('Trois &lt;!channel&gt; dépôts &amp; plus');
    expect(slack).toContain('"text": "&lt;https://x.example|Click&gt; *bold*');
    const teams = (await announce(folder, '--format', 'teams', '--dry-run')).out;
    expect(teams).not.toContain('"TextBlock"');
    expect(teams).toContain('"type": "TextRun"');
  });
});
