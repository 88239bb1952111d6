// `kb report`: what the command adds to the formats: volumes from a file, what is new since a moment of git, and what it refuses.
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { type GitRepository, makeRepository } from '../support/git-repository.ts';
import { runKb } from './fake-host.ts';

const config = `${baseConfig}reasons: { delivery.late: { fr: Colis en retard }, delivery.lost: { fr: Colis perdu } }\n`;
const article = (id: string, fields: Readonly<Record<string, string>> = {}, body = '1. Rien à redire.') =>
  articleText(id, body, { expires: '2027-12-31', ...fields });

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Commits as of noon UTC on `day`. */
function commitOn(repository: GitRepository, day: string, author = 'Paul Mercadier'): void {
  vi.stubEnv('GIT_COMMITTER_DATE', `${day}T12:00:00Z`);
  vi.stubEnv('GIT_AUTHOR_DATE', `${day}T12:00:00Z`);
  vi.stubEnv('GIT_AUTHOR_NAME', author);
  vi.stubEnv('GIT_AUTHOR_EMAIL', 'paul@mirandelle.example');
  repository.commit();
}

function makeBaseOn(day: string, files: Readonly<Record<string, string>>): GitRepository {
  vi.stubEnv('GIT_COMMITTER_DATE', `${day}T12:00:00Z`);
  vi.stubEnv('GIT_AUTHOR_DATE', `${day}T12:00:00Z`);
  return makeRepository({ 'kb.config.yaml': config, ...files });
}

async function report(repository: GitRepository, ...args: string[]) {
  return runKb(repository.folder, ['report', ...args], { width: 80 });
}

