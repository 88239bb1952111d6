// Articles that include fragments: what they show, where their findings point, and what their digest covers.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it, onTestFinished } from 'vitest';
import { flowchartsOf } from '../../src/content/document.ts';
import { readFragments } from '../../src/content/fragments.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { selectChanged } from '../../src/lint/select-changed.ts';
import { memoryBase } from '../support/memory-base.ts';

const body = 'Avant.\n\n::include{id=delais}\n\nAprès.\n';

function read(article: string, fragments: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(fragments).map(([id, text]) => [`fragments/${id}.md`, text]);
  const base = memoryBase({
    'content/livraison/a.md': exampleArticle({}, article),
    ...Object.fromEntries(files),
  });
  const [document] = base.documents;
  if (!document?.article) throw new Error('No article');
  return { base, document, article: document.article };
}

function readingOf(article: string, fragments: Readonly<Record<string, string>>): string[] {
  return read(article, fragments)
    .document.parseReading()
    .children.map((node) => textOf(node));
}

describe('an article that includes fragments', () => {
  it('is read with their text in the place of the directives, in quotes and lists too', () => {
    const fragments = { delais: 'Cinq jours.\n\n::include{id="contact"}\n', contact: 'Écrivez-nous.\n' };
    expect(readingOf(body, fragments)).toEqual(['Avant.', 'Cinq jours.', 'Écrivez-nous.', 'Après.']);
    expect(readingOf('- un\n\n  ::include{id=contact}\n', fragments)).toEqual(['unÉcrivez-nous.']);
    expect(readingOf('::include{id=contact}\n::include{id=contact}\n', fragments)).toHaveLength(2);
  });

  it.each([
    ['names none', '::include{id=autre}\n', '::include{id=autre}'],
    ['stands in a sentence', 'Voir ::include{id=delais} plus bas.\n', 'Voir ::include{id=delais} plus bas.'],
    ['stands in a code block', '```\n::include{id=delais}\n```\n', '::include{id=delais}'],
  ])('keeps a directive that %s as the text that it is', (_, article, shown) => {
    expect(readingOf(article, { delais: 'Cinq jours.\n' })).toEqual([shown]);
  });

  it('comes to an end where fragments include each other', () => {
    const circle = { delais: 'A\n\n::include{id=autre}\n', autre: 'B\n\n::include{id=delais}\n' };
    expect(readingOf(body, circle)).toEqual(['Avant.', 'A', 'B', '::include{id=delais}', 'Après.']);
  });

  it('finds a fragment’s links, pictures and flowcharts from the fragment’s folder, at the line of the directive', () => {
    const delais =
      '[suivi](../content/suivi.md#etape) [id](id:x#y) ![plan](../content/images/plan.png)\n\n[réf][r]\n\n[r]: https://exemple.fr/\n\n```mermaid\nflowchart TD\n  a --> b\n```\n';
    const { document } = read(body, { delais });
    const uses = [...(document.markdown?.links ?? []), ...(document.markdown?.images ?? [])];
    expect(uses.map(({ url, line, column }) => [url, line, column])).toEqual([
      ['../suivi.md#etape', 11, 1],
      ['id:x#y', 11, 1],
      ['https://exemple.fr/', 11, 1],
      ['../images/plan.png', 11, 1],
    ]);
    expect(flowchartsOf(document)).toMatchObject([
      { line: 11, codeLine: undefined, code: 'flowchart TD\n  a --> b' },
    ]);
  });

  it('keeps the definitions of a fragment apart from its own', () => {
    const { document } = read('[a][r]\n\n::include{id=delais}\n\n[r]: https://un.example/\n', {
      delais: '[b][r]\n\n[r]: https://deux.example/\n',
    });
    expect(document.markdown?.links.map(({ url }) => url)).toEqual([
      'https://deux.example/',
      'https://un.example/',
    ]);
    expect(JSON.stringify(document.parseReading())).toContain('"identifier":"delais/r"');
  });

  it('leaves the tree of the checks as the file is written', () => {
    const { document } = read(body, { delais: 'Cinq jours.\n' });
    expect(document.parseBody().children.map((node) => textOf(node))).toEqual([
      'Avant.',
      '::include{id=delais}',
      'Après.',
    ]);
  });
});

describe('the digest of an article that includes fragments', () => {
  const fragments = { delais: 'Cinq jours.\n\n::include{id=contact}\n', contact: 'Écrivez-nous.\n' };
  const digestOf = (changed: Readonly<Record<string, string>>, article = body) =>
    read(article, { ...fragments, ...changed }).article.digest;
  const digest = digestOf({});

  it('changes with the text of a fragment, of a fragment’s fragment, and when one comes or goes', () => {
    expect(digestOf({ delais: 'Six jours.\n\n::include{id=contact}\n' })).not.toBe(digest);
    expect(digestOf({ contact: 'Appelez-nous.\n' })).not.toBe(digest);
    expect(read(body, { delais: fragments.delais }).article.digest).not.toBe(digest);
    expect(read(body, { contact: fragments.contact }).article.digest).not.toBe(digest);
  });

  it('does not change with a fragment of others, nor with line ends', () => {
    expect(digestOf({ horaires: 'De 9 h à 18 h.\n' })).toBe(digest);
    expect(digestOf({ contact: 'Écrivez-nous.\r\n' })).toBe(digest);
  });

  it('is what it was for an article that includes nothing', () => {
    expect(digestOf({ delais: 'Autre.\n' }, 'Avant.\n')).toBe(digestOf({}, 'Avant.\n'));
  });
});

it('a changed fragment concerns itself and the articles that include it, and no others', () => {
  const base = memoryBase({
    'content/a.md': exampleArticle({ id: 'a' }, body),
    'content/b.md': exampleArticle({ id: 'b' }),
    'content/c.md': exampleArticle({ id: 'c' }, '::include{id=parti}\n'),
    'fragments/delais.md': 'Cinq jours.\n',
  });
  const concerned = (file: string) =>
    selectChanged(base, { files: [{ kind: 'changed', path: file, mayLoseIds: false }] });
  expect(concerned('fragments/delais.md')).toEqual(new Set(['content/a.md', 'fragments/delais.md']));
  expect(concerned('fragments/parti.md')).toEqual(new Set(['content/c.md']));
});

describe('the fragments of a base', () => {
  async function makeRoot(): Promise<string> {
    const root = await mkdtemp(path.join(tmpdir(), 'kb-fragments-'));
    onTestFinished(() => rm(root, { recursive: true }));
    return root;
  }

  it('are none where there is no folder', async () => {
    expect((await readFragments(await makeRoot())).size).toBe(0);
  });

  it('are the Markdown files of the folder, with what can’t be read named as such', async () => {
    const root = await makeRoot();
    await mkdir(path.join(root, 'fragments/deeper'), { recursive: true });
    await writeFile(path.join(root, 'fragments/delais.md'), 'Cinq jours.\n');
    await writeFile(path.join(root, 'fragments/Notes.md'), 'Non.\n');
    await writeFile(path.join(root, 'fragments/deeper/x.md'), 'Non.\n');
    await writeFile(path.join(root, 'fragments/latin.md'), Buffer.from([0xe9, 0x0a]));
    await symlink('/etc/passwd', path.join(root, 'fragments/dehors.md'));
    const found = [...(await readFragments(root)).values()];
    expect(found.map(({ id, content }) => [id, content.ok])).toEqual([
      ['delais', true],
      ['latin', false],
      ['dehors', false],
    ]);
  });
});
