// Which files git calls changed: on real repositories, with all that a branch, a clone or a CI can be like.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ChangedFilesOptions, readChangedFiles } from '../../src/history/changed-files.ts';
import { temporaryFolder } from '../cli/fake-host.ts';
import { cloneRepository, type GitRepository, makeRepository } from '../support/git-repository.ts';

const article = 'Vérifier le suivi.\nAppeler le transporteur.\nNoter la réponse.\n';

/** Files as `added content/a.md`, or the reason in French. */
async function changes(
  { folder }: Pick<GitRepository, 'folder'>,
  options: Partial<ChangedFilesOptions> = {},
): Promise<readonly string[] | string> {
  const changed = await readChangedFiles(folder, { env: {}, ...options });
  if ('reason' in changed) return changed.reason.fr;
  return changed.files.map(({ kind, path: file, from }) =>
    [kind, ...(from === undefined ? [] : [from]), file].join(' '),
  );
}

afterEach(() => vi.unstubAllEnvs());

describe('files that changed', () => {
  it('are none on a branch on which nothing was done', async () => {
    expect(await changes(makeRepository({ 'content/a.md': article }))).toEqual([]);
  });

  it('are edited, renamed, deleted and added ones, committed or not', async () => {
    const repository = makeRepository({
      '.gitignore': '*.tmp\n',
      'content/edited.md': 'un\n',
      'content/moved.md': article,
      'content/staged-move.md': `${article}${article}`,
      'content/gone.md': 'trois\n',
      'content/gone-from-disk.md': 'quatre\n',
      'content/kept.md': 'cinq\n',
    });
    repository.git('switch', '--quiet', '--create', 'branche');
    repository.put('content/edited.md', 'deux\n');
    repository.git('mv', 'content/moved.md', 'content/arrived.md');
    repository.git('rm', '--quiet', 'content/gone.md');
    repository.put('content/committed.md', 'six\n');
    repository.commit();
    repository.git('mv', 'content/staged-move.md', 'content/staged-arrival.md');
    rmSync(path.join(repository.folder, 'content/gone-from-disk.md'));
    repository.put('content/été nouveau\n.md', 'sept\n');
    repository.put('content/ignored.tmp', 'huit\n');
    expect(await changes(repository)).toEqual([
      'renamed content/moved.md content/arrived.md',
      'added content/committed.md',
      'changed content/edited.md',
      'deleted content/gone-from-disk.md',
      'deleted content/gone.md',
      'renamed content/staged-move.md content/staged-arrival.md',
      'added content/été nouveau\n.md',
    ]);
  });

  it('are told once where git let go of a file that is still there', async () => {
    const repository = makeRepository({ 'content/a.md': article });
    repository.git('rm', '--quiet', '--cached', 'content/a.md');
    expect(await changes(repository)).toEqual(['changed content/a.md']);
  });

  it('are an untracked file where a rename was left to git to find', async () => {
    const repository = makeRepository({ 'content/a.md': article });
    renameSync(path.join(repository.folder, 'content/a.md'), path.join(repository.folder, 'content/b.md'));
    expect(await changes(repository)).toEqual(['deleted content/a.md', 'added content/b.md']);
  });

  it('count from the base’s own folder, and leave the rest of the repository out', async () => {
    const repository = makeRepository({
      'readme.md': 'un\n',
      'support/base/content/a.md': 'un\n',
      'support/elsewhere.md': article,
    });
    repository.git('switch', '--quiet', '--create', 'branche');
    repository.put('readme.md', 'deux\n');
    repository.put('support/base/content/a.md', 'deux\n');
    repository.git('mv', 'support/elsewhere.md', 'support/base/content/b.md');
    repository.put('support/new.md', 'trois\n');
    repository.put('support/base/content/new.md', 'trois\n');
    const base = { folder: path.join(repository.folder, 'support/base') };
    expect(await changes(base)).toEqual([
      'changed content/a.md',
      'added content/b.md',
      'added content/new.md',
    ]);
  });

  it('leave out what main got after the branch left it', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n', 'content/b.md': 'un\n' });
    repository.git('switch', '--quiet', '--create', 'branche');
    repository.put('content/a.md', 'deux\n');
    repository.commit();
    repository.git('switch', '--quiet', 'main');
    repository.put('content/b.md', 'deux\n');
    repository.put('content/c.md', 'trois\n');
    repository.commit();
    repository.git('switch', '--quiet', 'branche');
    expect(await changes(repository)).toEqual(['changed content/a.md']);
    expect(await changes(repository, { ref: 'main' })).toEqual(['changed content/a.md']);
  });

  it('are the uncommitted ones against HEAD, as a hook asks', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n', 'content/b.md': 'un\n' });
    repository.git('switch', '--quiet', '--create', 'branche');
    repository.put('content/a.md', 'deux\n');
    repository.commit();
    repository.put('content/b.md', 'deux\n');
    expect(await changes(repository, { ref: 'HEAD' })).toEqual(['changed content/b.md']);
  });

  it('are found on a detached head, as a CI checks it out', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n' });
    repository.git('switch', '--quiet', '--detach');
    repository.put('content/a.md', 'deux\n');
    repository.commit();
    expect(await changes(repository)).toEqual(['changed content/a.md']);
  });
});

