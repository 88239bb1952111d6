// `kb init --codeowners`: writes who reviews what, where the forge looks for it, and nothing else; `kb lint` says when it is stale.
import { mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const config = `name: Base
lang: fr
owners:
  a: { name: { fr: A }, codeowners: ["@org/a"] }
  b: { name: { fr: B }, contact: b@mirandelle.example }
  c: { name: { fr: C }, contact: le canal C }
`;

const owned = (id: string, owner: string) =>
  articleText(id, 'Texte.').replace(/^owner: .*$/m, `owner: ${owner}`);

/** A repository with a base at `prefix`: two articles of `a`, one of `b`. */
function makeBase(prefix = '', files: Readonly<Record<string, string>> = {}) {
  return makeRepository({
    [`${prefix}kb.config.yaml`]: config,
    [`${prefix}content/x/1.md`]: owned('un', 'a'),
    [`${prefix}content/x/2.md`]: owned('deux', 'a'),
    [`${prefix}content/x/3.md`]: owned('trois', 'b'),
    ...files,
  });
}

/** What `kb lint` finds of CODEOWNERS. */
async function staleLines(folder: string, ...args: string[]): Promise<string[]> {
  const { out } = await runKb(folder, ['lint', '--format', 'json', '--lang', 'en', ...args]);
  const { findings } = JSON.parse(out) as {
    findings: { rule: string; path: string; line: number; message: string }[];
  };
  return findings
    .filter(({ rule }) => rule === 'codeowners-is-current')
    .map((found) => `${found.path}:${found.line} ${found.message}`);
}

const lines = '/content/ @org/a\n/content/x/3.md b@mirandelle.example\n';

describe('kb init --codeowners', () => {
  it('writes the file, prints its path, and touches nothing else', async () => {
    const { folder, git } = makeBase();
    const ran = await runKb(folder, ['init', '--codeowners']);
    expect(ran).toEqual({ code: 0, out: '.github/CODEOWNERS\n', err: 'Écrit : 2 lignes\n' });
    expect(git('status', '--porcelain', '--untracked-files=all')).toBe('?? .github/CODEOWNERS\n');
    expect(await readFile(path.join(folder, '.github/CODEOWNERS'), 'utf8')).toContain(
      `.\n${lines}# kb:end\n`,
    );
  });

  it('writes nothing the second time', async () => {
    const { folder } = makeBase();
    await runKb(folder, ['init', '--codeowners']);
    const file = path.join(folder, '.github/CODEOWNERS');
    const before = await stat(file);
    const ran = await runKb(folder, ['init', '--codeowners', '--lang', 'en']);
    expect(ran).toEqual({ code: 0, out: '.github/CODEOWNERS\n', err: 'Up to date, nothing changed\n' });
    expect((await stat(file)).ino).toBe(before.ino);
    expect(await readdir(path.dirname(file))).toEqual(['CODEOWNERS']);
  });

  it.each([
    [
      'the file that is there',
      { 'docs/CODEOWNERS': '* @org/all\n', '.gitlab-ci.yml': '' },
      'docs/CODEOWNERS',
    ],
    [
      'the first that both forges take',
      { CODEOWNERS: '* @org/all\n', '.gitlab/CODEOWNERS': '' },
      'CODEOWNERS',
    ],
    ['the place of GitLab where its CI is set up', { '.gitlab-ci.yml': '' }, '.gitlab/CODEOWNERS'],
    [
      'the place of GitHub where both are',
      { '.gitlab-ci.yml': '', '.github/workflows/x.yml': '' },
      '.github/CODEOWNERS',
    ],
  ])('takes %s', async (_, files, expected) => {
    const { folder } = makeBase('', files);
    expect((await runKb(folder, ['init', '--codeowners'])).out).toBe(`${expected}\n`);
    const text = await readFile(path.join(folder, expected), 'utf8');
    expect(text).toContain(lines);
    expect(text.startsWith((files as Record<string, string>)[expected] ?? '')).toBe(true);
  });

  it('writes into the repository around a base that is a part of it, and lint follows', async () => {
    const { folder } = makeBase('aide/clients/');
    const inner = path.join(folder, 'aide/clients');
    const ran = await runKb(path.join(inner, 'content'), ['init', '--codeowners']);
    expect(ran.out).toBe('../../../.github/CODEOWNERS\n');
    const text = await readFile(path.join(folder, '.github/CODEOWNERS'), 'utf8');
    expect(text).toContain('# kb:begin aide/clients/\n');
    expect(text).toContain('\n/aide/clients/content/ @org/a\n');
    expect(await staleLines(inner)).toEqual([]);
    await writeFile(path.join(inner, 'content/x/1.md'), owned('un', 'b'));
    expect(await staleLines(inner)).toEqual([expect.stringMatching(/^\.\.\/\.\.\/\.github\/CODEOWNERS:\d/)]);
  });

  it('names the owners whom no forge can ask', async () => {
    const { folder } = makeBase('', { 'content/y/4.md': owned('quatre', 'c') });
    const { code, err } = await runKb(folder, ['init', '--codeowners', '--lang', 'en']);
    expect(code).toBe(0);
    expect(err).toContain('Without a line: c (1 article)');
  });

  it('comes with a new base when asked', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await runKb(folder, ['init', 'neuve', '--ci', 'gitlab', '--codeowners']);
    expect(code).toBe(0);
    expect(out).toMatch(/\nneuve\/\.gitlab\/CODEOWNERS\n$/);
    expect(await readFile(path.join(folder, 'neuve/.gitlab/CODEOWNERS'), 'utf8')).toContain(
      '\n/content/ customer-service@example.org\n',
    );
  });

  it.each([
    ['marks that do not pair', { CODEOWNERS: '# kb:begin\n' }, 'CODEOWNERS:1'],
    ['a folder in its place', { 'CODEOWNERS/x': '' }, 'CODEOWNERS'],
  ])('refuses %s, with exit code 2', async (_, files, place) => {
    const { folder, git } = makeBase('', files as Record<string, string>);
    const ran = await runKb(folder, ['init', '--codeowners']);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(`kb: ${place}: `) });
    expect(git('status', '--porcelain')).toBe('');
  });

  it('never writes through a link', async () => {
    const { folder } = makeBase();
    const outside = await temporaryFolder();
    await symlink(outside, path.join(folder, '.github'));
    expect((await runKb(folder, ['init', '--codeowners'])).code).toBe(2);
    expect(await readdir(outside)).toEqual([]);

    await writeFile(path.join(outside, 'secret'), 'à eux');
    await rename(path.join(folder, '.github'), path.join(folder, 'ailleurs'));
    await mkdir(path.join(folder, '.github'));
    await symlink(path.join(outside, 'secret'), path.join(folder, '.github/CODEOWNERS'));
    expect((await runKb(folder, ['init', '--codeowners'])).code).toBe(2);
    expect(await readFile(path.join(outside, 'secret'), 'utf8')).toBe('à eux');
    expect(await staleLines(folder)).toEqual([]);
  });
});

