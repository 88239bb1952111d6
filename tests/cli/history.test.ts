// `kb history`: an article's life in words.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { cloneRepository, type GitRepository, makeRepository } from '../support/git-repository.ts';
import { runKb } from './fake-host.ts';

const long = 'Une ligne parmi d’autres.\n'.repeat(20);

/** An article that was written, validated, then moved with an edit. */
async function makeLife(): Promise<GitRepository> {
  const repository = makeRepository(
    { 'kb.config.yaml': baseConfig, 'content/a.md': articleText('a', long) },
    { at: '2026-01-10T10:00:00+0100', by: 'Claire Vasseur' },
  );
  await runKb(repository.folder, ['validate', 'a', '--by', 'Paul Mercadier', '--on', '2026-02-10']);
  repository.commit({ at: '2026-02-10T10:00:00+0100', by: 'Paul Mercadier' });
  const validated = repository.git('show', 'HEAD:content/a.md');
  repository.git('mv', 'content/a.md', 'content/b.md');
  repository.put('content/b.md', `${validated}Une phrase de plus.\n`);
  repository.commit({ at: '2026-03-10T10:00:00+0100', by: 'Nadia Belkacem' });
  return repository;
}

describe('kb history', () => {
  it('tells the life of an article, newest first, within 80 columns', async () => {
    const { folder } = await makeLife();
    const { code, out, err } = await runKb(folder, ['history', 'a'], { width: 200 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'a (fr) – Titre de a',
      'content/b.md',
      '2026-03-10  Nadia Belkacem  texte modifié, à revalider ; déplacé depuis',
      '                            content/a.md',
      '2026-02-10  Paul Mercadier  validé par Paul Mercadier',
      '2026-01-10  Claire Vasseur  créé',
      'À revalider : modifié le 2026-03-10 par Nadia Belkacem depuis la validation par',
      'Paul Mercadier (2026-02-10)',
      '',
    ]);
  });

  it('shows the difference since the validated text on request', async () => {
    const { folder } = await makeLife();
    const { out } = await runKb(folder, ['history', 'a', '--diff', '--lang', 'en']);
    expect(out).toContain('To revalidate: changed on 2026-03-10 by Nadia Belkacem');
    expect(out).toContain('--- a/content/b.md\n+++ b/content/b.md\n');
    expect(out.split('\n').filter((line) => /^[+-][^+-]/.test(line))).toEqual(['+Une phrase de plus.']);
  });

  it('tells what is in no commit yet, and leaves out line ends that git changed', async () => {
    const repository = await makeLife();
    const text = repository.git('show', 'HEAD:content/b.md');
    repository.put('content/b.md', text.replaceAll('\n', '\r\n'));
    expect((await runKb(repository.folder, ['history', 'a'])).out).not.toContain('hors commit');
    repository.put('content/b.md', `${text}Encore une.\n`);
    const { out } = await runKb(repository.folder, ['history', 'a']);
    expect(out.split('\n')[2]).toBe('–           hors commit     texte modifié');
  });

  it('tells of every language of an id, a heading each, or of one', async () => {
    const repository = await makeLife();
    repository.put('content/en/a.md', articleText('a', 'English.', { lang: 'en' }));
    repository.commit({ at: '2026-04-10T10:00:00+0100' });
    const heads = (out: string) => out.split('\n').filter((line) => line.startsWith('a ('));
    expect(heads((await runKb(repository.folder, ['history', 'a'])).out)).toEqual([
      'a (fr) – Titre de a',
      'a (en) – Titre de a',
    ]);
    expect(heads((await runKb(repository.folder, ['history', 'a', '--language', 'en'])).out)).toEqual([
      'a (en) – Titre de a',
    ]);
  });

  it('knows an article by a former id, and refuses an unknown one', async () => {
    const repository = await makeLife();
    repository.put('content/b.md', articleText('b', long, { formerly: '[a]' }));
    expect((await runKb(repository.folder, ['history', 'a'])).out).toContain('b (fr) – Titre de b');
    expect(await runKb(repository.folder, ['history', 'zzz'])).toEqual({
      code: 2,
      out: '',
      err: 'kb: Aucun article « zzz », attendu : un identifiant existant\n',
    });
  });

  it('says that the validated text is in no commit where that is so', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const text = articleText('a', long, { validation: `{ by: Paul, on: 2026-01-02, digest: "${digest}" }` });
    const { folder } = makeRepository({ 'kb.config.yaml': baseConfig, 'content/a.md': text });
    const { out } = await runKb(folder, ['history', 'a', '--diff']);
    expect(out).toContain('À revalider : le texte validé par Paul le 2026-01-02 n’est dans aucun commit\n');
  });

  it('lets no control character of an author or a title through', async () => {
    const text = articleText('a', long, { title: '"Titre \\e[31mrouge"' });
    const { folder } = makeRepository(
      { 'kb.config.yaml': baseConfig, 'content/a.md': text },
      { by: 'Ma\u001B[2Jl' },
    );
    const { out } = await runKb(folder, ['history', 'a', '--diff']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });

  it('is unknown with a warning where git can’t tell', async () => {
    const repository = await makeLife();
    const clone = cloneRepository(repository, '--depth=1');
    expect(await runKb(clone.folder, ['history', 'a'])).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^kb: Clone superficiel .* ; vie inconnue\n$/),
    });
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    expect((await runKb(repository.folder, ['history', 'a'])).err).toMatch(/^kb: Aucun dépôt git lisible/);
  });
});

describe('kb report', () => {
  it('tells the day of the last change through renames, and why it can’t', async () => {
    const repository = await makeLife();
    repository.git('mv', 'content/b.md', 'content/c.md');
    repository.commit({ at: '2026-05-05T10:00:00+0200' });
    const lastChanged = async ({ folder }: GitRepository) => {
      const { out, err } = await runKb(folder, ['report', '--format', 'json']);
      const { articles } = JSON.parse(out) as { articles: { lastChanged: string | null }[] };
      return { day: articles[0]?.lastChanged, err };
    };
    expect(await lastChanged(repository)).toEqual({ day: '2026-03-10', err: '' });
    expect(await lastChanged(cloneRepository(repository, '--depth=1'))).toEqual({
      day: null,
      err: expect.stringMatching(/^kb: Clone superficiel .* ; date de dernière modification inconnue\n$/),
    });
  });
});
