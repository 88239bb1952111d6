// `kb build --as-of`: the site of a day, which no clock judges again.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';
import { runKb } from './fake-host.ts';

function makePast() {
  const repository = makeRepository(
    {
      'kb.config.yaml': baseConfig,
      'content/a.md': articleText('a', 'En janvier.', { expires: '2026-03-31' }),
    },
    { at: '2026-01-10T10:00:00+0100' },
  );
  repository.put('content/a.md', articleText('a', 'En avril.'));
  repository.put('content/neuf.md', articleText('neuf', 'Neuf.'));
  repository.commit({ at: '2026-04-10T10:00:00+0200' });
  return repository;
}

describe('kb build --as-of', () => {
  it('builds that day’s base beside the present site, judged on that day, and says so on every page', async () => {
    const { folder } = makePast();
    mkdirSync(path.join(folder, 'temporary'));
    vi.stubEnv('TMPDIR', path.join(folder, 'temporary'));
    const { code, out } = await runKb(folder, ['build', '--as-of', '2026-02-15']);
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    expect(out).toMatch(/^1 article, .* → public-2026-02-15\n$/);
    expect(existsSync(path.join(folder, 'public'))).toBe(false);
    expect(readdirSync(path.join(folder, 'temporary'))).toEqual([]);
    const page = await readFile(path.join(folder, 'public-2026-02-15', 'fr', 'a.html'), 'utf8');
    expect(page).toContain('En janvier.');
    expect(page).toContain('data-built-on="2026-02-15" data-as-of');
    expect(page).toMatch(
      /<aside class="as-of-notice"[^>]*><p id="asOfNotice">État de la base au 15 février 2026, /,
    );
    expect(existsSync(path.join(folder, 'public-2026-02-15', 'fr', 'neuf.html'))).toBe(false);
  });

  it('refuses --today beside it, a day to come, and an output folder in the content', async () => {
    const { folder } = makePast();
    const build = async (...args: string[]) => (await runKb(folder, ['build', '--as-of', ...args])).err;
    expect(await build('2026-02-15', '--today', '2026-02-15')).toMatch(
      /^kb: Option --today inattendue avec --as-of/,
    );
    expect(await build('2026-12-24')).toMatch(/^kb: Jour inattendu 2026-12-24/);
    expect(await build('2026-02-15', '--out', 'content/site')).toMatch(/Dossier de sortie inattendu/);
    expect(await build('2026-01-01')).toMatch(/^kb: Aucun commit au 2026-01-01 ni avant/);
  });
});