describe('kb lint, on a CODEOWNERS file with our marks,', () => {
  it('finds an article that changed hands, and nothing once the file is written anew', async () => {
    const { folder, put } = makeBase();
    await runKb(folder, ['init', '--codeowners']);
    expect(await staleLines(folder)).toEqual([]);
    put('content/x/2.md', owned('deux', 'b'));
    put('content/x/1.md', owned('un', 'b'));
    expect(await staleLines(folder)).toEqual([
      '.github/CODEOWNERS:3 Unexpected reviewer of `un`, expected `b@mirandelle.example`; run `kb init --codeowners`',
    ]);
    await runKb(folder, ['init', '--codeowners']);
    expect(await staleLines(folder)).toEqual([]);
  });

  it('shows the line of the file at a terminal', async () => {
    const { folder, put } = makeBase();
    await runKb(folder, ['init', '--codeowners']);
    put('content/x/3.md', owned('trois', 'a'));
    const { out } = await runKb(folder, ['lint']);
    expect(out).toContain('4 │ /content/x/3.md b@mirandelle.example');
  });

  it('stops a branch for its own articles only', async () => {
    const { folder, git, put, commit } = makeBase();
    await runKb(folder, ['init', '--codeowners']);
    put('content/x/1.md', owned('un', 'c'));
    commit();
    git('checkout', '--quiet', '-b', 'branche');
    put('content/x/2.md', `${owned('deux', 'a')}\nEncore.\n`);
    expect(await staleLines(folder, '--changed', 'main')).toEqual([]);
    put('content/x/2.md', owned('deux', 'b'));
    expect(await staleLines(folder, '--changed', 'main')).toEqual([
      expect.stringContaining('reviewer of `deux`'),
    ]);
  });

  it('says nothing of a file that the team writes itself, and nothing where the rule is off', async () => {
    const { folder, put } = makeBase('', { CODEOWNERS: '/content/ @org/z\n' });
    expect(await staleLines(folder)).toEqual([]);
    put('CODEOWNERS', '# kb:begin\n/content/ @org/z\n# kb:end\n');
    expect(await staleLines(folder)).toHaveLength(1);
    put('kb.config.yaml', `${config}rules: { codeowners-is-current: off }\n`);
    expect(await staleLines(folder)).toEqual([]);
  });
});
