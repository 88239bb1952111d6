// `kb lint --changed`: checks what a branch changed and what points at it, and everything where git can't tell.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseConfig } from '../serve/small-base.ts';
import { cloneRepository, type GitRepository, makeRepository } from '../support/git-repository.ts';
import { runKb } from './fake-host.ts';

/** An article in which every check of dates and validation is quiet, and whose only findings are about `body`. */
function article(id: string, body = '', fields = ''): string {
  return `---\nid: ${id}\ntitle: Titre de ${id}\ntype: reference\nowner: livraison\nstatus: draft\n${fields}---\n\n${body}\n`;
}

const config = `${baseConfig}rules: { is-validated: off }\n`;

/** A base on a branch of its own: five articles, each with one broken link, so that each that is checked says so. */
function makeBranch(folder = ''): GitRepository {
  const broken = '[x](absent.md)\n';
  const repository = makeRepository({
    [`${folder}kb.config.yaml`]: config,
    [`${folder}content/cible.md`]: article('cible', broken),
    [`${folder}content/par-chemin.md`]: article('par-chemin', `${broken}[c](cible.md#x)`),
    [`${folder}content/par-id.md`]: article('par-id', `${broken}[c](id:cible)`),
    [`${folder}content/par-succession.md`]: article('par-succession', broken, 'replaced_by: cible\n'),
    [`${folder}content/par-image.md`]: article('par-image', `${broken}![s](schema.png)`),
    [`${folder}content/schema.png`]: 'png',
    [`${folder}content/sans-rapport.md`]: article('sans-rapport', broken),
  });
  repository.git('switch', '--quiet', '--create', 'branche');
  return repository;
}

interface Checked {
  readonly code: number;
  readonly err: string;
  readonly articles: number;
  readonly paths: readonly string[];
}

/** What `kb lint --format json` checked: each article of these bases has a finding. */
async function lint(folder: string, ...args: string[]): Promise<Checked> {
  const { code, out, err } = await runKb(folder, ['lint', '--format', 'json', ...args], {
    env: { KB_LANG: 'fr' },
  });
  if (out === '') return { code, err, articles: 0, paths: [] };
  const { articles, findings } = JSON.parse(out) as { articles: number; findings: { path: string }[] };
  const paths = findings.map((finding) => finding.path.replace('content/', ''));
  return { code, err, articles, paths: [...new Set(paths)] };
}

const everything = [
  'cible.md',
  'par-chemin.md',
  'par-id.md',
  'par-image.md',
  'par-succession.md',
  'sans-rapport.md',
];

