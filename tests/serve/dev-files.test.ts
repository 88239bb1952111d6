// What `kb dev` serves besides pages, and to whom: assets, images, the search index, and nothing from elsewhere.
import { readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from './ask.ts';
import { article, useDev } from './dev-harness.ts';
import { articleText, baseConfig } from './small-base.ts';

const dev = useDev();

describe('kb dev', () => {
  it.each(['assets/dev.js', 'assets/kb.css', 'assets/kb.js', 'assets/icon.svg'])(
    'serves %s',
    async (file) => {
      await dev.start();
      expect((await dev.ask(`/${file}`)).status).toBe(200);
    },
  );

  it('ends the worker that a previewed site may have left at its address, and starts none', async () => {
    await dev.start();
    const worker = await dev.ask('/sw.js');
    expect(worker.headers['content-type']).toContain('javascript');
    expect(worker.body).toContain('unregister');
    expect((await dev.ask('/index.html')).body).not.toContain('data-offline');
  });

  it('serves images that articles show, drawings without their scripts, and no other file', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script><path d="M0 0"/></svg>';
    await dev.start({
      'content/images/a.svg': svg,
      'content/images/b #1.png': 'png',
      'content/images/secret.png': 'png',
      'content/images.md': articleText(
        'images',
        '![A](images/a.svg) ![B](<images/b #1.png>) ![B](images/b%20%231.png)',
      ),
    });
    const drawing = await dev.ask('/media/images/a.svg');
    expect(drawing.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(drawing.body).toContain('<path');
    expect(drawing.body).not.toContain('script');
    expect(await dev.ask('/media/images/b%20%231.png')).toMatchObject({ status: 200, body: 'png' });
    for (const target of [
      '/media/images/secret.png',
      '/media/../kb.config.yaml',
      '/kb.config.yaml',
      `/${article}`,
    ]) {
      expect((await dev.ask(target)).status).toBe(404);
    }
  });

  it('serves what a site holds for programs, and the team’s logo and colour', async () => {
    await dev.start({
      'kb.config.yaml': `${baseConfig}site: { logo: logo.svg, accent: "#0b5a61" }\n`,
      'logo.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script><path d="M0 0"/></svg>',
    });
    for (const [file, type, words] of [
      ['articles.json', 'application/json', '"id":"colis"'],
      ['fr/feed.xml', 'application/xml', '<feed '],
      ['llms.txt', 'text/plain', '# Essai'],
      ['assets/brand.css', 'text/css', '--accent'],
      ['assets/logo.svg', 'image/svg+xml', '<path'],
    ] as const) {
      const { headers, body } = await dev.ask(`/${file}`);
      expect(headers['content-type'], file).toBe(`${type}; charset=utf-8`);
      expect(body, file).toContain(words);
      expect(body, file).not.toContain('<script');
    }
  });

  it('sends no image that has become a link out of the base', async () => {
    await dev.start({ 'content/a.png': 'png', 'content/images.md': articleText('images', '![A](a.png)') });
    expect((await dev.ask('/media/a.png')).status).toBe(200);
    await rm(path.join(dev.base().root, 'content/a.png'));
    await symlink('/etc/hostname', path.join(dev.base().root, 'content/a.png'));
    expect((await dev.ask('/media/a.png')).status).toBe(404);
  });

  it('builds the search index when it is first asked for, and again after a change', async () => {
    await dev.start();
    const entry = async () => JSON.parse((await dev.ask('/pagefind/pagefind-entry.json')).body);
    const folder = path.join(dev.base().root, '.kb/dev');
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    const both = await Promise.all([entry(), entry()]);
    expect(both.map(({ languages }) => languages.fr.page_count)).toEqual([1, 1]);
    expect((await dev.ask('/pagefind/engine.js')).status).toBe(200);
    expect((await dev.ask('/pagefind/nothing.js')).status).toBe(404);
    await dev.base().write('content/autre.md', articleText('autre', 'Encore un.'));
    await eventually(async () => expect((await entry()).languages.fr.page_count).toBe(2));
    await dev.server().close();
    expect(await readdir(folder)).toEqual([]);
    expect(dev.errors).toEqual([]);
  });

  it.each([
    '/../kb.config.yaml',
    '/%2e%2e/kb.config.yaml',
    '/assets/%2e%2e/kb.config.yaml',
    '/assets/..%2fkb.config.yaml',
  ])('does not leave its folders at %s', async (target) => {
    await dev.start();
    const { status, body } = await dev.ask(target);
    expect([status, body.includes('Essai')]).toEqual([404, false]);
  });

  it('refuses a request that came under another name, the event stream too', async () => {
    await dev.start();
    for (const target of ['/fr/colis.html', '/__kb/events', '/pagefind/pagefind-entry.json']) {
      const { status, body } = await dev.ask(target, { host: 'evil.example:80' });
      expect([status, body]).toEqual([403, 'Unexpected Host header\n']);
    }
  });

  it('stops where its port is in use', async () => {
    await dev.start();
    const second = dev.startAgain(dev.server().port);
    await expect(second).rejects.toMatchObject({ wording: { fr: expect.stringContaining('--port') } });
  });
});
