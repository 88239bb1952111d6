// `kb validate`, `kb review` and `kb archive` as people and scripts use them: files on the disk, text on the terminal.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { exampleConfig } from '../support/memory-base.ts';
import { runKb as runProgram } from '../support/run-kb.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const articles = {
  'content/a.md': exampleArticle({ id: 'a', expires: '2026-11-01' }),
  'content/b.md': exampleArticle({ id: 'b', owner: 'retours' }, 'Voir [a](a.md).\n'),
  'content/en/a.md': exampleArticle({ id: 'a', lang: 'en', title: 'Late parcel', expires: '2027-09-01' }),
  'content/old.md': exampleArticle({ id: 'old', status: 'archived' }),
};

async function makeBase(files: Readonly<Record<string, string>> = articles, config = exampleConfig) {
  const root = await temporaryFolder();
  for (const [file, text] of Object.entries({ ...files, 'kb.config.yaml': config })) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const run = (args: string, overrides?: Partial<Host>) =>
    runKb(root, [...args.split(' '), '--lang', 'en'], overrides);
  const trustOf = async (id: string) => {
    const { out } = await run('report --format json');
    const report = JSON.parse(out) as { articles: { id: string; lang: string; trust: string }[] };
    return report.articles.filter((found) => found.id === id).map(({ trust }) => trust);
  };
  return { root, read, run, trustOf };
}

