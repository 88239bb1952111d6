// `kb init`: a new base has to lint, build and be refused a second time.
import { access, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { uiLanguages } from '../../src/model/wording.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

const types = ['announcement', 'decision', 'faq', 'ivr', 'macro', 'procedure', 'quiz', 'reference'];

describe('kb init', () => {
  it('writes a whole knowledge base and says so', async () => {
    const folder = await temporaryFolder();
    const { code, out, err } = await runKb(folder, ['init', 'base', '--lang', 'fr']);
    const expected = [
      ...[
        '.gitattributes',
        '.github/workflows/kb.yml',
        '.gitignore',
        '.vscode/article.schema.json',
        '.vscode/extensions.json',
        '.vscode/kb.config.schema.json',
        '.vscode/settings.json',
        '.vscode/variables.schema.json',
      ],
      'README.md',
      'ci/issues.mjs',
      'ci/remind-owners.mjs',
      ...['colis-en-retard', 'macro-colis-en-retard', 'ou-est-mon-colis'].map(
        (id) => `content/livraison/${id}.md`,
      ),
      'kb.config.yaml',
      ...types.map((type) => `templates/fr/${type}.md`),
    ];
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await filesBelow(path.join(folder, 'base'))).toEqual(expected);
    for (const file of expected) expect(out).toContain(`  ${file}\n`);
  });

  it.each(uiLanguages)(
    'makes a base in %s that lints with nothing but unvalidated articles',
    async (lang) => {
      const folder = await temporaryFolder();
      await runKb(folder, ['init', '--lang', lang]);
      const { code, out } = await runKb(folder, ['lint', '--format', 'json']);
      const { errors, findings } = JSON.parse(out);
      expect({ code, errors }).toEqual({ code: 0, errors: 0 });
      expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(Array(3).fill('is-validated'));
    },
  );

  it.each(uiLanguages)(
    'makes a base in %s that builds, its flowchart drawn',
    { timeout: 120_000 },
    async (lang) => {
      const folder = await temporaryFolder();
      await runKb(folder, ['init', '--lang', lang]);
      const { code, err } = await runKb(folder, ['build']);
      expect({ code, err }).toMatchObject({ code: 0 });
      const page = await readFile(
        path.join(folder, 'public', lang, lang === 'fr' ? 'colis-en-retard.html' : 'late-parcel.html'),
        'utf8',
      );
      expect(page).toContain(lang === 'fr' ? 'Ouvrir une enquête auprès' : 'Open an enquiry with');
      // Guidance in templates and placeholders never reach a reader.
      expect(page).not.toMatch(/<!--|\{\{/);
    },
  );

  it('counts its dates from today, so that the base expires when it says', async () => {
    const folder = await temporaryFolder();
    await runKb(folder, ['init', '--today', '2026-08-31']);
    expect((await runKb(folder, ['lint', '--today', '2027-02-28'])).code).toBe(0);
    const late = await runKb(folder, [
      'report',
      '--today',
      '2027-03-01',
      '--fail-on',
      'expired',
      '--format',
      'json',
    ]);
    expect(late.code).toBe(1);
    expect(JSON.parse(late.out).validity).toMatchObject({ expired: 2, current: 1 });
  });

  it('claims no validation that nobody gave', async () => {
    const folder = await temporaryFolder();
    await runKb(folder, ['init']);
    const { out } = await runKb(folder, ['report', '--format', 'json']);
    expect(JSON.parse(out).trust).toMatchObject({ unvalidated: 3, validated: 0, draft: 0 });
  });

  it('speaks the language of --lang, else of KB_LANG, else of the system, else English', async () => {
    const lang = async (args: string[], env: Record<string, string>) => {
      const folder = await temporaryFolder();
      await runKb(folder, ['init', ...args], { env });
      return parse(await readFile(path.join(folder, 'kb.config.yaml'), 'utf8')).lang;
    };
    expect(await lang(['--lang', 'en'], { KB_LANG: 'fr' })).toBe('en');
    expect(await lang([], { KB_LANG: 'fr', LANG: 'en_GB.UTF-8' })).toBe('fr');
    expect(await lang([], { LANG: 'fr_FR.UTF-8' })).toBe('fr');
    expect(await lang([], {})).toBe('en');
  });

  it('makes a base in which `kb new` needs no further word', async () => {
    const folder = await temporaryFolder();
    await runKb(folder, ['init', '--lang', 'fr']);
    expect(await runKb(folder, ['new', 'procedure', 'Colis abîmé'])).toMatchObject({
      code: 0,
      out: 'content/colis-abime.md\n',
    });
    expect((await runKb(folder, ['lint'])).code).toBe(0);
  });

  it.each(uiLanguages)('names commands that exist in the README and the output, in %s', async (lang) => {
    const folder = await temporaryFolder();
    const { out } = await runKb(folder, ['init', '--lang', lang]);
    const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
    const named = new Set([...`${out}\n${readme}`.matchAll(/npx kb (\w+)/g)].map(([, name]) => name ?? ''));
    expect(named.size).toBeGreaterThan(4);
    for (const name of named)
      expect((await runKb(folder, [name, '--help'])).out).toContain(`Usage: kb ${name}`);
  });

  it('writes settings that editors and CI can read', async () => {
    const folder = await temporaryFolder();
    await runKb(folder, ['init', 'a']);
    await runKb(folder, ['init', 'b', '--ci', 'gitlab']);
    const read = (file: string) => readFile(path.join(folder, file), 'utf8');
    expect(JSON.parse(await read('a/.vscode/settings.json'))).toMatchObject({ 'files.eol': '\n' });
    expect(JSON.parse(await read('a/.vscode/extensions.json')).recommendations).not.toEqual([]);
    expect(parse(await read('a/.github/workflows/kb.yml')).jobs).toMatchObject({ lint: {}, report: {} });
    expect(parse(await read('b/.gitlab-ci.yml'))).toMatchObject({ lint: {}, report: {} });
    await expect(access(path.join(folder, 'b/.github'))).rejects.toThrow();
  });

  it('keeps files that are there and names them', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'README.md'), 'à moi');
    await symlink('nowhere', path.join(folder, '.gitignore'));
    const { code, out } = await runKb(folder, ['init', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('Kept as they were:\n  .gitignore\n  README.md\n');
    expect(await readFile(path.join(folder, 'README.md'), 'utf8')).toBe('à moi');
  });

  it('says how to get kb itself where package.json does not name it', async () => {
    const folder = await temporaryFolder();
    const bare = await runKb(folder, ['init', 'bare', '--lang', 'en']);
    expect(bare.out).toMatch(/And now:\n {2}cd bare\n {2}npm install --save-dev .*\n {2}npx kb dev\n$/);
    await writeFile(path.join(folder, 'package.json'), '{"devDependencies":{"kb":"file:kb-0.1.0.tgz"}}');
    const installed = await runKb(folder, ['init', '--lang', 'en']);
    expect(installed.out).toMatch(
      /And now:\n {2}npx kb dev\n {2}npx kb new procedure ".*"\n {2}npx kb build\n$/,
    );
  });
});

describe('kb init refuses, with exit code 2,', () => {
  it('a folder that is a knowledge base, and writes nothing', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'kb.config.yaml'), 'name: x\nowners: { a: { name: { fr: A } } }\n');
    const ran = await runKb(folder, ['init', '--lang', 'fr']);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('kb.config.yaml: Une base') });
    expect(await filesBelow(folder)).toEqual(['kb.config.yaml']);
  });

  it('a folder where something can’t be written, and takes back what it wrote', async () => {
    const folder = await temporaryFolder();
    // A file stands where the folder of templates should be, which comes last but for the configuration.
    await mkdir(path.join(folder, 'content'));
    await writeFile(path.join(folder, 'templates'), 'à moi');
    const ran = await runKb(folder, ['init', '--lang', 'fr']);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('rien n’a été gardé') });
    expect((await readdir(folder)).sort()).toEqual(['content', 'templates']);
    expect(await readdir(path.join(folder, 'content'))).toEqual([]);
  });

  it('an unknown CI service', async () => {
    const folder = await temporaryFolder();
    expect((await runKb(folder, ['init', '--ci', 'jenkins'])).code).toBe(2);
    expect(await filesBelow(folder)).toEqual([]);
  });
});
