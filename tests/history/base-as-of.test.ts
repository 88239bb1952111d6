import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPastCommit, withPastBase } from '../../src/history/base-as-of.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { baseConfig } from '../serve/small-base.ts';
import { digestFolder } from '../support/folders.ts';
import { cloneRepository, type GitRepository, makeRepository } from '../support/git-repository.ts';

const day = (text: string) => text as IsoDate;

/** The text of `content/a.md` in the commit of a day, or why there is none. */
async function textOn(
  { folder, git }: GitRepository,
  date: string,
  timezone = 'Europe/Paris',
): Promise<string> {
  const found = await findPastCommit(folder, { day: day(date), timezone });
  return 'reason' in found ? found.reason.en : git('show', `${found.commit}:content/a.md`);
}

/** Every file of a checkout, `.git` included, with its bytes, mode and times. */
async function stateOf(folder: string): Promise<Record<string, string>> {
  const digests = await digestFolder(folder);
  for (const file of Object.keys(digests)) {
    const { mode, mtimeMs, ctimeMs } = await lstat(path.join(folder, file));
    digests[file] += ` ${mode} ${mtimeMs} ${ctimeMs}`;
  }
  return digests;
}

/** Text files below `folder`, by path. */
function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

const headOf = ({ git }: GitRepository) => git('rev-parse', 'HEAD').trim();

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the commit of a day', () => {
  it('is the last one before the day was over in the base’s time zone', async () => {
    // One second before midnight and midnight itself in Paris, Antananarivo and New York.
    const repository = makeRepository({ 'content/a.md': 'start' }, { at: '2026-02-01T12:00:00Z' });
    for (const at of [
      '2026-02-28T20:59:59Z',
      '2026-02-28T21:00:00Z',
      '2026-02-28T22:59:59Z',
      '2026-02-28T23:00:00Z',
      '2026-03-01T04:59:59Z',
      '2026-03-01T05:00:00Z',
    ]) {
      repository.put('content/a.md', at);
      repository.commit({ at: at.replace('Z', '+0000') });
    }
    expect(await textOn(repository, '2026-02-28', 'Indian/Antananarivo')).toBe('2026-02-28T20:59:59Z');
    expect(await textOn(repository, '2026-02-28', 'Europe/Paris')).toBe('2026-02-28T22:59:59Z');
    expect(await textOn(repository, '2026-02-28', 'America/New_York')).toBe('2026-03-01T04:59:59Z');
    expect(await textOn(repository, '2026-03-01', 'America/New_York')).toBe('2026-03-01T05:00:00Z');
    expect(await textOn(repository, '2026-02-27')).toBe('start');
  });

  it('is told with the day on which it was committed there', async () => {
    const repository = makeRepository({ 'content/a.md': 'a' }, { at: '2026-02-28T22:30:00+0000' });
    const commit = headOf(repository);
    const moment = { day: day('2026-05-05'), timezone: 'Indian/Antananarivo' };
    expect(await findPastCommit(repository.folder, moment)).toEqual({ commit, day: '2026-03-01' });
    expect(await findPastCommit(repository.folder, { ref: 'main' })).toEqual({ commit, day: '2026-02-28' });
  });

  it('is on the line of the branch itself: what was merged later was not there yet', async () => {
    const repository = makeRepository({ 'content/a.md': 'main' }, { at: '2026-01-01T12:00:00Z' });
    repository.git('switch', '--quiet', '--create', 'autre');
    repository.put('content/a.md', 'autre');
    repository.commit({ at: '2026-01-02T12:00:00Z' });
    repository.git('switch', '--quiet', 'main');
    repository.put('b', 'b');
    repository.commit({ at: '2026-01-03T12:00:00Z' });
    repository.git('merge', '--quiet', 'autre', '-m', 'm');
    expect(await textOn(repository, '2026-01-02')).toBe('main');
    expect(await textOn(repository, '2026-01-03')).toBe('main');
  });

  it('is none before the first one, in whatever century', async () => {
    const repository = makeRepository({ 'content/a.md': 'a' }, { at: '2026-01-05T12:00:00Z' });
    expect(await textOn(repository, '2026-01-04')).toMatch(/^No commit on 2026-01-04 or before/);
    expect(await textOn(repository, '0001-01-01')).toMatch(/^No commit on 0001-01-01/);
    expect(await textOn(repository, '9999-12-31')).toBe('a');
  });

  it('is unknown for a reference that names none or looks like an option', async () => {
    const { folder } = makeRepository({ 'content/a.md': 'a' });
    for (const ref of ['absent', '', '--all', 'main..main'])
      expect(await findPastCommit(folder, { ref })).toMatchObject({
        reason: { en: expect.stringMatching(/^Unknown git reference/) },
      });
  });

  it('is unknown in a shallow clone, which would give a wrong one', async () => {
    const origin = makeRepository({ 'content/a.md': 'a' }, { at: '2026-01-05T12:00:00Z' });
    origin.put('content/a.md', 'b');
    origin.commit({ at: '2026-01-06T12:00:00Z' });
    const clone = cloneRepository(origin, '--depth=1');
    expect(await textOn(clone, '2026-01-05')).toMatch(/^Shallow clone/);
  });
});