describe('ids', () => {
  it('may be lost with a deletion, a new name, or an edit of the line that gives them', async () => {
    const text = (id: string) => `---\nid: ${id}\nformerly: [x]\n---\n\n${article}`;
    const paths = ['deleted', 'edited', 'former', 'moved', 'new-id'].map((name) => `content/${name}.md`);
    const repository = makeRepository(
      Object.fromEntries(paths.map((file, index) => [file, text(`a${index}`)])),
    );
    repository.git('rm', '--quiet', 'content/deleted.md');
    repository.put('content/edited.md', `${text('a1')}Une ligne.\n`);
    repository.put('content/former.md', text('a2').replace('formerly: [x]\n', ''));
    repository.git('mv', 'content/moved.md', 'content/arrived.md');
    repository.put('content/new-id.md', text('b'));
    repository.put('content/untracked.md', text('c'));
    const changed = await readChangedFiles(repository.folder, { env: {} });
    const files = 'files' in changed ? changed.files : [];
    expect(files.filter(({ mayLoseIds }) => mayLoseIds).map((file) => file.path)).toEqual([
      'content/arrived.md',
      'content/deleted.md',
      'content/former.md',
      'content/new-id.md',
    ]);
  });
});

describe('what a branch is compared with', () => {
  /** A clone whose branch left `release` of the origin, which is ahead of the origin's `main`. */
  function makeClone(...args: string[]): GitRepository {
    const origin = makeRepository({ 'content/a.md': 'un\n', 'content/b.md': 'un\n' });
    origin.git('switch', '--quiet', '--create', 'release');
    origin.put('content/b.md', 'deux\n');
    origin.commit();
    origin.git('switch', '--quiet', 'main');
    const clone = cloneRepository(origin, ...args);
    if (args.length > 0) return clone;
    clone.git('switch', '--quiet', '--create', 'branche', 'origin/release');
    clone.put('content/a.md', 'deux\n');
    clone.commit();
    return clone;
  }

  it('is the origin’s default branch where nobody says anything', async () => {
    const clone = makeClone();
    clone.git('branch', '--quiet', '--delete', '--force', 'main');
    expect(await changes(clone)).toEqual(['changed content/a.md', 'changed content/b.md']);
  });

  it.each([
    { GITHUB_BASE_REF: 'release' },
    { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release' },
    { GITHUB_BASE_REF: '', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release' },
  ])('is the target that CI names: %j', async (env) => {
    expect(await changes(makeClone(), { env })).toEqual(['changed content/a.md']);
  });

  it('is the commit that GitLab calls the base', async () => {
    const clone = makeClone();
    const sha = clone.git('rev-parse', 'origin/release').trim();
    expect(await changes(clone, { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: sha } })).toEqual([
      'changed content/a.md',
    ]);
  });

  it('is what the person says before what CI says', async () => {
    const env = { GITHUB_BASE_REF: 'release' };
    expect(await changes(makeClone(), { env, ref: 'origin/main' })).toEqual([
      'changed content/a.md',
      'changed content/b.md',
    ]);
  });

  it('is no other branch where CI’s target was not fetched', async () => {
    const env = { GITHUB_BASE_REF: 'absente' };
    expect(await changes(makeClone(), { env })).toBe(
      'Branche cible « origin/absente » absente de ce clone ; récupérez-la avec git fetch (fetch-depth: 0, GIT_DEPTH: 0)',
    );
  });

  it('is unknown in a clone that is too shallow, and known in one that is deep enough', async () => {
    const shallow = makeClone('--depth=1', '--branch=release', '--no-single-branch');
    const env = { GITHUB_BASE_REF: 'main' };
    expect(await changes(shallow, { env })).toMatch(/^Clone superficiel .*fetch-depth: 0/);
    expect(await changes(shallow, { ref: 'HEAD' })).toEqual([]);
    const deep = makeClone('--depth=2', '--branch=release', '--no-single-branch');
    expect(await changes(deep, { env })).toEqual(['changed content/b.md']);
  });

  it('is unknown without a common ancestor', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n' });
    repository.git('switch', '--quiet', '--orphan', 'autre');
    repository.put('content/a.md', 'deux\n');
    repository.commit();
    expect(await changes(repository)).toBe(
      'Aucun ancêtre commun avec « main » ; comparez avec une autre branche : --changed <ref>',
    );
  });

  it('is unknown without any usual branch', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n' });
    repository.git('branch', '--move', 'tronc');
    expect(await changes(repository)).toMatch(/^Aucune branche à laquelle comparer \(origin\/HEAD, /);
  });

  it('is unknown before the first commit, even where a reference is named', async () => {
    const folder = await temporaryFolder();
    makeRepository({ 'a.md': '' }).git('init', '--quiet', folder);
    expect(await changes({ folder }, { ref: 'HEAD' })).toBe(
      'Le dépôt git n’a encore aucun commit ; faites le premier',
    );
  });

  it('is unknown outside a repository', async () => {
    const folder = await temporaryFolder();
    writeFileSync(path.join(folder, 'a.md'), '');
    expect(await changes({ folder })).toMatch(/^Aucun dépôt git lisible ici \(not a git repository/);
  });

  it('is unknown without git', async () => {
    const repository = makeRepository({ 'content/a.md': 'un\n' });
    vi.stubEnv('PATH', repository.folder);
    expect(await changes(repository)).toBe('git est introuvable ; installez-le');
  });

  it.each(['absente', '', '-x', '--output=x', 'main..HEAD', 'HEAD:content/a.md'])(
    'is a problem where the person named %j',
    async (ref) => {
      const repository = makeRepository({ 'content/a.md': 'un\n' });
      await expect(readChangedFiles(repository.folder, { env: {}, ref })).rejects.toMatchObject({
        name: 'Problem',
        wording: { en: expect.stringContaining(`Unknown git reference \`${ref}\``) },
      });
    },
  );
});
