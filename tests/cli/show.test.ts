// `kb show`: the text of an article, today's or that of a day, and what it was worth then.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { cloneRepository, type GitRepository, makeRepository } from '../support/git-repository.ts';
import { makeRandomPast } from '../support/random-past.ts';
import { runKb } from './fake-host.ts';

const long = 'Une ligne parmi d’autres.\n'.repeat(20);
const config = { 'kb.config.yaml': baseConfig };

function show({ folder }: { readonly folder: string }, ...args: string[]) {
  return runKb(folder, ['show', ...args]);
}

/** An article that was written in January, edited and moved in February, got another id in March. */
function makePast(): GitRepository {
  const repository = makeRepository(
    { ...config, 'content/a.md': articleText('retard', long) },
    { at: '2026-01-10T10:00:00+0100' },
  );
  repository.git('mv', 'content/a.md', 'content/b.md');
  repository.put('content/b.md', articleText('retard', `${long}Février.`, { expires: '2026-03-05' }));
  repository.commit({ at: '2026-02-10T10:00:00+0100' });
  repository.put('content/b.md', articleText('colis-en-retard', `${long}Mars.`, { formerly: '[retard]' }));
  repository.commit({ at: '2026-03-10T10:00:00+0100' });
  return repository;
}

describe('kb show', () => {
  it('prints today’s text, and what it is worth beside it', async () => {
    const repository = makePast();
    const text = articleText('colis-en-retard', 'Pas dans un commit.\r\n');
    repository.put('content/b.md', text);
    expect(await show(repository, 'colis-en-retard')).toEqual({
      code: 0,
      out: text,
      err: 'content/b.md, 2026-11-16\nValable, Non validé\n',
    });
  });

  it('finds an article by the id that it had that day, by today’s, and by a former one', async () => {
    const repository = makePast();
    const january = repository.git('show', 'HEAD~2:content/a.md');
    expect((await show(repository, 'retard', '--as-of', '2026-01-31')).out).toBe(january);
    const byToday = await show(repository, 'colis-en-retard', '--as-of', '2026-01-31');
    expect(byToday.out).toBe(january);
    expect(byToday.err).toMatch(
      /^content\/a\.md, le 2026-01-31 \(commit [0-9a-f]{10} du 2026-01-10\)\nValable, Non validé\nidentifiant : retard\n$/,
    );
    const former = await show(repository, 'retard', '--as-of', '2026-04-01');
    expect(former.out).toBe(repository.git('show', 'HEAD:content/b.md'));
    expect(former.err).toContain('identifiant : colis-en-retard');
  });

  it('judges by that day and that day’s configuration', async () => {
    const repository = makePast();
    const state = async (day: string) =>
      (await show(repository, 'retard', '--as-of', day)).err.split('\n')[1];
    expect(await state('2026-02-28')).toBe('Bientôt périmé, Non validé');
    expect(await state('2026-03-06')).toBe('Périmé, Non validé');
    repository.put('kb.config.yaml', `${baseConfig}validity: { due_within: 5d }\n`);
    repository.commit({ at: '2026-03-20T10:00:00+0100' });
    expect(await state('2026-02-20')).toBe('Bientôt périmé, Non validé');
  });

  it('names the day of the first version where there was none yet', async () => {
    const repository = makePast();
    repository.put('content/neuf.md', articleText('neuf', 'Neuf.'));
    repository.commit({ at: '2026-05-05T10:00:00+0200' });
    expect(await show(repository, 'neuf', '--as-of', '2026-05-04')).toEqual({
      code: 2,
      out: '',
      err: 'kb: Aucun article « neuf » le 2026-05-04 ; première version le 2026-05-05\n',
    });
  });

  it('shows the base’s own language first and names the others', async () => {
    const repository = makeRepository(
      {
        ...config,
        'content/en/a.md': articleText('a', 'English.', { lang: 'en' }),
        'content/a.md': articleText('a', 'Français.'),
      },
      { at: '2026-01-10T10:00:00+0100' },
    );
    const both = await show(repository, 'a', '--as-of', '2026-01-10');
    expect(both.out).toBe(articleText('a', 'Français.'));
    expect(both.err).toContain('aussi en en (--language)');
    expect((await show(repository, 'a', '--language', 'en')).out).toContain('English.');
    expect((await show(repository, 'a', '--language', 'de')).err).toBe(
      'kb: Aucun article « a » en « de », attendu : fr, en\n',
    );
  });

  it('shows the text of a day without a configuration, whose worth nobody knows', async () => {
    const text = articleText('a', 'Avant.');
    const repository = makeRepository({ 'content/a.md': text }, { at: '2026-01-10T10:00:00+0100' });
    repository.put('kb.config.yaml', baseConfig);
    repository.commit({ at: '2026-02-10T10:00:00+0100' });
    const shown = await show(repository, 'a', '--as-of', '2026-01-20');
    expect(shown).toMatchObject({ code: 0, out: text });
    expect(shown.err).toContain('validité et approbation inconnues : Pas encore de configuration');
  });

  it('prints a file that was no article that day, and says so', async () => {
    const repository = makeRepository(
      { ...config, 'content/a.md': `brouillon\n${long}` },
      { at: '2026-01-10T10:00:00Z' },
    );
    repository.put('content/a.md', articleText('a', `brouillon\n${long}`));
    repository.commit({ at: '2026-02-10T10:00:00Z' });
    const shown = await show(repository, 'a', '--as-of', '2026-01-20');
    expect(shown).toMatchObject({ code: 0, out: `brouillon\n${long}` });
    expect(shown.err).toContain('inconnues : fichier illisible');
  });

  it('makes control characters harmless on a terminal, and leaves them to a pipe', async () => {
    const text = articleText('a', 'Un \u001B[31mpiège.\r\nDeux.');
    const { folder } = makeRepository({ ...config, 'content/a.md': text });
    expect((await runKb(folder, ['show', 'a'])).out).toBe(text);
    const { out } = await runKb(folder, ['show', 'a'], { outIsTerminal: true });
    expect(out).toBe(text.replace('\u001B', '\uFFFD').replace('\r\n', '\n'));
  });

  it('refuses a day to come, an unknown id, and a day that is none', async () => {
    const repository = makePast();
    expect((await show(repository, 'retard', '--as-of', '2026-11-17')).err).toBe(
      'kb: Jour inattendu 2026-11-17, attendu : --as-of avec un jour passé ou aujourd’hui (2026-11-16)\n',
    );
    expect((await show(repository, 'retart', '--as-of', '2026-02-20')).err).toMatch(
      /^kb: Aucun article « retart » .*« retard »/,
    );
    expect(await show(repository, 'retard', '--as-of', '2026-02-30')).toMatchObject({ code: 2, out: '' });
  });

  it('says why it can’t tell: no git repository, a shallow clone', async () => {
    const repository = makePast();
    const clone = cloneRepository(repository, '--depth=1');
    expect(await show(clone, 'colis-en-retard', '--as-of', '2026-04-01')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^kb: Clone superficiel/),
    });
    rmSync(path.join(repository.folder, '.git'), { recursive: true });
    expect(await show(repository, 'retard', '--as-of', '2026-04-01')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^kb: Aucun dépôt git lisible ici/),
    });
  });

  it('equals what git shows of that day’s commit, for 50 articles and days of a past with renames', async () => {
    const { repository, days, ids, pick } = makeRandomPast({
      seed: 7,
      commits: 150,
      files: config,
      textOf: (id, edits) => articleText(id, `${long}${`Édition ${edits} de ${id}.\n`.repeat(edits + 1)}`),
    });
    const { folder, git } = repository;
    let compared = 0;
    for (let tried = 0; compared < 50 && tried < 1000; tried++) {
      const [day, id] = [pick(days), pick(ids)];
      // As a person would ask git: the last commit before midnight in Paris, and the article's file in it.
      const midnight = Date.parse(`${day}T23:59:59${day < '2026-03-29' ? '+01:00' : '+02:00'}`) / 1000;
      const commit = git('rev-list', '-1', '--first-parent', `--before=${midnight}`, 'HEAD').trim();
      const files = git('ls-tree', '-r', '--name-only', commit, 'content/').split('\n');
      const file = files.find((name) => name.endsWith(`/${id}.md`) || name.includes(`/${id}-`));
      if (file === undefined) continue;
      const { out, err } = await runKb(folder, ['show', id, '--as-of', day]);
      expect(out).toBe(git('show', `${commit}:${file}`));
      expect(err).toContain(`${file}, le ${day} (commit ${commit.slice(0, 10)}`);
      compared++;
    }
    expect(compared).toBe(50);
  }, 120_000);
});
