import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FileHistories, lastChangedOf, readFileHistories } from '../../src/history/file-history.ts';
import { cloneRepository, makeRepository } from '../support/git-repository.ts';
import { makeRandomPast } from '../support/random-past.ts';

const long = 'Une ligne parmi d’autres.\n'.repeat(20);

/** `day author path` of each version, newest first. */
function told({ versions }: FileHistories, file: string): string[] | undefined {
  return versions.get(file)?.map(({ commit, path: then }) => `${commit.day} ${commit.author} ${then}`);
}

/** What is told of every version of every file. */
function allTold({ versions }: FileHistories): object {
  const plain = [...versions].map(([path, all]) => [
    path,
    all.map(({ commit, path: then, blob }) => ({ id: commit.id, then, blob })),
  ]);
  return Object.fromEntries(plain);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('file histories', () => {
  it('follow a file through a rename, and a rename with an edit in one commit', async () => {
    const repository = makeRepository(
      { 'content/a.md': `a\n${long}` },
      { at: '2026-01-05T10:00:00+0100', by: 'A' },
    );
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.commit({ at: '2026-02-05T10:00:00+0100', by: 'B' });
    repository.git('mv', 'content/b.md', 'content/été.md');
    repository.put('content/été.md', `c\n${long}`);
    repository.commit({ at: '2026-03-05T10:00:00+0100', by: 'C' });
    const histories = await readFileHistories(repository.folder, 'content');
    expect(histories.complete).toBe(true);
    expect([...histories.versions.keys()]).toEqual(['content/été.md']);
    expect(told(histories, 'content/été.md')).toEqual([
      '2026-03-05 C content/été.md',
      '2026-02-05 B content/b.md',
      '2026-01-05 A content/a.md',
    ]);
    const [newest] = histories.versions.get('content/été.md') ?? [];
    expect(repository.git('show', `${newest?.commit.id}:content/été.md`)).toBe(`c\n${long}`);
    expect(repository.git('cat-file', 'blob', newest?.blob ?? '')).toBe(`c\n${long}`);
  });

  it('tell the last change of content, which a pure rename is not', async () => {
    const repository = makeRepository({ 'content/a.md': long }, { at: '2026-01-05T10:00:00+0100' });
    repository.put('content/a.md', `${long}fin\n`);
    repository.commit({ at: '2026-02-05T10:00:00+0100' });
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.commit({ at: '2026-03-05T10:00:00+0100' });
    const days = lastChangedOf(await readFileHistories(repository.folder, 'content'));
    expect(Object.fromEntries(days)).toEqual({ 'content/b.md': '2026-02-05' });
  });

  it('begin anew with a file that was deleted and written again', async () => {
    const repository = makeRepository({ 'content/a.md': long }, { at: '2026-01-05T10:00:00+0100' });
    repository.git('rm', '--quiet', 'content/a.md');
    repository.commit({ at: '2026-02-05T10:00:00+0100' });
    expect((await readFileHistories(repository.folder, 'content')).versions.size).toBe(0);
    repository.put('content/a.md', 'neuf\n');
    repository.commit({ at: '2026-03-05T10:00:00+0100' });
    expect(told(await readFileHistories(repository.folder, 'content'), 'content/a.md')).toEqual([
      '2026-03-05 T content/a.md',
    ]);
  });

  it('have the edit of another branch under the name that the file got meanwhile', async () => {
    const repository = makeRepository({ 'content/a.md': long }, { at: '2026-01-05T10:00:00+0100' });
    repository.git('switch', '--quiet', '--create', 'autre');
    repository.put('content/a.md', `${long}fin\n`);
    repository.commit({ at: '2026-01-07T10:00:00+0100', by: 'B' });
    repository.git('switch', '--quiet', 'main');
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.commit({ at: '2026-01-06T10:00:00+0100', by: 'C' });
    repository.git('merge', '--quiet', 'autre', '-m', 'm');
    expect(told(await readFileHistories(repository.folder, 'content'), 'content/b.md')).toEqual([
      '2026-01-07 B content/b.md',
      '2026-01-06 C content/b.md',
      '2026-01-05 T content/a.md',
    ]);
  });

  it('count days by the author’s calendar, in whichever time zone', async () => {
    const repository = makeRepository({ 'content/a.md': 'a\n' }, { at: '2026-03-01T00:30:00+0300' });
    repository.put('content/b.md', 'b\n');
    repository.commit({ at: '2026-02-28T23:30:00-1000' });
    const days = lastChangedOf(await readFileHistories(repository.folder, 'content'));
    expect(Object.fromEntries(days)).toEqual({ 'content/a.md': '2026-03-01', 'content/b.md': '2026-02-28' });
  });

  it('name authors as the mailmap does', async () => {
    const mailmap = 'Claire Vasseur <t@mirandelle.example>\n';
    const repository = makeRepository({ 'content/a.md': 'a\n', '.mailmap': mailmap }, { by: 'cv' });
    const { versions } = await readFileHistories(repository.folder, 'content');
    expect(versions.get('content/a.md')?.[0]?.commit.author).toBe('Claire Vasseur');
  });

  it('count paths from the root of a base in a folder of the repository, and leave out what is beside it', async () => {
    const repository = makeRepository({
      'base/content/a.md': 'a\n',
      'base/other/b.md': 'b\n',
      'content/c.md': 'c\n',
      'base/content2/d.md': 'd\n',
    });
    const { versions } = await readFileHistories(path.join(repository.folder, 'base'), 'content');
    expect([...versions.keys()]).toEqual(['content/a.md']);
    const all = await readFileHistories(path.join(repository.folder, 'base'), '.');
    expect([...all.versions.keys()].sort()).toEqual(['content/a.md', 'content2/d.md', 'other/b.md']);
  });

  it('reach back before the base was moved into a folder of the repository', async () => {
    const repository = makeRepository(
      { 'content/a.md': long, 'x.txt': 'x' },
      { at: '2026-01-05T10:00:00+0100' },
    );
    mkdirSync(path.join(repository.folder, 'base'));
    repository.git('mv', 'content', 'base/content');
    repository.commit({ at: '2026-02-05T10:00:00+0100' });
    const histories = await readFileHistories(path.join(repository.folder, 'base'), 'content');
    expect(told(histories, 'content/a.md')).toEqual([
      '2026-02-05 T content/a.md',
      '2026-01-05 T ../content/a.md',
    ]);
    expect(lastChangedOf(histories).get('content/a.md')).toBe('2026-01-05');
  });

  it('are the same whatever a person configured', async () => {
    const repository = makeRepository({ 'content/a.md': long }, { at: '2026-01-05T10:00:00+0100' });
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.commit({ at: '2026-02-05T10:00:00+0100' });
    const expected = await readFileHistories(repository.folder, 'content');
    const settings =
      'diff.renames=false log.follow=true log.showSignature=true log.showRoot=false diff.noprefix=true core.abbrev=4';
    for (const setting of `${settings} color.ui=always core.quotePath=true diff.renameLimit=1`.split(' '))
      repository.git('config', ...setting.split('='));
    expect(await readFileHistories(repository.folder, 'content')).toEqual(expected);
    expect(expected.versions.get('content/b.md')).toHaveLength(2);
  });

  it('take a path for a path, however it looks', async () => {
    const odd = ':100644 100644 0 0 M.md';
    const repository = makeRepository({ [`content/${odd}`]: 'a\n', 'content/\u0001x y z.md': 'b\n' });
    const { versions } = await readFileHistories(repository.folder, 'content');
    expect([...versions.keys()].sort()).toEqual(['content/\u0001x y z.md', `content/${odd}`]);
  });

  it('are known at a detached head', async () => {
    const repository = makeRepository({ 'content/a.md': 'a\n' }, { at: '2026-01-05T10:00:00+0100' });
    repository.put('content/a.md', 'b\n');
    repository.commit();
    repository.git('switch', '--quiet', '--detach', 'HEAD~1');
    expect(told(await readFileHistories(repository.folder, 'content'), 'content/a.md')).toHaveLength(1);
  });
});

describe('an unknown past', () => {
  async function reasonAt(folder: string): Promise<string | undefined> {
    const { complete, reason, versions } = await readFileHistories(folder, 'content');
    expect({ complete, known: versions.size }).toEqual({ complete: false, known: 0 });
    expect(reason?.fr).not.toBe(reason?.en);
    return reason?.en;
  }

  it('is that of a shallow clone, rather than wrong', async () => {
    const origin = makeRepository({ 'content/a.md': 'a\n' });
    origin.put('content/a.md', 'b\n');
    origin.commit();
    expect(await reasonAt(cloneRepository(origin, '--depth=1').folder)).toMatch(
      /^Shallow clone; .*fetch-depth: 0/,
    );
  });

  it('is that of a partial clone', async () => {
    const origin = makeRepository({ 'content/a.md': 'a\n' });
    origin.git('config', 'uploadpack.allowFilter', 'true');
    expect(await reasonAt(cloneRepository(origin, '--filter=blob:none').folder)).toMatch(/^Partial clone/);
  });

  it('is that of a folder outside of git, and of a repository without a commit', async () => {
    const { folder, git } = makeRepository({ 'content/a.md': 'a\n' });
    rmSync(path.join(folder, '.git'), { recursive: true });
    expect(await reasonAt(folder)).toMatch(/^No git repository that can be read here \(not a git repository/);
    git('init', '--quiet');
    expect(await reasonAt(folder)).toMatch(/has no commit yet/);
  });

  it('is that of a repository of another account, which git refuses to read', async () => {
    const { folder } = makeRepository({ 'content/a.md': 'a\n' });
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
    expect(await reasonAt(folder)).toMatch(
      /^git refuses this repository of another account; .*safe\.directory/,
    );
  });

  it('is that of a machine without git, and of a damaged repository', async () => {
    const { folder } = makeRepository({ 'content/a.md': 'a\n' });
    writeFileSync(path.join(folder, '.git', 'HEAD'), 'ref: refs/heads/absent\n');
    expect(await reasonAt(folder)).toMatch(/has no commit yet/);
    vi.stubEnv('PATH', '/nowhere');
    expect(await reasonAt(folder)).toBe('git was not found; install it');
  });
});

describe('file histories of which exact renames alone were followed', () => {
  const exactOf = (folder: string) => readFileHistories(folder, '.', { renames: 'exact' });

  it('tell the same last changes, and all versions once they are extended, of a past that chance wrote', async () => {
    const { repository } = makeRandomPast({
      seed: 7,
      commits: 60,
      files: { 'content/debut.md': long },
      textOf: (id, edits) => `${id}\n${long}${`Ligne ${id}\n`.repeat(edits)}`,
    });
    const all = await readFileHistories(repository.folder, '.');
    const exact = await exactOf(repository.folder);
    expect(exact.extend).toBeDefined();
    expect([...exact.versions.values()].some((versions) => versions.at(-1)?.mayContinue)).toBe(true);
    expect(Object.fromEntries(lastChangedOf(exact))).toEqual(Object.fromEntries(lastChangedOf(all)));
    const extended = await exact.extend?.(exact.versions.keys());
    expect(extended && allTold(extended)).toEqual(allTold(all));
  });

  it('follow all renames where a branch edited a file under its old name', async () => {
    const repository = makeRepository({ 'content/a.md': long }, { at: '2026-01-05T10:00:00+0100' });
    repository.git('switch', '--quiet', '--create', 'autre');
    repository.put('content/a.md', `${long}fin\n`);
    repository.commit({ at: '2026-01-07T10:00:00+0100', by: 'B' });
    repository.git('switch', '--quiet', 'main');
    repository.git('mv', 'content/a.md', 'content/b.md');
    repository.put('content/b.md', `début\n${long}`);
    repository.commit({ at: '2026-01-06T10:00:00+0100', by: 'C' });
    repository.git('merge', '--quiet', 'autre', '-m', 'm');
    const exact = await exactOf(repository.folder);
    expect(exact.extend).toBeUndefined();
    expect(exact).toEqual(await readFileHistories(repository.folder, '.'));
  });
});
