// `kb lint --fix` and `--explain` as a writer uses them: files on the disk, text on the terminal.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { exampleConfig } from '../support/memory-base.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const unspaced = exampleArticle({}, 'Que dire ?\n\nEt après ?\n');
const spaced = unspaced.replaceAll(' ?', '\u202F?');

/** A base on the disk with one article, as the bytes that `text` is in UTF-8. */
async function baseWith(text: string): Promise<{ root: string; file: string }> {
  const root = await temporaryFolder();
  const file = path.join(root, 'content', 'a.md');
  await mkdir(path.dirname(file));
  await writeFile(path.join(root, 'kb.config.yaml'), exampleConfig);
  await writeFile(file, text);
  return { root, file };
}

describe('kb lint --fix', () => {
  it.each([
    ['as it is', (text: string) => text],
    ['with CR LF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\uFEFF${text}`],
    ['without a last line end', (text: string) => text.trimEnd()],
  ])(
    'mends a file %s, keeps the rest to the byte, and has nothing to do the second time',
    async (_, form) => {
      const { root, file } = await baseWith(form(unspaced));
      const first = await runKb(root, ['lint', '--fix', '--lang', 'en']);
      expect(await readFile(file, 'utf8')).toBe(form(spaced));
      expect(first.err).toBe('1 file mended\n');
      const { mtimeMs } = await stat(file);
      const second = await runKb(root, ['lint', '--fix', '--lang', 'en']);
      expect(second.err).toBe('');
      expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    },
  );

  it('reports what is left, and says which validations the edits made void', async () => {
    const validated = unspaced.replace(
      '---\n\n',
      'validation: { by: Ana, on: 2026-05-02, digest: x }\n---\n\n',
    );
    const { root } = await baseWith(validated);
    const { out, err } = await runKb(root, ['lint', '--fix']);
    expect(err).toBe('1 fichier corrigé, dont 1 à valider de nouveau\n');
    expect(out).toContain('unchanged-since-validation');
    expect(out).not.toContain('french-spaces');
  });

  it('shows a unified diff with --dry-run, and writes nothing', async () => {
    const { root, file } = await baseWith(unspaced);
    const { code, out } = await runKb(root, ['lint', '--fix', '--dry-run']);
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        '--- a/content/a.md',
        '+++ b/content/a.md',
        '@@ -6,6 +6,6 @@',
        ' expires: 2027-03-31',
        ' ---',
        ' ',
        '-Que dire ?',
        '+Que dire\u202F?',
        ' ',
        '-Et après ?',
        '+Et après\u202F?',
        '',
      ].join('\n'),
    });
    expect(await readFile(file, 'utf8')).toBe(unspaced);
  });

  it('is told of --dry-run without --fix', async () => {
    const { root } = await baseWith(unspaced);
    const { code, err } = await runKb(root, ['lint', '--dry-run']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'kb: Option --dry-run inattendue, attendu : avec --fix\n',
    });
  });
});

describe('kb lint --explain', () => {
  it.each(Object.keys(rules))('prints the page of %s, in French and in English', async (name) => {
    const folder = await temporaryFolder();
    for (const lang of ['fr', 'en'] as const) {
      const { code, out } = await runKb(folder, ['lint', '--explain', name, '--lang', lang]);
      expect(code).toBe(0);
      expect(out).toContain(`# ${name}\n`);
      expect(out).toContain(rules[name]?.why[lang]);
    }
  });

  it('speaks the language of the base', async () => {
    const { root } = await baseWith(unspaced);
    expect((await runKb(root, ['lint', '--explain', 'not-expired'])).out).toContain('Gravité par défaut');
  });

  it('offers the nearest name for a rule that does not exist', async () => {
    const folder = await temporaryFolder();
    const { code, err } = await runKb(folder, ['lint', '--explain', 'not-expire', '--lang', 'en']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'kb: Unknown rule `not-expire`; did you mean `not-expired`?\n',
    });
  });
});
