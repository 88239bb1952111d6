// `kb new` as a writer runs it: in a folder, at a terminal or not.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { articleTypes } from '../../src/model/article.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const config = `name: Essai
lang: fr
languages: [fr, en]
owners:
  livraison: { name: { fr: Livraison et transport }, contact: livraison@mirandelle.example }
  retours: { name: { fr: Retours }, contact: retours@mirandelle.example }
reasons: { delivery.late: { fr: Retard } }
`;

/** An empty base, with no git settings but those of the test. */
async function emptyBase(): Promise<string> {
  const root = await temporaryFolder();
  await writeFile(path.join(root, 'kb.config.yaml'), config);
  await mkdir(path.join(root, 'content'));
  return root;
}

async function contentOf(root: string): Promise<string[]> {
  return (await readdir(path.join(root, 'content'), { recursive: true })).sort();
}

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  return () => vi.unstubAllEnvs();
});

describe('kb new', () => {
  it('writes a draft and prints nothing but its path on standard output', async () => {
    const root = await emptyBase();
    const ran = await runKb(root, [
      'new',
      'procedure',
      'Colis abîmé',
      '--owner',
      'livraison',
      '--in',
      'livraison',
    ]);
    expect(ran).toEqual({
      code: 0,
      out: 'content/livraison/colis-abime.md\n',
      err: expect.stringMatching(/^Brouillon créé.*\n$/),
    });
    const text = await readFile(path.join(root, 'content/livraison/colis-abime.md'), 'utf8');
    expect(text).toContain(
      'title: "Colis abîmé"\ntype: procedure\nowner: livraison\nlang: fr\nstatus: draft\n',
    );
    expect(text).toContain('expires: 2027-05-16\n');
  });

  it('prints the path from where the writer stands', async () => {
    const root = await emptyBase();
    const ran = await runKb(path.join(root, 'content'), ['new', 'faq', 'Où ?', '--owner', 'retours']);
    expect(ran.out).toBe('ou.md\n');
  });

  it.each(articleTypes.flatMap((type) => ['fr', 'en'].map((language) => [type, language] as const)))(
    'makes a %s in %s that lints with no error',
    async (type, language) => {
      const root = await emptyBase();
      const made = await runKb(root, [
        'new',
        type,
        'Essai n° 1 : « tout » #vrai',
        '--owner',
        'retours',
        '--language',
        language,
      ]);
      expect(made.code).toBe(0);
      const linted = await runKb(root, ['lint', '--format', 'json']);
      expect(JSON.parse(linted.out)).toMatchObject({ articles: 1, errors: 0 });
    },
  );

  it('makes the content folder of a base that has none', async () => {
    const root = await temporaryFolder();
    await writeFile(path.join(root, 'kb.config.yaml'), config);
    expect((await runKb(root, ['new', 'faq', 'Où ?', '--owner', 'retours'])).code).toBe(0);
    expect(await contentOf(root)).toEqual(['ou.md']);
  });

  it('takes the team’s own template before the package’s', async () => {
    const root = await emptyBase();
    await mkdir(path.join(root, 'templates/fr'), { recursive: true });
    const header =
      '---\nid: {{id}}\ntitle: {{title}}\ntype: faq\nowner: {{owner}}\nlang: {{lang}}\nstatus: draft\n';
    await writeFile(
      path.join(root, 'templates/fr/faq.md'),
      `${header}expires: {{expires}}\n---\n\nNotre modèle.\n`,
    );
    await runKb(root, ['new', 'faq', 'Où ?', '--owner', 'retours']);
    expect(await readFile(path.join(root, 'content/ou.md'), 'utf8')).toContain('Notre modèle.');
  });

  it('never reads a template through a link out of the base', async () => {
    const [root, outside] = [await emptyBase(), await temporaryFolder()];
    await writeFile(path.join(outside, 'secret'), 'secret');
    await mkdir(path.join(root, 'templates/fr'), { recursive: true });
    await symlink(path.join(outside, 'secret'), path.join(root, 'templates/fr/faq.md'));
    const ran = await runKb(root, ['new', 'faq', 'Où ?', '--owner', 'retours']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('lien symbolique hors de la base') });
    expect(await contentOf(root)).toEqual([]);
  });
});

describe('the owner of a new article', () => {
  function git(root: string, ...args: string[]): void {
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  }
  const ownerOf = async (root: string) =>
    /^owner: (.*)$/m.exec(await readFile(path.join(root, 'content/ou.md'), 'utf8'))?.[1];

  it('is the one whose contact is the writer’s address in git', async () => {
    const root = await emptyBase();
    git(root, 'init');
    git(root, 'config', 'user.email', 'retours@mirandelle.example');
    expect((await runKb(root, ['new', 'faq', 'Où ?'])).code).toBe(0);
    expect(await ownerOf(root)).toBe('retours');
  });

  it('is the git setting kb.owner before that', async () => {
    const root = await emptyBase();
    git(root, 'init');
    git(root, 'config', 'user.email', 'retours@mirandelle.example');
    git(root, 'config', 'kb.owner', 'livraison');
    await runKb(root, ['new', 'faq', 'Où ?']);
    expect(await ownerOf(root)).toBe('livraison');
  });

  it('is asked for at a terminal, by name', async () => {
    const root = await emptyBase();
    const choose = vi.fn(async () => 'retours');
    const prompts = { choose, text: vi.fn(), confirm: vi.fn() };
    await runKb(root, ['new', 'faq', 'Où ?'], { prompts });
    expect(choose).toHaveBeenCalledWith('Qui répond de cet article ?', [
      { value: 'livraison', name: 'Livraison et transport' },
      { value: 'retours', name: 'Retours' },
    ]);
    expect(await ownerOf(root)).toBe('retours');
  });

  it('is not asked for when something else is wrong', async () => {
    const root = await emptyBase();
    const choose = vi.fn(async () => 'retours');
    await runKb(root, ['new', 'foire', 'Où ?'], { prompts: { choose, text: vi.fn(), confirm: vi.fn() } });
    expect(choose).not.toHaveBeenCalled();
  });

  it('has to be given where nobody can be asked', async () => {
    const root = await emptyBase();
    const ran = await runKb(root, ['new', 'faq', 'Où ?']);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('livraison, retours') });
  });
});

describe('kb new refuses, with exit code 2 and no file,', () => {
  const owner = ['--owner', 'livraison'];
  it.each([
    ['an unknown type', ['new', 'procedur', 'Colis', ...owner], 'vouliez-vous dire « procedure »'],
    ['an unknown owner', ['new', 'faq', 'Colis', '--owner', 'livraisn'], 'vouliez-vous dire « livraison »'],
    [
      'an unknown reason',
      ['new', 'faq', 'Colis', ...owner, '--reasons', 'delivery.late,delivery.lte'],
      'delivery.late',
    ],
    ['an unknown language', ['new', 'faq', 'Colis', ...owner, '--language', 'de'], 'Langue inconnue « de »'],
    ['an empty title', ['new', 'faq', ' ', ...owner], 'Titre vide'],
    ['a title of symbols', ['new', 'faq', '?!', ...owner], 'sans lettre ni chiffre'],
    ['a folder outside the content', ['new', 'faq', 'Colis', ...owner, '--in', '../x'], 'Dossier inattendu'],
    [
      'an impossible date',
      ['new', 'faq', 'Colis', ...owner, '--expires', '2027-02-30'],
      'Unexpected 2027-02-30',
    ],
    [
      'a past date',
      ['new', 'faq', 'Colis', ...owner, '--expires', '2026-11-15'],
      'Fin de validité inattendue',
    ],
    [
      'two ends',
      ['new', 'faq', 'Colis', ...owner, '--expires', '2027-02-28', '--for', '6m'],
      'cannot be used with',
    ],
  ])('%s', async (_, args, message) => {
    const root = await emptyBase();
    const ran = await runKb(root, args);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(await contentOf(root)).toEqual([]);
  });

  it('a file that is there already, and leaves it as it was', async () => {
    const root = await emptyBase();
    // No article, yet a file: its id is not known, its path is.
    await writeFile(path.join(root, 'content/colis.md'), 'à moi');
    const ran = await runKb(root, ['new', 'faq', 'Colis', ...owner]);
    expect(ran).toMatchObject({
      code: 2,
      err: expect.stringContaining('content/colis.md: Fichier déjà présent'),
    });
    expect(await readFile(path.join(root, 'content/colis.md'), 'utf8')).toBe('à moi');
  });

  it('an id that another article has or had', async () => {
    const root = await emptyBase();
    await runKb(root, ['new', 'faq', 'Colis', ...owner, '--in', 'a']);
    const ran = await runKb(root, ['new', 'faq', 'Colis', ...owner, '--in', 'b']);
    expect(ran).toMatchObject({
      code: 2,
      err: expect.stringMatching(/déjà pris par content\/a\/colis.md.*--id colis-2/),
    });
    expect(await contentOf(root)).toEqual(['a', 'a/colis.md']);
    const file = path.join(root, 'content/a/colis.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('status:', 'formerly: [paquet]\nstatus:'));
    const former = await runKb(root, ['new', 'faq', 'Paquet', ...owner]);
    expect(former).toMatchObject({
      code: 2,
      err: expect.stringContaining('« paquet » déjà pris par content/a/colis.md'),
    });
  });

  it('a folder that is a link, for no article behind one is read', async () => {
    const [root, outside] = [await emptyBase(), await temporaryFolder()];
    await symlink(outside, path.join(root, 'content/dehors'));
    const ran = await runKb(root, ['new', 'faq', 'Colis', ...owner, '--in', 'dehors/x']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('lien symbolique inattendu') });
    expect(await readdir(outside)).toEqual([]);
  });

  it('a place with no knowledge base', async () => {
    const folder = await temporaryFolder();
    const ran = await runKb(folder, ['new', 'faq', 'Colis'], { env: { KB_LANG: 'en' } });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('kb init') });
  });
});
