// `kb feedback pull`: a server that answers well, badly, too much or not at all.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askServer, parseServer } from '../../src/field/ask-server.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function startServer(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function makeBase(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'content'));
  await writeFile(path.join(folder, 'kb.config.yaml'), baseConfig);
  await writeFile(path.join(folder, 'content/a.md'), articleText('a', 'Texte.'));
  return folder;
}

const item = (number: number) => ({
  kind: 'feedback',
  key: `remark-${number}`,
  on: '2026-11-12',
  verdict: 'idea',
  about: { id: 'a', lang: 'fr', version: '0123456789ab' },
  lang: 'fr',
  comment: 'Une idée.',
  received: '2026-11-12T09:00:00.000Z',
});

/** Two items a page, `next` the number of the last. */
function pages(count: number): Answer {
  return ({ url = '', headers }, response) => {
    if (headers.authorization !== 'Bearer secret') {
      response.writeHead(401).end();
      return;
    }
    const after = Number(new URL(url, 'http://x').searchParams.get('after') ?? 0);
    const items = [after + 1, after + 2].filter((number) => number <= count).map(item);
    response.end(
      JSON.stringify({ version: 1, base: 'Essai', items, next: String(Math.min(after + 2, count)) }),
    );
  };
}

describe('kb feedback pull', () => {
  it('takes every page once, goes on from there, and says nothing of its token', async () => {
    const folder = await makeBase();
    const counts = [3, 5];
    let count = counts[0] ?? 0;
    const server = await startServer((request, response) => pages(count)(request, response));
    const env = { KB_TOKEN: 'secret', KB_SERVER: server };
    const pull = (...args: string[]) => runKb(folder, ['feedback', 'pull', '--lang', 'en', ...args], { env });
    expect(await pull('--dry-run')).toMatchObject({
      code: 0,
      err: expect.stringContaining('To add: 3 remarks'),
    });
    expect(await readdir(folder)).not.toContain('.kb');
    expect((await pull()).err).toContain('Added: 3 remarks, 0 votes, 0 receipts');
    count = counts[1] ?? 0;
    const second = await pull();
    expect(second.out).toBe('feedback/2026/remark-4.yaml\nfeedback/2026/remark-5.yaml\n');
    expect((await pull('--all')).err).toContain('Added: 0 remarks, 0 votes, 0 receipts; 5 already here');
    const kept = await readFile(path.join(folder, '.kb/pulled.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual({ [`${server}#feedback`]: '5' });
    await writeFile(path.join(folder, '.kb/pulled.json'), '[[[');
    expect((await pull()).err).toContain('5 already here');
    expect(kept + second.out + second.err).not.toContain('secret');
  });

  it.each<[string, Answer, RegExp]>([
    [
      'a failure',
      (_, response) => void response.writeHead(500).end('<h1>oops</h1>'),
      /Unexpected answer 500/,
    ],
    [
      'a page for people',
      (_, response) => void response.end('<!doctype html><title>Portal</title>'),
      /Unreadable answer/,
    ],
    [
      'another shape',
      (_, response) => void response.end('{"ok":true}'),
      /Unexpected answer, expected version/,
    ],
    [
      'another version',
      (_, response) => void response.end('{"version":2,"items":[],"next":"1"}'),
      /Unexpected version/,
    ],
    [
      'no cursor',
      (_, response) => void response.end('{"version":1,"items":[]}'),
      /Unexpected answer, expected version/,
    ],
    [
      'a way elsewhere',
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /No answer/,
    ],
    ['a wrong token', (_, response) => void response.writeHead(403).end(), /Token refused \(403\)/],
    [
      'an answer without end',
      (_, response) => {
        const chunk = Buffer.alloc(1_048_576, 0x20);
        for (let count = 0; count < 9; count++) response.write(chunk);
        response.end();
      },
      /more than 8 MiB/,
    ],
    ['a line that breaks', (request) => void request.socket.destroy(), /No answer/],
  ])('writes nothing on %s', async (_, answer, message) => {
    const folder = await makeBase();
    const env = { KB_TOKEN: 'secret', KB_SERVER: await startServer(answer) };
    const { code, err } = await runKb(folder, ['feedback', 'pull', '--lang', 'en'], { env });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) });
    expect(err).not.toMatch(/secret|oops/);
    expect((await readdir(folder)).sort()).toEqual(['content', 'kb.config.yaml']);
  });

  it('does not wait for ever', async () => {
    const server = new URL(await startServer(() => undefined));
    const access = { server, token: 't', signal: new AbortController().signal, timeout: 50 };
    await expect(askServer('receipts', undefined, access).next()).rejects.toThrow(
      /No answer \(TimeoutError\)/,
    );
  });

  it('tells items that it can’t take, and takes the others', async () => {
    const folder = await makeBase();
    const items = [{ ...item(1), verdict: 'rubbish' }, item(2)];
    const server = await startServer((request, response) => {
      const done = request.url?.includes('after=') === true;
      response.end(JSON.stringify({ version: 1, base: 'Essai', items: done ? [] : items, next: '2' }));
    });
    const env = { KB_TOKEN: 't', KB_SERVER: server };
    const { code, out } = await runKb(folder, ['feedback', 'pull'], { env });
    expect({ code, out }).toEqual({ code: 1, out: 'feedback/2026/remark-2.yaml\n' });
  });

  it('sends no token in clear to another machine, and asks for what it lacks', async () => {
    for (const text of ['http://kb.example', 'ftp://localhost', 'https://user:pw@kb.example', 'kb.example'])
      expect(() => parseServer(text)).toThrow(/https/);
    const folder = await makeBase();
    expect((await runKb(folder, ['feedback', 'pull'])).err).toContain('KB_SERVER');
    expect((await runKb(folder, ['feedback', 'pull', '--server', 'https://kb.example'])).err).toContain(
      'KB_TOKEN',
    );
  });
});
