// Same input, same bytes: what makes a published site comparable, cacheable and worth trusting, wherever and in whatever order it was built.
import { cp, mkdir, readdir, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { projectRoot } from '../support/corpora.ts';
import { digestFolder, makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';
import { sampleSite } from '../support/sample-site.ts';

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await makeFolder();
});

afterAll(() => folder?.remove());

/** Builds the base in `root` into `out` and gives the digest of every file. */
async function build(
  root: string,
  out: string,
  env: Record<string, string> = {},
): Promise<Record<string, string>> {
  const built = await runKb(['build', '--today', sampleDay, '--out', out], { cwd: root, env });
  expect({ code: built.code, err: built.code === 0 ? '' : built.err }).toEqual({ code: 0, err: '' });
  return digestFolder(path.resolve(root, out));
}

/** Copies a folder file by file, last name first, so that the disk lists them in another order; each a year older than the one before. */
async function copyBackwards(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true });
  for (const [index, name] of entries.sort().reverse().entries()) {
    if ((await stat(path.join(from, name))).isDirectory()) continue;
    const target = path.join(to, name);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(from, name), target);
    const day = new Date(Date.UTC(2025 - (index % 50), 0, 1));
    await utimes(target, day, day);
  }
}

describe('the sample site', () => {
  it('is the same to the last byte in another folder, from another place, file order and machine, with its pictures drawn anew', async () => {
    const { base, site } = await sampleSite();
    const first = await digestFolder(site);
    expect(Object.keys(first).length).toBeGreaterThan(200);
    expect(await build(base, path.join(folder.path, 'somewhere/else'))).toEqual(first);

    const there = path.join(folder.path, 'à côté', 'of a longer path #2');
    await mkdir(there, { recursive: true });
    for (const file of ['kb.config.yaml', 'variables.yaml'])
      await cp(path.join(projectRoot, file), path.join(there, file));
    for (const part of ['content', 'fragments', 'paths'])
      await copyBackwards(path.join(projectRoot, part), path.join(there, part));
    const abroad = { TZ: 'Pacific/Auckland', LC_ALL: 'C', KB_LANG: 'en' };
    expect(await build(there, 'site', abroad)).toEqual(first);
  }, 300_000);
});

describe('a small site', () => {
  let base: SmallBase;

  beforeAll(async () => {
    base = await makeBase({
      'content/a.md': articleText('a', `Un logigramme :\n\n${flowchart}`),
      'content/b.md': articleText('b', 'Rien de plus.'),
    });
  });

  afterAll(() => base?.remove());

  it('takes its day from SOURCE_DATE_EPOCH where --today is not given', async () => {
    const dated = await build(base.root, 'dated');
    const epoch = String(Date.parse(`${sampleDay}T12:00:00Z`) / 1000);
    const built = await runKb(['build', '--out', 'epoch'], {
      cwd: base.root,
      env: { SOURCE_DATE_EPOCH: epoch },
    });
    expect(built.code).toBe(0);
    expect(await digestFolder(path.join(base.root, 'epoch'))).toEqual(dated);
  });

  it('is the same whichever Markdown parser read it', async () => {
    const usual = await build(base.root, 'usual');
    const other = await runKb(['build', '--today', sampleDay, '--out', 'other', '--parser', 'remark'], {
      cwd: base.root,
    });
    expect(other.code).toBe(0);
    expect(await digestFolder(path.join(base.root, 'other'))).toEqual(usual);
  });

  it('changes where one word changes, and only there', async () => {
    const before = await build(base.root, 'changing');
    await base.write('content/b.md', articleText('b', 'Rien de moins.'));
    const after = await build(base.root, 'changing');
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toContain('fr/b.html');
    expect(changed).not.toContain('fr/a.html');
    expect(
      changed.filter((file) => !/^fr\/b\.html$|^articles\.json$|^pagefind\/|^offline/.test(file)),
    ).toEqual([]);
  });
});
