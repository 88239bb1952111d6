// `kb preview` over real HTTP, on a small site with everything that may go wrong in one.
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentExtensions } from '../../src/content/resolve-link.ts';
import { Problem } from '../../src/model/problem.ts';
import { startPreview } from '../../src/serve/preview.ts';
import type { RunningServer } from '../../src/serve/start-server.ts';
import { ask } from './ask.ts';

const oddName = 'photo #1 & 100%25?.png';
let folder: string;
let site: string;
let server: RunningServer;
const errors: unknown[] = [];

const start = (options: { site?: string; port?: number; host?: string } = {}) =>
  startPreview({ site, port: 0, host: '127.0.0.1', onError: (error) => errors.push(error), ...options });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kb-preview-'));
  site = path.join(folder, 'public');
  const files = {
    'kb-build.json': '{}',
    'index.html': '<p>accueil</p>',
    '404.html': '<p>nulle part</p>',
    'fr/index.html': '<p>français</p>',
    'fr/été.html': '<p>été</p>',
    'assets/kb.js': 'kb',
    'assets/kb.css': 'kb',
    'pagefind/fr_1.pf_meta': 'meta',
    'pagefind/wasm.fr.pagefind': 'wasm',
    'pagefind/a.wasm': 'wasm',
    'pagefind/index/fr_1.pf_index': 'index',
    [`media/${oddName}`]: 'image',
    '.secret': 'secret',
    ...Object.fromEntries(attachmentExtensions.map((extension) => [`media/file${extension}`, extension])),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(site, file)), { recursive: true });
    await writeFile(path.join(site, file), text);
  }
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await mkdir(path.join(folder, 'public-of-another'));
  await writeFile(path.join(folder, 'public-of-another', 'secret.txt'), 'secret');
  await symlink('../secret.txt', path.join(site, 'leaving.txt'));
  await symlink('..', path.join(site, 'up'));
  await symlink('index.html', path.join(site, 'staying.html'));
  server = await start();
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('kb preview', () => {
  it('says where it listens', () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
  });

  it.each([
    ['/', 'text/html;charset=utf-8', '<p>accueil</p>'],
    ['/index.html', 'text/html;charset=utf-8', '<p>accueil</p>'],
    ['/fr/', 'text/html;charset=utf-8', '<p>français</p>'],
    ['/fr/%C3%A9t%C3%A9.html?q=1', 'text/html;charset=utf-8', '<p>été</p>'],
    ['/staying.html', 'text/html;charset=utf-8', '<p>accueil</p>'],
    ['/assets/kb.js', 'text/javascript', 'kb'],
    ['/assets/kb.css', 'text/css', 'kb'],
    ['/pagefind/fr_1.pf_meta', 'application/octet-stream', 'meta'],
    ['/pagefind/index/fr_1.pf_index', 'application/octet-stream', 'index'],
    ['/pagefind/wasm.fr.pagefind', 'application/octet-stream', 'wasm'],
    ['/pagefind/a.wasm', 'application/wasm', 'wasm'],
    [`/media/${encodeURIComponent(oddName)}`, 'image/png', 'image'],
  ])('serves %s as %s', async (target, type, body) => {
    const answer = await ask(server.port, target);
    expect({ status: answer.status, type: answer.headers['content-type'], body: answer.body }).toEqual({
      status: 200,
      type,
      body,
    });
  });

  it.each(attachmentExtensions)(
    'knows the media type of %s, since a browser must not guess it',
    async (extension) => {
      const { status, headers } = await ask(server.port, `/media/file${extension}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^\w+\/[\w.+-]+/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('lets the browser ask again each time, and answers with less where nothing changed', async () => {
    const first = await ask(server.port, '/assets/kb.js');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask(server.port, '/assets/kb.js', {
      headers: { 'if-none-match': first.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('keeps pages of other sites from loading the search index as a script, but not the script that is for them', async () => {
    const { headers } = await ask(server.port, '/pagefind/fr_1.pf_meta');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    const script = await ask(server.port, '/embed.js?v=1');
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('leads from a folder without its slash to the folder, for the relative links of its page', async () => {
    const { status, headers } = await ask(server.port, '/fr');
    expect([status, headers.location]).toEqual([302, '/fr/']);
  });

  it.each([
    '/nothing.html',
    '/assets/',
    '/assets',
    '/media',
    '/fr/index',
    '/../secret.txt',
    '/../public-of-another/secret.txt',
    '/fr/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/leaving.txt',
    '/up/secret.txt',
    '/up/',
    '/.secret',
    '/%2esecret',
    '/index.html%00',
    '/%ff',
  ])('shows its page for a lost reader at %s, and nothing else', async (target) => {
    const answer = await ask(server.port, target);
    expect([answer.status, answer.body]).toEqual([404, '<p>nulle part</p>']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('refuses a request that came under another name', async () => {
    const { status, body } = await ask(server.port, '/', { headers: { host: 'evil.example' } });
    expect(status).toBe(403);
    expect(body).not.toContain('accueil');
  });

  it('only lets itself be read', async () => {
    const { status, headers } = await ask(server.port, '/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('answers the head of a file without its body', async () => {
    const { status, headers, body } = await ask(server.port, '/', { method: 'HEAD' });
    expect([status, headers['content-length'], body]).toEqual([200, '14', '']);
  });

  it.each(['bytes=5-2', 'bytes=-3', 'bytes=99-', 'nonsense'])(
    'gives the whole file for the range %s',
    async (range) => {
      const { status, body } = await ask(server.port, '/', { headers: { range } });
      expect([status, body]).toEqual([200, '<p>accueil</p>']);
    },
  );

  it('shows the new site as soon as a build has put it in place', async () => {
    const copy = path.join(folder, 'swapped');
    await mkdir(copy);
    await writeFile(path.join(copy, 'kb-build.json'), '{}');
    await writeFile(path.join(copy, 'index.html'), 'old');
    const swapped = await start({ site: copy });
    try {
      expect((await ask(swapped.port, '/')).body).toBe('old');
      await rename(copy, `${copy}-aside`);
      expect((await ask(swapped.port, '/')).status).toBe(404);
      await mkdir(copy);
      await writeFile(path.join(copy, 'index.html'), 'new one');
      expect((await ask(swapped.port, '/')).body).toBe('new one');
    } finally {
      await swapped.close();
    }
  });

  it('puts a site back that a killed build had moved aside', async () => {
    const moved = path.join(folder, 'moved');
    // No process has this number on Linux: it is past the largest one.
    const aside = path.join(folder, '.moved.kb-old-4194305');
    await mkdir(aside);
    await writeFile(path.join(aside, 'kb-build.json'), '{}');
    await writeFile(path.join(aside, 'index.html'), 'back');
    const recovered = await start({ site: moved });
    expect((await ask(recovered.port, '/')).body).toBe('back');
    await recovered.close();
  });

  it('refuses a folder that no build made', async () => {
    const attempt = start({ site: folder });
    await expect(attempt).rejects.toBeInstanceOf(Problem);
    await expect(attempt).rejects.toMatchObject({
      message: expect.stringContaining('kb build'),
      place: folder,
    });
  });

  it('names the port that is in use, and the option', async () => {
    await expect(start({ port: server.port })).rejects.toMatchObject({
      wording: {
        fr: expect.stringMatching(`^Port ${server.port} déjà pris.*--port`),
        en: expect.stringMatching(`^Port ${server.port} is in use.*--port`),
      },
    });
  });

  it('names an address that is not this machine’s', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toBeInstanceOf(Problem);
  });

  it('ends although a reader keeps a connection open', async () => {
    const other = await start();
    const { port } = other;
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'keep-alive' } });
    expect(response.status).toBe(200);
    await other.close();
    await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
  });

  it('had no answer that failed', () => {
    expect(errors).toEqual([]);
  });
});
