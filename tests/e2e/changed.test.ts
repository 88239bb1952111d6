// A validated article that was edited says on its page since when, by whom and what: to those who may know, and to nobody else.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';
import { runKb } from '../support/run-kb.ts';

const today = ['--today', '2026-11-16'];

/** A repository in which an article was validated, and a fragment of it edited after that. */
async function makeChangedBase() {
  const repository = makeRepository({
    'kb.config.yaml': baseConfig,
    'content/retard.md': articleText('retard', 'Rassurer le client.\n\n::include{id=delais}', {
      audience: '[internal, customer]',
    }),
    'fragments/delais.md': 'Comptez cinq jours.\n',
  });
  const kb = (...args: string[]) => runKb([...args, ...today], { cwd: repository.folder });
  expect(await kb('validate', 'retard', '--by', 'Claire Vasseur')).toMatchObject({ code: 0 });
  repository.commit();
  repository.put('fragments/delais.md', 'Comptez sept jours & <b>plus</b>.\n');
  repository.git('add', '--all');
  repository.git(
    'commit',
    '--quiet',
    '--message=…',
    '--author=Paul Mercadier <paul@mirandelle.example>',
    '--date=2026-10-28T09:00:00Z',
  );
  const page = async (audience: string) => {
    expect(await kb('build', '--audience', audience)).toMatchObject({ code: 0 });
    return readFile(path.join(repository.folder, 'public/fr/retard.html'), 'utf8');
  };
  return { kb, page };
}

describe('an article whose fragment was edited after its validation', () => {
  it('says when, by whom and what on its internal page, and nothing of it on the customers’ page', async () => {
    const { page } = await makeChangedBase();
    const internal = await page('internal');
    expect(internal).toContain('Modifié le 28 octobre 2026 par Paul Mercadier.');
    expect(internal).toContain('Comptez cinq jours.</del>');
    expect(internal).toContain('Comptez sept jours &amp; &lt;b>plus&lt;/b>.</ins>');
    const customer = await page('customer');
    expect(customer).not.toContain('Paul Mercadier');
    expect(customer).not.toContain('Comptez cinq jours');
    expect(customer).toContain('Cet article a été modifié depuis sa validation');
  });

  it('tells the same in the terminal', async () => {
    const { kb } = await makeChangedBase();
    const { out } = await kb('history', 'retard', '--diff', '--lang', 'en');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'changed on 2026-10-28 by Paul Mercadier since the validation by Claire Vasseur',
    );
    expect(out).toContain('--- a/fragments/delais.md\n+++ b/fragments/delais.md\n');
    expect(out).toContain('-Comptez cinq jours.\n+Comptez sept jours');
  });
});
