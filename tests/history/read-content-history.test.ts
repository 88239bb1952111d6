import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentHistory } from '../../src/history/content-history.ts';
import { readContentHistory } from '../../src/history/read-content-history.ts';

let top: string;
let repository: string;
let hour = 0;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: repository, stdio: 'pipe', encoding: 'utf8' });
}

function put(file: string, text: string): void {
  const target = path.join(repository, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Commits everything as `author` on `day`, each commit an hour after the one before. */
function commit(day: string, author = 'Claire Vasseur'): void {
  const email = `${author.toLowerCase().replace(/\W+/g, '.')}@mirandelle.example`;
  const date = `${day}T${String(hour++).padStart(2, '0')}:00:00+01:00`;
  const settings = ['-c', `user.name=${author}`, '-c', `user.email=${email}`, '-c', 'commit.gpgSign=false'];
  git('add', '-A');
  execFileSync('git', [...settings, 'commit', '-qm', 'x', '--allow-empty'], {
    cwd: repository,
    stdio: 'pipe',
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

function article(fields: Readonly<Record<string, string>> = {}, body = '## Étapes\n\nAppeler le dépôt.\n') {
  const all = { id: 'a', title: 'Colis en retard', expires: '2026-12-31', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** What is known, in few words: `day author` of the last edit, `day (articles)` of the last date move. */
async function read(folder = 'content', root = repository) {
  const history = await readContentHistory(root, folder);
  return history && inWords(history);
}

function inWords({ lastEdits, dateMoves }: ContentHistory) {
  return {
    edits: Object.fromEntries([...lastEdits].map(([file, { day, author }]) => [file, `${day} ${author}`])),
    moves: Object.fromEntries(
      [...dateMoves].map(([file, { day, articles }]) => [file, `${day} (${articles})`]),
    ),
  };
}

beforeEach(() => {
  hour = 0;
  top = mkdtempSync(path.join(tmpdir(), 'kb-content-history-'));
  repository = path.join(top, 'r');
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(top, { recursive: true, force: true });
});

describe('the last edit', () => {
  it('is the last commit that changed the text or a field beside the dates, with its author and day', async () => {
    put('content/a.md', article());
    put('content/b.md', article());
    commit('2026-01-05');
    put('content/a.md', article({ title: 'Colis très en retard' }));
    commit('2026-02-06', 'Paul Mercadier');
    put('README.md', 'hors du contenu\n');
    commit('2026-03-07', 'Nadia Belkacem');
    expect(await read()).toEqual({
      edits: { 'content/a.md': '2026-02-06 Paul Mercadier', 'content/b.md': '2026-01-05 Claire Vasseur' },
      moves: {},
    });
    const { lastEdits } = (await readContentHistory(repository, 'content')) as ContentHistory;
    expect(git('rev-parse', `${lastEdits.get('content/a.md')?.commit}^{commit}`).trim()).toBe(
      git('rev-parse', 'HEAD~1').trim(),
    );
  });

  it('stays with an article that was moved, and is the move where the text changed with it', async () => {
    const long = (name: string) => article({ id: name }, `${name} ligne\n`.repeat(30));
    put('content/a.md', long('a'));
    put('content/b.md', long('b'));
    commit('2026-01-05', 'A');
    git('mv', 'content/a.md', 'content/c.md');
    git('mv', 'content/b.md', 'content/d.md');
    put('content/d.md', `${long('b')}Ajout.\n`);
    commit('2026-02-01', 'B');
    expect((await read())?.edits).toEqual({ 'content/c.md': '2026-01-05 A', 'content/d.md': '2026-02-01 B' });
  });

  it('of an article that is renamed on one branch and edited on another is found under the new name', async () => {
    put('content/a.md', article({}, 'ligne\n'.repeat(30)));
    commit('2026-01-05', 'A');
    git('checkout', '-qb', 'autre');
    put('content/a.md', article({}, `${'ligne\n'.repeat(30)}fin\n`));
    commit('2026-01-07', 'B');
    git('checkout', '-q', 'main');
    git('mv', 'content/a.md', 'content/b.md');
    hour = 0;
    commit('2026-01-06', 'C');
    git('-c', 'user.name=M', '-c', 'user.email=m@mirandelle.example', 'merge', '-q', 'autre', '-m', 'm');
    expect(await read()).toEqual({ edits: { 'content/b.md': '2026-01-07 B' }, moves: {} });
  });

  it('is named as the mailmap names its author', async () => {
    put('content/a.md', article());
    put('.mailmap', 'Claire Vasseur <claire.vasseur@mirandelle.example> <cv@mirandelle.example>\n');
    git('add', '-A');
    git('-c', 'user.name=cv', '-c', 'user.email=cv@mirandelle.example', 'commit', '-qm', 'x');
    expect((await read())?.edits['content/a.md']).toMatch(/ Claire Vasseur$/);
  });

  it('is not a change of line ends, and survives odd file names, links and deleted files', async () => {
    const names = [
      'l’été "chaud".md',
      'deux  mots.MD',
      'tab\tet\nligne.md',
      '[x]*?.markdown',
      ':(top)a.md',
      'é/\\b.md',
    ];
    for (const name of names) put(`content/${name}`, article());
    put('content/image.png', '\0\n@@ -1 +1 @@\n');
    put('content/parti.md', article());
    symlinkSync('parti.md', path.join(repository, 'content/lien.md'));
    commit('2026-01-05');
    for (const name of names) put(`content/${name}`, article().replaceAll('\n', '\r\n'));
    rmSync(path.join(repository, 'content/parti.md'));
    rmSync(path.join(repository, 'content/lien.md'));
    put('content/lien.md', article());
    commit('2026-02-06');
    const edits = Object.fromEntries(names.map((name) => [`content/${name}`, '2026-01-05 Claire Vasseur']));
    expect(await read()).toEqual({
      edits: { ...edits, 'content/lien.md': '2026-02-06 Claire Vasseur' },
      moves: {},
    });
  });

  it('is not misled by content that looks like git’s own words', async () => {
    const hostile = [
      'diff --git a/content/b.md b/content/b.md',
      '--- a/content/b.md',
      '+++ b/content/b.md',
      '@@ -1 +1 @@',
      '-- signature',
      '++ plus',
      '\\ No newline at end of file',
      '\u0001abc1234 2030-01-01 Intrus',
      ':100644 100644 0000000 1111111 M\u0000content/b.md\u0000',
      '\u0001abc1234 2030-01-01 Intrus\u0000',
    ];
    // A zero byte among the first 8,000 would make git call the file binary.
    const far = 'ligne\n'.repeat(2000);
    put('content/a.md', article({}, far + hostile.join('\n')));
    put('content/b.md', article());
    commit('2026-01-05');
    put('content/a.md', article({}, far + [...hostile].reverse().join('\n')));
    commit('2026-01-06', 'Paul\u0001 Mercadier');
    put('content/a.md', article({}, `${far}${hostile.slice(3).join('\n\n')}\n`));
    commit('2026-01-07');
    expect(await read()).toEqual({
      edits: { 'content/a.md': '2026-01-07 Claire Vasseur', 'content/b.md': '2026-01-05 Claire Vasseur' },
      moves: {},
    });
  });

  it('is any change of a file in which git sees no lines', async () => {
    put('content/a.md', article({}, 'un\0'));
    put('content/b.md', article());
    commit('2026-01-05');
    put('content/a.md', article({ expires: '2027-01-01' }, 'un\0'));
    put('content/b.md', article({ expires: '2027-01-01' }));
    commit('2026-01-06');
    expect(await read()).toEqual({
      edits: { 'content/a.md': '2026-01-06 Claire Vasseur', 'content/b.md': '2026-01-05 Claire Vasseur' },
      moves: { 'content/b.md': '2026-01-06 (1)' },
    });
  });

  it('does not depend on how a person set git up', async () => {
    put('content/a.md', article());
    commit('2026-01-05');
    put('content/a.md', article({ title: 'Autre' }));
    put('.gitattributes', '*.md -diff\n');
    commit('2026-01-06');
    const plain = await read();
    const settings: Record<string, string> = {
      'color.ui': 'always',
      'diff.noprefix': 'true',
      'diff.external': 'false',
      'diff.relative': 'true',
      'diff.context': '5',
      'diff.interHunkContext': '9',
      'log.showRoot': 'false',
      'log.showSignature': 'true',
      'log.date': 'relative',
      'core.quotePath': 'true',
      'format.pretty': 'fuller',
    };
    for (const [name, value] of Object.entries(settings)) git('config', name, value);
    expect(await read()).toEqual(plain);
    expect(plain?.edits).toEqual({ 'content/a.md': '2026-01-06 Claire Vasseur' });
  });
});

describe('a date move', () => {
  const validation = (day: string) => `{ by: Paul Mercadier, on: ${day}, digest: "sha256:00" }`;

  it('is a commit that changed `expires`, `reviewed` and the validation only; it counts the articles', async () => {
    for (const name of ['a', 'b', 'c', 'd']) put(`content/${name}.md`, article({ reviewed: '2026-01-04' }));
    commit('2026-01-05');
    const moved = { expires: '2027-06-30', reviewed: '2026-02-05' };
    put('content/a.md', article(moved));
    put('content/b.md', article({ ...moved, validation: validation('2026-02-06') }));
    put('content/c.md', article({ ...moved, title: 'Autre' }));
    put('content/d.md', article({ reviewed: '2026-01-04', validation: validation('2026-02-06') }));
    commit('2026-02-06', 'Paul Mercadier');
    expect(await read()).toEqual({
      edits: {
        'content/a.md': '2026-01-05 Claire Vasseur',
        'content/b.md': '2026-01-05 Claire Vasseur',
        'content/c.md': '2026-02-06 Paul Mercadier',
        'content/d.md': '2026-01-05 Claire Vasseur',
      },
      moves: { 'content/a.md': '2026-02-06 (2)', 'content/b.md': '2026-02-06 (2)' },
    });
  });

  it('may write the validation as a block, and stays with an article that is moved later', async () => {
    put('content/a.md', article({}, 'ligne\n'.repeat(30)));
    commit('2026-01-05');
    const block = (day: string) => `\n  by: Paul Mercadier\n  on: ${day}\n  digest: sha256:00`;
    put(
      'content/a.md',
      article({ expires: '2027-06-30', validation: block('2026-02-06') }, 'ligne\n'.repeat(30)),
    );
    commit('2026-02-06');
    put(
      'content/a.md',
      article({ expires: '2027-06-30', validation: block('2026-02-07') }, 'ligne\n'.repeat(30)),
    );
    commit('2026-02-07');
    git('mv', 'content/a.md', 'content/b.md');
    commit('2026-02-08');
    expect(await read()).toEqual({
      edits: { 'content/b.md': '2026-01-05 Claire Vasseur' },
      moves: { 'content/b.md': '2026-02-06 (1)' },
    });
  });

  it('is not a change of the body, whatever its lines look like', async () => {
    const sample = (day: string) =>
      `Modèle :\n\n\`\`\`yaml\nid: a\nexpires: ${day}\nvalidation:\n  on: ${day}\n\`\`\`\n`;
    for (const name of ['a', 'b']) put(`content/${name}.md`, article({}, sample('2026-01-01')));
    commit('2026-01-05');
    put('content/a.md', article({ summary: 'Un résumé', tags: '[x]' }, sample('2026-01-01')));
    commit('2026-01-06');
    put('content/a.md', article({ summary: 'Un résumé', tags: '[x]' }, sample('2026-01-02')));
    put('content/b.md', article({ expires: '2027-01-01' }, sample('2026-01-02')));
    commit('2026-01-07');
    put(
      'content/a.md',
      article({ summary: 'Un résumé', tags: '[x]', expires: '2028-01-01' }, sample('2026-01-02')),
    );
    commit('2026-01-08');
    expect(await read()).toEqual({
      edits: { 'content/a.md': '2026-01-07 Claire Vasseur', 'content/b.md': '2026-01-07 Claire Vasseur' },
      moves: { 'content/a.md': '2026-01-08 (1)' },
    });
  });

  it('is seen in files with CR LF, and with line ends that change at once', async () => {
    put('content/a.md', article().replaceAll('\n', '\r\n'));
    put('content/b.md', article());
    commit('2026-01-05');
    put('content/a.md', article({ expires: '2027-01-01' }).replaceAll('\n', '\r\n'));
    put('content/b.md', article({ expires: '2027-01-01' }).replaceAll('\n', '\r\n'));
    commit('2026-01-06');
    expect(await read()).toEqual({
      edits: { 'content/a.md': '2026-01-05 Claire Vasseur', 'content/b.md': '2026-01-05 Claire Vasseur' },
      moves: { 'content/a.md': '2026-01-06 (2)', 'content/b.md': '2026-01-06 (2)' },
    });
  });
});

describe('the history', () => {
  it('counts paths from the base’s root, wherever in the repository that is, and keeps to the content folder', async () => {
    put('kb [1]/docs*/contenu/a.md', article());
    put('kb [1]/docs*/b.md', article());
    put('kb [1]/docsx/contenu/c.md', article());
    put('content/d.md', article());
    commit('2026-01-05');
    const root = path.join(repository, 'kb [1]');
    expect((await read('docs*/contenu', root))?.edits).toEqual({
      'docs*/contenu/a.md': '2026-01-05 Claire Vasseur',
    });
    expect(Object.keys((await read('./docs*/', root))?.edits ?? {})).toEqual([
      'docs*/b.md',
      'docs*/contenu/a.md',
    ]);
  });

  it('is empty where git holds no article, and unknown before the first commit', async () => {
    expect(await read()).toBeUndefined();
    commit('2026-01-05');
    expect(await read()).toEqual({ edits: {}, moves: {} });
  });

  it('is unknown in a shallow and in a partial clone', async () => {
    put('content/a.md', article());
    commit('2026-01-05');
    put('content/a.md', article({ title: 'Autre' }));
    commit('2026-01-06');
    git('config', 'uploadpack.allowFilter', 'true');
    const clone = (name: string, option: string) => {
      const target = path.join(top, name);
      git('clone', '-q', option, `file://${repository}`, target);
      return target;
    };
    expect(await read('content', clone('shallow', '--depth=1'))).toBeUndefined();
    expect(await read('content', clone('partial', '--filter=blob:none'))).toBeUndefined();
    expect(await read('content', clone('whole', '--no-tags'))).toBeDefined();
  });

  it('is unknown outside a repository, without git, and in a repository of another person', async () => {
    put('content/a.md', article());
    commit('2026-01-05');
    expect(await read('content', top)).toBeUndefined();
    expect(await read('content', path.join(top, 'nowhere'))).toBeUndefined();
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(await read()).toBeUndefined();
    vi.unstubAllEnvs();
    expect(await read()).toBeDefined();
    vi.stubEnv('PATH', top);
    expect(await read()).toBeUndefined();
  });

  it('leaves the repository as it was', async () => {
    put('content/a.md', article());
    commit('2026-01-05');
    const before = git('status', '--porcelain', '--branch');
    await read();
    expect(git('status', '--porcelain', '--branch')).toBe(before);
    expect(existsSync(path.join(repository, '.git/index.lock'))).toBe(false);
  });
});