describe('the base of a commit', () => {
  it('is its configuration, the content that this names, and fragments, byte for byte', async () => {
    const past = {
      'kb.config.yaml': `${baseConfig}content: articles\n`,
      'articles/é/a.md': 'un\r\ndeux\n',
      'articles/b.png': '\u00ff\u0000',
      'fragments/f.md': 'f\n',
    };
    const repository = makeRepository({
      ...past,
      'content/x.md': 'x',
      'README.md': 'r',
      'articles2/y.md': 'y',
    });
    const commit = headOf(repository);
    repository.put('kb.config.yaml', baseConfig);
    repository.commit();
    repository.git('config', 'core.autocrlf', 'true');
    repository.put('.gitattributes', '*.md eol=crlf\n');
    const found = await withPastBase(repository.folder, commit, async (folder) => filesIn(folder));
    const bytes = (text: string) => Buffer.from(text).toString('latin1');
    expect(found).toEqual(
      Object.fromEntries(Object.entries(past).map(([file, text]) => [file, bytes(text)])),
    );
  });

  it('is that of a folder of the repository where the base is one', async () => {
    const repository = makeRepository({
      'a/base/kb.config.yaml': baseConfig,
      'a/base/content/x.md': 'x',
      'content/y.md': 'y',
      'kb.config.yaml': 'no',
    });
    const root = path.join(repository.folder, 'a/base');
    const found = await withPastBase(root, headOf(repository), async (folder) =>
      Object.keys(filesIn(folder)),
    );
    expect(found).toEqual(['content/x.md', 'kb.config.yaml']);
  });

  it('is written whole where it is larger than what is read at once', async () => {
    const large = 'x'.repeat(9_000_000);
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`content/${name}.bin`, large + name]),
    );
    const repository = makeRepository({ 'kb.config.yaml': baseConfig, ...files });
    await withPastBase(repository.folder, headOf(repository), async (folder) => {
      for (const [file, text] of Object.entries(files))
        expect(readFileSync(path.join(folder, file), 'utf8') === text).toBe(true);
    });
  });

  it('leaves out links, submodules and paths that lead out of its folder', async () => {
    const repository = makeRepository({ 'kb.config.yaml': baseConfig, 'content/a.md': 'a' });
    symlinkSync('/etc/passwd', path.join(repository.folder, 'content/link.md'));
    repository.commit();
    const blob = repository.git('rev-parse', 'HEAD:content/a.md').trim();
    const config = repository.git('rev-parse', 'HEAD:kb.config.yaml').trim();
    const tree = (...entries: string[]) => {
      repository.put('.git/tree', `${entries.join('\n')}\n`);
      return repository.git('-c', `alias.t=!git mktree --missing < .git/tree`, 't').trim();
    };
    const outer = tree(`100644 blob ${blob}\tout.md`);
    const link = repository.git('rev-parse', 'HEAD:content/link.md').trim();
    const content = tree(
      `100644 blob ${blob}\ta.md`,
      `120000 blob ${link}\tlink.md`,
      `040000 tree ${outer}\t..`,
      `040000 tree ${outer}\t.git`,
      `160000 commit ${headOf(repository)}\tsub`,
      `100644 blob ${blob}\tb\\..\\c.md`,
    );
    const top = tree(`100644 blob ${config}\tkb.config.yaml`, `040000 tree ${content}\tcontent`);
    const commit = repository.git('commit-tree', top, '-m', 'x').trim();
    await withPastBase(repository.folder, commit, async (folder) => {
      expect(Object.keys(filesIn(folder))).toEqual(['content/a.md', 'kb.config.yaml']);
      expect(existsSync(path.join(folder, '..', 'out.md'))).toBe(false);
      expect(readdirSync(path.join(folder, 'content'))).toEqual(['a.md']);
    });
  });

  it('is removed again, also after an error, and nothing in the checkout is touched', async () => {
    const repository = makeRepository({ 'kb.config.yaml': baseConfig, 'content/a.md': 'a' });
    repository.put('content/a.md', 'edited, not committed');
    const before = await stateOf(repository.folder);
    let seen = '';
    const commit = headOf(repository);
    await withPastBase(repository.folder, commit, async (folder) => {
      seen = folder;
      expect((await lstat(folder)).mode & 0o077).toBe(0);
    });
    expect(existsSync(seen)).toBe(false);
    const failing = withPastBase(repository.folder, commit, async (folder) => {
      seen = folder;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(seen)).toBe(false);
    expect(await stateOf(repository.folder)).toEqual(before);
  });

  it('is a problem where there was no configuration yet, or a wrong one', async () => {
    const repository = makeRepository({ 'content/a.md': 'a' });
    const first = headOf(repository);
    repository.put('kb.config.yaml', 'name: [');
    repository.commit();
    const use = async () => 'never';
    const temporary = path.join(repository.folder, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    await expect(withPastBase(repository.folder, first, use)).rejects.toThrow(
      /^No configuration in this commit yet/,
    );
    await expect(withPastBase(repository.folder, headOf(repository), use)).rejects.toThrow(
      /^Unreadable YAML/,
    );
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is a problem without git', async () => {
    const repository = makeRepository({ 'kb.config.yaml': baseConfig });
    const commit = headOf(repository);
    vi.stubEnv('PATH', '/nowhere');
    await expect(withPastBase(repository.folder, commit, async () => 1)).rejects.toThrow('git was not found');
  });
});