describe('kb validate', () => {
  it('binds a name to the content of an article in every language, until the content changes', async () => {
    const { root, read, run, trustOf } = await makeBase();
    const ran = await run('validate a --by Ana');
    expect(ran).toEqual({ code: 0, out: 'content/a.md\ncontent/en/a.md\n', err: '' });
    expect(await read('content/a.md')).toMatch(
      /\nvalidation: \{ by: "Ana", on: 2026-11-16, digest: "sha256:/,
    );
    expect(await trustOf('a')).toEqual(['validated', 'validated']);
    await writeFile(path.join(root, 'content/a.md'), `${await read('content/a.md')}Et ceci.\n`);
    expect((await trustOf('a')).sort()).toEqual(['changed', 'validated']);
  });

  it('takes those of an owner that wait for it, and what is due, and leaves the rest alone', async () => {
    const { run } = await makeBase();
    expect((await run('validate --by Ana --due')).out).toBe('content/a.md\n');
    expect((await run('validate --by Ana --owner livraison')).out).toBe('content/en/a.md\n');
    expect((await run('validate --by Ana --owner livraison')).err).toBe('Nothing to change.\n');
    expect((await run('validate a b --by Eva --owner retours')).out).toBe('content/b.md\n');
  });

  it.each([
    [
      'nothing that was asked for',
      'validate --by Ana',
      'No article was asked for, expected ids, --owner or --due',
    ],
    ['an unknown id', 'validate a xyz --by Ana', 'No article `xyz`, expected an id that exists'],
    ['an unknown owner', 'validate --owner retour --by Ana', 'Unknown owner `retour`'],
    [
      'a language without the article',
      'validate b --language en --by Ana',
      'No article `b` in `en`, expected fr',
    ],
    ['a day to come', 'validate a --by Ana --on 2026-11-17', 'Unexpected day 2026-11-17'],
    ['no name', 'validate a --by  ', 'Unexpected empty name'],
  ])('refuses %s, and writes nothing', async (_, args, message) => {
    const { root, run } = await makeBase();
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(await readFile(path.join(root, 'content/a.md'), 'utf8')).toBe(articles['content/a.md']);
  });

  it('writes none of several where one can’t be validated, and says which', async () => {
    const { read, run } = await makeBase();
    const { code, out, err } = await run('validate a old --by Ana');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'kb: content/old.md: Unexpected archived article, expected one in use or a draft\nNothing was written.\n',
    );
    expect(await read('content/a.md')).toBe(articles['content/a.md']);
  });

  it('accepts the names of the configuration only, where it lists them', async () => {
    const { run } = await makeBase(articles, `${exampleConfig}validators: [Claire Vasseur]\n`);
    const { code, err } = await runKb((await makeBase()).root, ['validate', 'a', '--by', 'X']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const refused = await run('validate a --by Ana');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('`Ana` may not validate, expected one of Claire Vasseur');
  });

  it('shows a diff with --dry-run, and writes nothing', async () => {
    const { read, run } = await makeBase();
    const { code, out } = await run('validate b --by Ana --dry-run');
    expect(code).toBe(0);
    expect(out).toContain('--- a/content/b.md\n+++ b/content/b.md\n');
    expect(out.split('\n').filter((line) => /^[-+][^-+]/.test(line))).toEqual([
      expect.stringMatching(/^\+validation: /),
    ]);
    expect(await read('content/b.md')).toBe(articles['content/b.md']);
  });

  it('asks once before several articles are written on a terminal, and takes no for an answer', async () => {
    const { read, run } = await makeBase();
    const asked: string[] = [];
    const prompts = (answer: boolean) => ({
      text: async () => '',
      choose: async () => '',
      confirm: async (message: string) => {
        asked.push(message);
        return answer;
      },
    });
    const no = await run('validate a b --by Ana', { prompts: prompts(false) as never });
    expect(no).toMatchObject({ code: 0, out: '' });
    expect(no.err).toBe('  content/a.md\n  content/b.md\n  content/en/a.md\nNothing was written.\n');
    expect(await read('content/a.md')).toBe(articles['content/a.md']);
    expect((await run('validate a b --by Ana', { prompts: prompts(true) as never })).out).toContain(
      'content/b.md',
    );
    await run('validate b --by Eva', { prompts: prompts(false) as never });
    await run('validate a b --by Zoé --yes', { prompts: prompts(false) as never });
    expect(asked).toEqual(['Validate as Ana (3 articles)?', 'Validate as Ana (3 articles)?']);
    expect(await read('content/a.md')).toContain('by: "Zoé"');
  });
});

describe('kb review', () => {
  it('sets a new end and the day of the review, and validates in the same act', async () => {
    const { read, run, trustOf } = await makeBase();
    expect(await run('review a --for 6m --by Ana --language fr')).toMatchObject({
      code: 0,
      out: 'content/a.md\n',
    });
    expect(await read('content/a.md')).toContain(
      '\nexpires: 2027-05-16\nreviewed: 2026-11-16\nvalidation: {',
    );
    expect((await trustOf('a')).sort()).toEqual(['unvalidated', 'validated']);
  });

  it('refuses what was changed since its validation, and names the way on', async () => {
    const { root, read, run } = await makeBase();
    await run('validate b --by Ana');
    await writeFile(path.join(root, 'content/b.md'), `${await read('content/b.md')}Et ceci.\n`);
    const { code, err } = await run('review b --expires 2027-01-31');
    expect(code).toBe(2);
    expect(err).toContain('content/b.md: Changed since its validation: read `kb history b --diff`');
  });

  it.each(['review a', 'review a --for 6m --expires 2027-01-31'])(
    'asks for one new end: %s',
    async (args) => {
      const { run } = await makeBase();
      const { code, err } = await run(args);
      expect(code).toBe(2);
      expect(err).toContain('expected either --expires DATE or --for PERIOD');
    },
  );
});

describe('kb archive', () => {
  it('takes an article out of use in every language, and says who still links to it', async () => {
    const { read, run } = await makeBase();
    const { code, out, err } = await run('archive a --replaced-by b');
    expect({ code, out }).toEqual({ code: 0, out: 'content/a.md\ncontent/en/a.md\n' });
    expect(err).toBe('To mend, these articles still link to it:\n  content/b.md\n');
    expect(await read('content/a.md')).toContain('\nstatus: archived\nreplaced_by: b\n');
  });

  it('refuses a successor that there is not', async () => {
    const { run } = await makeBase();
    const { code, err } = await run('archive a --replaced-by c');
    expect(code).toBe(2);
    expect(err).toContain('content/a.md: No article `c` to take its place');
  });
});

describe('a command that is killed', () => {
  it.each([
    ['before it opens its copy', 'open .kb- 1'],
    ['before the copy takes the file’s place', 'rename .kb- 1'],
    ['before the second file', 'open .kb- 2'],
  ])('%s leaves every file as it was or as it will be, whole', async (_, call) => {
    const { root, read, run } = await makeBase();
    const dry = await run('validate a --by Ana --dry-run');
    expect(dry.code).toBe(0);
    const before = { fr: await read('content/a.md'), en: await read('content/en/a.md') };
    const preload = path.join(import.meta.dirname, '../support/kill-at-call.mjs');
    const ended = await runProgram(['validate', 'a', '--by', 'Ana', '--today', '2026-11-16'], {
      cwd: root,
      env: { NODE_OPTIONS: `--import=${preload}`, KB_TEST_KILL_BEFORE: call },
    });
    expect(ended.signal).toBe('SIGKILL');
    const killed = { fr: await read('content/a.md'), en: await read('content/en/a.md') };
    // What a killed command leaves beside a file is hidden from the base, and the next run is as if nothing had happened.
    expect((await run('report --format json')).out).toContain('"total": 4');
    await run('validate a --by Ana');
    const after = { fr: await read('content/a.md'), en: await read('content/en/a.md') };
    for (const lang of ['fr', 'en'] as const) expect([before[lang], after[lang]]).toContain(killed[lang]);
    expect(killed.fr === after.fr).toBe(call.endsWith('2'));
    expect(await readdir(path.join(root, 'content'))).toContain('a.md');
  });
});
