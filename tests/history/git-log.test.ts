import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/git-log.ts';

let repository: string;
const git = (folder: string, date: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@mirandelle.example', ...args], {
    cwd: folder,
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: `${date}T12:00:00+01:00`,
      GIT_COMMITTER_DATE: `${date}T12:00:00+01:00`,
    },
    stdio: 'pipe',
  });
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(repository, file)), { recursive: true });
  writeFileSync(path.join(repository, file), text);
};

beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'kb-git-'));
  git(repository, '2026-01-01', 'init', '-q');
  put('base/content/été.md', 'un\n');
  put('base/content/b.md', 'un\n');
  git(repository, '2026-01-01', 'add', '.');
  git(repository, '2026-01-01', 'commit', '-qm', 'one');
  put('base/content/b.md', 'deux\n');
  git(repository, '2026-02-02', 'commit', '-qam', 'two');
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

describe('git’s history', () => {
  it('gives each file’s last day, by path from the base’s root, accents included', async () => {
    const history = await readHistory(path.join(repository, 'base'), 'content');
    expect(history.complete).toBe(true);
    expect(Object.fromEntries(history.lastChanged)).toEqual({
      'content/b.md': '2026-02-02',
      'content/été.md': '2026-01-01',
    });
  });
  it('is unknown outside a repository', async () => {
    const nowhere = mkdtempSync(path.join(tmpdir(), 'kb-nogit-'));
    expect(await readHistory(nowhere, 'content')).toEqual({ complete: false, lastChanged: new Map() });
    rmSync(nowhere, { recursive: true });
  });
  it('is unknown in a shallow clone rather than wrong', async () => {
    const clone = mkdtempSync(path.join(tmpdir(), 'kb-shallow-'));
    git(clone, '2026-03-03', 'clone', '-q', '--depth=1', `file://${repository}`, 'c');
    expect((await readHistory(path.join(clone, 'c/base'), 'content')).complete).toBe(false);
    rmSync(clone, { recursive: true });
  });
});
