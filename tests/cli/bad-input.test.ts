// Whatever is wrong with a file of the content: one clear finding at its place, exit code 1, and a site with all the others.
import { symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { digestFolder } from '../support/folders.ts';
import { type KbEnding, runKb, sampleDay } from '../support/run-kb.ts';

const kb = (base: SmallBase, args: readonly string[]) =>
  runKb([...args, '--today', sampleDay], { cwd: base.root });

/** What is wrong with a file: its text, or a way to make it; and the one finding that it gets. */
interface BadFile {
  readonly what: string;
  readonly path: string;
  readonly content: string | Uint8Array | ((file: string) => Promise<void>);
  readonly finding: { readonly rule: string; readonly line: number; readonly column: number };
  readonly message: RegExp;
}

const unreadable = { rule: 'article-is-readable', line: 1, column: 1 };
/** The first line of an article's text below `articleText`'s front matter. */
const bodyLine = 9;

const badFiles: readonly BadFile[] = [
  {
    what: 'a mistake in the YAML',
    path: 'content/yaml.md',
    content: articleText('yaml', '', { title: 'Colis: perdu' }),
    finding: { ...unreadable, line: 3, column: 8 },
    message: /YAML illisible/,
  },
  {
    what: 'front matter that is a program',
    path: 'content/js.md',
    content: '---js\n{ id: "js", title: process.exit(7) }\n---\n',
    finding: unreadable,
    message: /Ouverture d’en-tête inattendue « ---js »/,
  },
  {
    what: 'a blank line before the front matter',
    path: 'content/blank.md',
    content: `\n${articleText('blank', '')}`,
    finding: unreadable,
    message: /Ligne vide inattendue avant l’en-tête/,
  },
  {
    what: 'bytes that are not UTF-8',
    path: 'content/latin-1.md',
    content: Buffer.from(articleText('latin-1', 'D\u00e9lai d\u00e9pass\u00e9'), 'latin1'),
    finding: { ...unreadable, line: bodyLine },
    message: /attendu : un texte enregistré en UTF-8/,
  },
  {
    what: 'an empty file',
    path: 'content/empty.md',
    content: '',
    finding: unreadable,
    message: /Fichier vide/,
  },
  {
    what: 'a file of 50 MB',
    path: 'content/huge.md',
    content: async (file) => {
      await writeFile(file, articleText('huge', ''));
      await truncate(file, 50_000_000);
    },
    finding: unreadable,
    message: /Fichier inattendu de 47\.7 Mio/,
  },
  {
    what: 'a symbolic link that leaves the base',
    path: 'content/passwd.md',
    content: (file) => symlink('/etc/passwd', file),
    finding: unreadable,
    message: /Lien symbolique inattendu/,
  },
  {
    what: 'a field that nobody knows',
    path: 'content/field.md',
    content: articleText('field', '', { tag: '[a]' }),
    finding: { rule: 'front-matter-matches-schema', line: 7, column: 1 },
    message: /Clé inconnue « tag » ; vouliez-vous dire « tags » \?/,
  },
  {
    what: 'a day that does not exist',
    path: 'content/day.md',
    content: articleText('day', '', { expires: '2027-02-30' }),
    finding: { rule: 'dates-are-real', line: 6, column: 10 },
    message: /2027-02-30/,
  },
  {
    what: 'an id that another article has',
    path: 'content/twin-2.md',
    content: articleText('good', 'Le même identifiant.'),
    finding: { rule: 'ids-are-unique', line: 2, column: 5 },
    message: /« good » déjà pris par content\/good\.md/,
  },
  {
    what: 'a link whose percent signs do not decode',
    path: 'content/percent.md',
    content: articleText('percent', 'Voir [ici](%{nom}.md).'),
    finding: { rule: 'links-resolve', line: bodyLine, column: 6 },
    message: /Signe % mal codé/,
  },
  {
    what: 'a link that leaves the base',
    path: 'content/out-link.md',
    content: articleText('out-link', 'Voir [ici](../../etc/passwd).'),
    finding: { rule: 'links-resolve', line: bodyLine, column: 6 },
    message: /hors du contenu/,
  },
  {
    what: 'an encoded link that leaves the base',
    path: 'content/out-encoded.md',
    content: articleText('out-encoded', 'Voir [ici](%2e%2e/%2E%2E/etc/passwd).'),
    finding: { rule: 'links-resolve', line: bodyLine, column: 6 },
    message: /hors du contenu/,
  },
  {
    what: 'an image that leaves the base',
    path: 'content/out-image.md',
    content: articleText('out-image', '![plan](../../plan.png)'),
    finding: { rule: 'images-resolve', line: bodyLine, column: 1 },
    message: /hors du contenu/,
  },
  {
    what: 'an image on another server',
    path: 'content/remote.md',
    content: articleText('remote', '![pixel](https://elsewhere.example/p.png)'),
    finding: { rule: 'images-resolve', line: bodyLine, column: 1 },
    message: /attendu : une image de la base/,
  },
  {
    what: 'a broken flowchart',
    path: 'content/flow.md',
    content: articleText('flow', '```mermaid\nflowchart TD\n  A[Début] --> B[Fin]\n  B --> --> C\n```'),
    finding: { rule: 'flowcharts-parse', line: bodyLine + 3, column: 9 },
    message: /inattendu/,
  },
  {
    what: 'a name that differs from another by its case alone',
    path: 'content/index.md',
    content: articleText('index-2', 'Deux fichiers, ou un seul ?'),
    finding: { rule: 'paths-differ-beyond-case', line: 1, column: 1 },
    message: /à côté de content\/Index\.md/,
  },
];

const goodFiles = {
  'content/good.md': articleText('good', `Un article sans reproche.\n\n${flowchart}`),
  'content/Index.md': articleText('index-1', 'Celui qui était là d’abord.'),
};

describe('a bad file', () => {
  let base: SmallBase;
  let lint: KbEnding;
  let build: KbEnding;
  let findings: {
    path: string;
    rule: string;
    line: number;
    column: number;
    severity: string;
    message: string;
  }[];

  beforeAll(async () => {
    base = await makeBase(goodFiles);
    for (const { path: file, content } of badFiles) {
      const target = path.join(base.root, file);
      if (typeof content === 'function') await content(target);
      else await writeFile(target, content);
    }
    lint = await kb(base, ['lint', '--format', 'json']);
    build = await kb(base, ['build']);
    findings = JSON.parse(lint.out).findings;
  });

  afterAll(() => base?.remove());

  it.each(badFiles)('with $what gets one error, at its place', ({ path: file, finding, message }) => {
    const errors = findings.filter((found) => found.path === file && found.severity === 'error');
    expect(errors).toMatchObject([finding]);
    expect(errors[0]?.message).toMatch(message);
  });

  it('leaves the others alone, and makes lint end with 1', () => {
    const good = Object.keys(goodFiles);
    const errors = findings.filter(({ path: file, severity }) => good.includes(file) && severity === 'error');
    expect(errors).toEqual([]);
    expect({ code: lint.code, err: lint.err }).toEqual({ code: 1, err: '' });
  });

  it('never stops the build, which ends with 1 and names what the site lacks', async () => {
    expect(build.code).toBe(1);
    expect(build.err).not.toMatch(/^\s+at |unexpected error/m);
    for (const name of ['yaml', 'js', 'blank', 'latin-1', 'empty', 'huge', 'passwd', 'day', 'twin-2', 'flow'])
      expect(build.err).toContain(`content/${name}.md`);
    const pages = Object.keys(await digestFolder(path.join(base.root, 'public/fr')));
    expect(pages).toEqual(expect.arrayContaining(['good.html', 'index-1.html', 'index-2.html', 'flow.html']));
    expect(pages).not.toContain('huge.html');
    expect(pages).not.toContain('day.html');
  });

  it('is counted by the report as unreadable where it is no article', async () => {
    const { code, out } = await kb(base, ['report', '--format', 'json']);
    const { total, validity } = JSON.parse(out);
    expect({ code, total }).toEqual({ code: 0, total: badFiles.length + Object.keys(goodFiles).length });
    expect(validity.invalid).toBeGreaterThanOrEqual(7);
  });
});