describe('kb lint --changed', () => {
  it('checks nothing where nothing changed, and all without the option', async () => {
    const { folder } = makeBranch();
    expect(await lint(folder, '--changed')).toEqual({ code: 0, err: '', articles: 0, paths: [] });
    expect(await lint(folder)).toMatchObject({ code: 1, err: '', articles: 6, paths: everything });
  });

  it('checks an edited article and those that point at it by path, id or succession', async () => {
    const repository = makeBranch();
    repository.put('content/cible.md', article('cible', 'Deux.\n[x](absent.md)\n'));
    expect(await lint(repository.folder, '--changed')).toMatchObject({
      articles: 4,
      paths: ['cible.md', 'par-chemin.md', 'par-id.md', 'par-succession.md'],
    });
  });

  it('checks those that point at a deleted article, whose id nothing remembers', async () => {
    const repository = makeBranch();
    repository.git('rm', '--quiet', 'content/cible.md');
    repository.commit();
    expect(await lint(repository.folder, '--changed')).toMatchObject({
      articles: 3,
      paths: ['par-chemin.md', 'par-id.md', 'par-succession.md'],
    });
  });

  it('checks those that point at a renamed article under either name', async () => {
    const repository = makeBranch();
    repository.git('mv', 'content/cible.md', 'content/arrivée.md');
    repository.commit();
    expect(await lint(repository.folder, '--changed')).toMatchObject({
      articles: 4,
      paths: ['arrivée.md', 'par-chemin.md', 'par-id.md', 'par-succession.md'],
    });
  });

  it('checks those that point at an id that an edit took away', async () => {
    const repository = makeBranch();
    repository.put('content/cible.md', article('autre', '[x](absent.md)\n'));
    const { paths } = await lint(repository.folder, '--changed');
    expect(paths).toEqual(['cible.md', 'par-chemin.md', 'par-id.md', 'par-succession.md']);
  });

  it('checks untracked and edited articles, and leaves broken links of others alone', async () => {
    const repository = makeBranch();
    repository.put('content/par-id.md', article('par-id', '[c](id:perdu)\n[x](absent.md)\n'));
    repository.commit();
    repository.git('switch', '--quiet', '--create', 'suite');
    repository.put('content/neuf.md', article('neuf', '[x](absent.md)\n'));
    repository.put('content/par-image.md', article('par-image', 'Deux.\n[x](absent.md)\n'));
    expect((await lint(repository.folder, '--changed', 'branche')).paths).toEqual([
      'neuf.md',
      'par-image.md',
    ]);
  });

  it('checks those that show a picture that changed or went', async () => {
    const repository = makeBranch();
    repository.put('content/schema.png', 'autre');
    expect((await lint(repository.folder, '--changed')).paths).toEqual(['par-image.md']);
    rmSync(path.join(repository.folder, 'content/schema.png'));
    expect((await lint(repository.folder, '--changed')).paths).toEqual(['par-image.md']);
  });

  it('checks translations of an edited article', async () => {
    const repository = makeBranch();
    repository.put('content/en/cible.md', article('cible', '[x](absent.md)\n', 'lang: en\n'));
    repository.commit();
    repository.put('content/cible.md', article('cible', 'Deux.\n[x](absent.md)\n'));
    expect((await lint(repository.folder, '--changed', 'HEAD')).paths).toContain('en/cible.md');
  });

  it('checks everything where the configuration changed', async () => {
    const repository = makeBranch();
    repository.put('kb.config.yaml', `${config}# une ligne\n`);
    expect((await lint(repository.folder, '--changed')).paths).toEqual(everything);
  });

  it('follows a base in a folder of the repository', async () => {
    const repository = makeBranch('support/base/');
    repository.put('support/base/content/sans-rapport.md', article('sans-rapport', '[y](absent.md)\n'));
    repository.put('content/cible.md', 'hors de la base');
    const base = path.join(repository.folder, 'support/base');
    expect((await lint(base, '--changed')).paths).toEqual(['sans-rapport.md']);
  });

  it('leaves out what main got meanwhile', async () => {
    const repository = makeBranch();
    repository.put('content/sans-rapport.md', article('sans-rapport', '[y](absent.md)\n'));
    repository.commit();
    repository.git('switch', '--quiet', 'main');
    repository.put('content/par-image.md', article('par-image', '[y](absent.md)\n'));
    repository.commit();
    repository.git('switch', '--quiet', '--detach', 'branche');
    expect((await lint(repository.folder, '--changed')).paths).toEqual(['sans-rapport.md']);
  });

  it('takes paths as a further limit', async () => {
    const repository = makeBranch();
    repository.put('content/cible.md', article('cible', 'Deux.\n[x](absent.md)\n'));
    const { folder } = repository;
    const paths = ['content/cible.md', 'content/sans-rapport.md'];
    expect(await lint(folder, ...paths, '--changed')).toMatchObject({ articles: 1, paths: ['cible.md'] });
  });

  it('checks everything with a warning in a shallow clone', async () => {
    const repository = makeBranch();
    repository.put('content/cible.md', article('cible', 'Deux.\n[x](absent.md)\n'));
    repository.commit();
    const { folder } = cloneRepository(repository, '--depth=1', '--no-single-branch');
    const checked = await lint(folder, '--changed', 'origin/main');
    expect(checked).toMatchObject({ code: 1, articles: 6, paths: everything });
    expect(checked.err).toMatch(
      /^kb: Clone superficiel .*fetch-depth: 0.* ; tous les articles sont vérifiés\n$/,
    );
  });

  it('checks everything with a warning outside of git', async () => {
    const { folder } = makeBranch();
    rmSync(path.join(folder, '.git'), { recursive: true });
    const { err } = await runKb(folder, ['lint', '--changed', '--lang', 'en']);
    expect(err).toMatch(/^kb: No git repository that can be read here .*; all articles are checked\n$/);
  });

  it('refuses a reference that is unknown or begins with a dash', async () => {
    const { folder } = makeBranch();
    expect(await lint(folder, '--changed', 'absente')).toMatchObject({
      code: 2,
      err: 'kb: Référence git inconnue « absente », attendu : --changed suivi d’une branche, d’une étiquette ou d’un commit\n',
    });
    expect(await lint(folder, '--changed=-O/tmp/x')).toMatchObject({ code: 2 });
  });
});
