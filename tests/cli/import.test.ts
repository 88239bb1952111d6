// `kb import` on a disk: one new folder or nothing, never over a file, and nothing from outside the export.
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/corpora.ts';
import { digestFolder, makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { onePixel } from '../support/import-source.ts';
import { exampleConfig } from '../support/memory-base.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';
import { onSmallDisk } from '../support/small-disk.ts';

let folder: TemporaryFolder;
let base: string;

beforeEach(async () => {
  folder = await makeFolder();
  base = path.join(folder.path, 'base');
  await mkdir(path.join(base, 'content'), { recursive: true });
  await writeFile(path.join(base, 'kb.config.yaml'), exampleConfig);
  const site = path.join(folder.path, 'site');
  await mkdir(site);
  await writeFile(path.join(folder.path, 'secret.png'), onePixel);
  await writeFile(path.join(site, 'a.png'), onePixel);
  await symlink('../secret.png', path.join(site, 'link.png'));
  await writeFile(
    path.join(site, 'retour.html'),
    '<h1>Retour</h1><p>Sous 14 jours. <img src="a.png" alt="a"><img src="../secret.png" alt="b"><img src="link.png" alt="c"></p>',
  );
});

afterEach(() => folder.remove());

function kbImport(...args: string[]) {
  return runKb(
    [
      'import',
      'html',
      '../site/retour.html',
      '--owner',
      'retours',
      '--today',
      sampleDay,
      '--lang',
      'en',
      ...args,
    ],
    {
      cwd: base,
    },
  );
}

describe('kb import', () => {
  it('writes articles that lint can read, unvalidated, and tells what it made', async () => {
    const { code, out, err } = await kbImport();
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('unvalidated') });
    expect(out).toContain('1 article in content/import/');
    expect(Object.keys(await digestFolder(path.join(base, 'content')))).toEqual([
      'import/images/a.png',
      'import/retour.md',
    ]);
    const lint = await runKb(['lint', '--format', 'json', '--today', sampleDay], { cwd: base });
    const { articles, findings } = JSON.parse(lint.out);
    expect(articles).toBe(1);
    expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain('front-matter-matches-schema');
  });

  it('writes nothing with --dry-run, and says the same in JSON', async () => {
    const { code, out } = await kbImport('--dry-run', '--format', 'json');
    expect(code).toBe(0);
    const { version, dryRun, pages } = JSON.parse(out);
    expect({ version, dryRun }).toEqual({ version: 1, dryRun: true });
    expect(pages[0]).toMatchObject({
      path: 'content/import/retour.md',
      source: { image: 3 },
      result: { image: 1 },
    });
    expect(pages[0].remarks.filter(({ code }: { code: string }) => code === 'image-missing')).toHaveLength(2);
    expect(await readdir(path.join(base, 'content'))).toEqual([]);
  });

  it('adds nothing to a folder that is there, and writes over no report', async () => {
    await mkdir(path.join(base, 'content/import'));
    await writeFile(path.join(base, 'content/import/retour.md'), 'mine');
    const { code, err } = await kbImport();
    expect(code).toBe(2);
    expect(err).toContain('Unexpected folder that exists already');
    expect(await readFile(path.join(base, 'content/import/retour.md'), 'utf8')).toBe('mine');
    const report = await kbImport('--in', 'other', '--report', 'kb.config.yaml');
    expect(report.code).toBe(2);
    expect(await readFile(path.join(base, 'kb.config.yaml'), 'utf8')).toBe(exampleConfig);
    expect(await readdir(path.join(base, 'content'))).toEqual(['import']);
  });

  it('writes the whole account to --report', async () => {
    expect((await kbImport('--report', 'account.md')).code).toBe(0);
    const account = await readFile(path.join(base, 'account.md'), 'utf8');
    expect(account).toContain('| headings | lists | tables | links | images | words |');
    expect(account).toContain('image that the export lacks ×2');
  });

  it.each(['open a.png 1', 'rename kb-import 1'])(
    'leaves nothing to see when it is killed at %s, and the next one tidies up',
    async (call) => {
      const preload = pathToFileURL(path.join(projectRoot, 'tests/support/kill-at-call.mjs')).href;
      const args = ['import', 'html', '../site/retour.html', '--owner', 'retours'];
      const env = { NODE_OPTIONS: `--import=${preload}`, KB_TEST_KILL_BEFORE: call };
      expect((await runKb(args, { cwd: base, env })).signal).toBe('SIGKILL');
      expect((await readdir(path.join(base, 'content'))).filter((name) => !name.startsWith('.'))).toEqual([]);
      expect((await kbImport()).code).toBe(0);
      expect(await readdir(path.join(base, 'content'))).toEqual(['import']);
    },
  );

  it('says that the disk is full and what to do, and leaves what was there, and nothing else', async () => {
    await writeFile(path.join(folder.path, 'site/a.png'), Buffer.concat([onePixel, Buffer.alloc(60_000)]));
    await onSmallDisk(path.join(base, 'content'), '40k', async () => {
      await writeFile(path.join(base, 'content/mine.md'), 'À moi.');
      const { code, out, err } = await kbImport();
      expect({ code, out }, err).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/No space left on the disk; make room and try again; nothing was kept\n$/);
      expect(await digestFolder(base)).toEqual({
        'content/mine.md': expect.anything(),
        'kb.config.yaml': expect.anything(),
      });
    });
  });

  it('says which file it can’t read, and why', async () => {
    await writeFile(path.join(folder.path, 'site/latin.html'), Buffer.from('<p>\xe9t\xe9</p>', 'latin1'));
    const options = ['--owner', 'retours', '--lang', 'en'];
    const missing = await runKb(['import', 'html', 'nowhere.html', ...options], { cwd: base });
    expect(missing).toMatchObject({ code: 2, err: 'kb: nowhere.html: Unreadable file (ENOENT)\n' });
    const latin = await runKb(['import', 'html', '../site/latin.html', ...options], { cwd: base });
    expect(latin).toMatchObject({ code: 2, err: expect.stringContaining('latin.html:1: Unexpected byte') });
    expect(await readdir(path.join(base, 'content'))).toEqual([]);
  });
});