describe('kb report --volumes', () => {
  const base = () =>
    makeBaseOn('2026-10-01', {
      'content/a.md': article('a', { expires: '2026-11-01', reasons: '[delivery.late]' }),
      'content/b.md': article('b', { expires: '2026-11-10', reasons: '[delivery.lost]' }),
    });

  it('ranks by contacts too, explains it, and tells on stderr what it left out', async () => {
    const repository = base();
    expect((await report(repository)).out).toMatch(/1 {2}a \(fr\)[\s\S]*2 {2}b \(fr\)/);
    repository.put(
      'contacts.csv',
      '\uFEFFmotif;mois;nombre\ndelivery.lost;10/2026;1 234\ndelivery.lte;10/2026;7\n',
    );
    const { code, out, err } = await report(repository, '--volumes', 'contacts.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/1 {2}b \(fr\)[\s\S]*2 {2}a \(fr\)/);
    expect(out).toContain('périmé depuis 6 jours, jamais validé, 1\u202F234 contacts par mois');
    expect(err).toBe(
      'kb: contacts.csv:3: Motif inconnu « delivery.lte » ; vouliez-vous dire « delivery.late » ?\n',
    );
  });

  it('tells of ten lines at most', async () => {
    const repository = base();
    repository.put(
      'contacts.csv',
      `reason,month,count\ndelivery.lost,2026-10,3\n${'delivery.lost,2026-10,-1\n'.repeat(30)}`,
    );
    const { err } = await report(repository, '--volumes', 'contacts.csv', '--lang', 'en');
    expect(err.trim().split('\n')).toHaveLength(11);
    expect(err).toContain('… and 20 more lines left out');
  });

  it.each([
    ['is not there', 'nulle-part.csv', 'ENOENT'],
    ['is a folder', 'content', 'EISDIR'],
    ['weighs 50 MB', 'lourd.csv', '5 MiB'],
    ['is a workbook', 'classeur.xlsx', 'workbook'],
    ['lacks a column', 'sans-mois.csv', 'sans-mois.csv:1'],
  ])('is refused where the file %s', async (_what, file, named) => {
    const repository = base();
    writeFileSync(path.join(repository.folder, 'lourd.csv'), 'reason,month,count\n');
    truncateSync(path.join(repository.folder, 'lourd.csv'), 50_000_000);
    repository.put('classeur.xlsx', 'PK\u0003\u0004\u0000\u0000');
    repository.put('sans-mois.csv', 'reason,count\ndelivery.late,3\n');
    const { code, out, err } = await report(repository, '--volumes', file, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err).toContain(file);
  });
});

describe('kb report --since', () => {
  /** On 1 October: `a` and `b`. On 1 November: `c` is added, `b` was moved. `a` expires on 10 November. */
  const base = () => {
    const repository = makeBaseOn('2026-10-01', {
      'content/a.md': article('a', { expires: '2026-11-10' }),
      'content/b.md': article('b'),
    });
    repository.git('tag', 'octobre');
    repository.git('mv', 'content/b.md', 'content/bb.md');
    repository.put('content/c.md', article('c'));
    commitOn(repository, '2026-11-01');
    return repository;
  };
  const since = async (repository: GitRepository, ...args: string[]) => {
    const { code, out, err } = await report(repository, '--format', 'json', '--since', ...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { day, ...lists } = JSON.parse(out).since;
    const ids = Object.entries<{ id: string }[]>(lists).map(([list, refs]) => [
      list,
      refs.map(({ id }) => id),
    ]);
    return [day, Object.fromEntries(ids.filter(([, found]) => found?.length))];
  };

  it('compares with the base as it was on a day, judged on that day', async () => {
    const repository = base();
    expect(await since(repository, '2026-10-02')).toEqual([
      '2026-10-02',
      { newlyExpired: ['a'], added: ['c'] },
    ]);
    expect(await since(repository, '2026-11-05')).toEqual(['2026-11-05', { newlyExpired: ['a'] }]);
    expect(await since(repository, '2026-11-12')).toEqual(['2026-11-12', {}]);
  });

  it('compares with a commit, judged on its day', async () => {
    expect(await since(base(), 'octobre')).toEqual(['2026-10-01', { newlyExpired: ['a'], added: ['c'] }]);
  });

  it('keeps to the articles of one owner', async () => {
    const repository = base();
    repository.put('content/d.md', article('d', { owner: 'autre' }));
    expect(await since(repository, 'octobre', '--owner', 'livraison')).toEqual([
      '2026-10-01',
      { newlyExpired: ['a'], added: ['c'] },
    ]);
  });

  it('is shown in table, Markdown and page', async () => {
    const repository = base();
    for (const format of ['table', 'md', 'html']) {
      const { out } = await report(repository, '--format', format, '--since', 'octobre');
      expect(out).toContain('Nouveau depuis le 2026-10-01');
      expect(out).toContain('Devenus périmés');
    }
  });

  it.each([
    ['a reference that git does not know', 'novembre', 'novembre'],
    ['a day before the first commit', '2020-01-01', '2020-01-01'],
    ['a day that is not over', '2026-11-16', '2026-11-16'],
    ['a day that does not exist', '2026-02-30', '2026-02-30'],
    ['an option of git’s', '--output=x', '--output=x'],
  ])('is refused for %s', async (_what, moment, named) => {
    const { code, out, err } = await report(base(), `--since=${moment}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
  });

  it('is refused where there is no git to ask', async () => {
    const repository = base();
    repository.git('checkout', '--quiet', '--orphan', 'vide');
    const { code, out } = await report(repository, '--since', '2026-10-02');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('an article that was edited after its validation', () => {
  const base = async () => {
    const repository = makeBaseOn('2026-10-01', { 'content/a.md': article('a') });
    expect(await runKb(repository.folder, ['validate', 'a', '--by', 'Claire Vasseur'])).toMatchObject({
      code: 0,
    });
    commitOn(repository, '2026-10-02', 'Claire Vasseur');
    const text = repository.git('show', 'HEAD:content/a.md');
    repository.put('content/a.md', text.replace('Rien à redire.', 'Rappeler sous 48 h.'));
    commitOn(repository, '2026-10-28');
    return repository;
  };

  it('is told with the day and the author of the edit', async () => {
    const { out } = await report(await base());
    expect(out).toContain('modifié depuis le 2026-10-28 par Paul Mercadier');
    expect(out).not.toContain('+1. Rappeler');
  });

  it('shows what was edited, and not the signature, in the page, in Markdown and with --diff', async () => {
    const repository = await base();
    for (const args of [['--diff'], ['--format', 'md'], ['--format', 'html']]) {
      const { out } = await report(repository, ...args);
      expect(out).toContain('-1. Rien à redire.');
      expect(out).toContain('+1. Rappeler sous 48 h.');
      expect(out).not.toContain('sha256:');
    }
  });
});

describe('kb report', () => {
  it('shows the twenty most urgent articles, five under each heading, and all on request', async () => {
    const files = Array.from({ length: 30 }, (_, index) => [
      `content/a${index}.md`,
      article(`a${index}`, { expires: '2026-11-01' }),
    ]);
    const repository = makeBaseOn('2026-10-01', Object.fromEntries(files));
    const shown = async (...args: string[]) => {
      const { out } = await report(repository, '--lang', 'en', ...args);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      return [out.match(/^ +\d+ {2}a\d+ \(fr\)/gm)?.length, /… and (\d+) more \(--all\)/.exec(out)?.[1]];
    };
    expect(await shown()).toEqual([20, '10']);
    expect(await shown('--group-by', 'type')).toEqual([5, '25']);
    expect(await shown('--all')).toEqual([30, undefined]);
  });

  it.each([
    ['--group-by', ['--group-by', 'owner'], ['json', 'csv', 'ics']],
    ['--since', ['--since', 'HEAD'], ['csv', 'ics']],
    ['--diff', ['--diff'], ['json', 'csv', 'ics']],
  ])('refuses %s where the format has no place for it', async (name, args, formats) => {
    const repository = makeBaseOn('2026-10-01', { 'content/a.md': article('a') });
    for (const format of formats) {
      const { code, out, err } = await report(repository, '--format', format, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(name);
    }
  });

  it.each(['table', 'json', 'csv', 'md', 'html', 'ics'])(
    'writes %s to stdout alone, and fails on what it is asked to in every format',
    async (format) => {
      const repository = makeBaseOn('2026-10-01', {
        'content/a.md': article('a', { expires: '2026-11-01' }),
      });
      const { code, out, err } = await report(repository, '--format', format, '--fail-on', 'expired');
      expect(code).toBe(1);
      expect(out).not.toBe('');
      expect(err).toBe('Échec demandé par --fail-on : expired 1\n');
    },
  );
});

describe('kb report on links', () => {
  it('counts those that only a parser finds, of flowcharts, references and fragments too', async () => {
    const click = '```mermaid\nflowchart TD\n  a([Début]) --> b([Fin])\n  click b href "id:but"\n```';
    const repository = makeBaseOn('2026-10-01', {
      'fragments/suite.md': 'Voir [le but](id:but).\n',
      'content/but.md': article('but'),
      'content/a.md': article('a', {}, click),
      'content/b.md': article('b', {}, 'Voir [le but][r].\n\n[r]: id:but'),
      'content/c.md': article('c', {}, '::include{id=suite}'),
      'content/d.md': article('d', {}, 'Voir [le but](but.md).'),
    });
    const { articles } = JSON.parse((await report(repository, '--format', 'json')).out);
    const links = articles.map(({ id, incomingLinks }: { id: string; incomingLinks: number }) => [
      id,
      incomingLinks,
    ]);
    expect(Object.fromEntries(links)).toEqual({ but: 4, a: 0, b: 0, c: 0, d: 0 });
  });
});
