// Word documents as articles: twenty of them with every part accounted for, and the ones that are hostile or none refused.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedPage } from '../../src/import/plan-articles.ts';
import { readDocx } from '../../src/import/read-docx.ts';
import {
  deleted,
  formula,
  heading,
  inserted,
  item,
  link,
  makeDocx,
  noteReference,
  notesPart,
  paragraph,
  picture,
  run,
  table,
} from '../support/docx-file.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { faultsOf, planSource, textOfFile } from '../support/import-source.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeFolder();
});

afterEach(() => folder.remove());

async function importDocx(...files: readonly Buffer[]) {
  const names = files.map((_, index) => `document-${index + 1}.docx`);
  for (const [index, name] of names.entries())
    await writeFile(path.join(folder.path, name), files[index] ?? '');
  return planSource(await readDocx(names, folder.path));
}

/** Document number `seed`: the same parts in another number and order. */
function makeDocument(seed: number): Buffer {
  const words = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => ['colis', 'retour', 'délai', 'client', 'remboursé'][(seed + index) % 5],
    ).join(' ');
  const sections = Array.from({ length: 1 + (seed % 5) }, (_, section) => [
    heading(2 + (section % 2), `Partie ${section + 1}`),
    paragraph(run(`${words(8)} & `) + link(words(2)) + run(' <fin>')),
    item(2, 0, words(3)),
    item(2, 1, words(2)),
    item(2, 0, words(4)),
    paragraph(picture(words(2))),
    table([
      [paragraph(run('Cas')), paragraph(run('Délai'))],
      [paragraph(run(words(2))), paragraph(run(words(1))) + item(1, 0, 'un') + item(1, 0, 'deux')],
    ]),
    paragraph(run(words(seed + 3))),
  ]);
  return makeDocx([heading(1, `Procédure ${seed}`), ...sections.flat()].join(''));
}

describe('Word documents', () => {
  it('become articles, twenty at once, with each part accounted for and 99.5 % of the words', async () => {
    const plan = await importDocx(...Array.from({ length: 20 }, (_, index) => makeDocument(index + 1)));
    expect(plan.pages).toHaveLength(20);
    expect(faultsOf(plan)).toEqual([]);
    for (const { words } of plan.pages) expect(words.kept).toBeGreaterThanOrEqual(words.total * 0.995);
    const [first] = plan.pages as [ImportedPage];
    expect(first).toMatchObject({
      id: 'procedure-1',
      type: 'procedure',
      source: { heading: 3, list: 6, table: 2, link: 2, image: 2 },
      result: { heading: 2, list: 4, table: 2, link: 2, image: 2 },
    });
  });

  it('have their notes as footnotes, at the end of the article', async () => {
    const plan = await importDocx(
      makeDocx(
        heading(1, 'Retours') +
          paragraph(
            run('Sous 14 jours') + noteReference(2) + run(', sauf soldes') + noteReference(3) + run('.'),
          ) +
          paragraph(run('Puis on rembourse') + noteReference(1, 'endnote') + run('.')),
        {
          'word/footnotes.xml': notesPart({
            2: paragraph(run('Dès la réception.')) + paragraph(run('Samedi compris.')),
            3: paragraph(run('Voir [^1] et la règle')),
          }),
          'word/endnotes.xml': notesPart({ 1: paragraph(run('Par le même moyen.')) }, 'endnote'),
        },
      ),
    );
    expect(textOfFile(plan, 'retours.md')).toMatch(
      /Sous 14 jours\[\^2\], sauf soldes\[\^3\]\.\n\nPuis on rembourse\[\^endnote-1\]\.\n\n\[\^2\]: Dès la réception\.\n\n {4}Samedi compris\.\n\n\[\^3\]: Voir \\\[\^1\] et la règle\n\n\[\^endnote-1\]: Par le même moyen\.\n$/s,
    );
    expect(faultsOf(plan)).toEqual([]);
  });

  it('say what of tracked changes, formulas and nested tables an article has', async () => {
    const inner = table([[paragraph(run('n1')), paragraph(run('n2'))]]);
    const plan = await importDocx(
      makeDocx(
        paragraph(run('Sous ') + deleted('30') + inserted('14') + run(' jours. ') + formula('x=1')) +
          table([
            [paragraph(run('a')), paragraph(run('b'))],
            [paragraph(run('c')), inner + paragraph(run('d'))],
          ]),
      ),
    );
    const text = textOfFile(plan, 'document-1.md');
    expect(text).toContain('Sous 14 jours.');
    expect(text).toContain('| c | n1 · n2 · d |');
    const remarks = plan.pages[0]?.remarks ?? [];
    expect(remarks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'changes-accepted', detail: '2' }),
        expect.objectContaining({ code: 'formula-dropped', detail: 'x=1' }),
        expect.objectContaining({ code: 'table-nested' }),
      ]),
    );
    expect(faultsOf(plan)).toEqual([]);
  });

  it.each([
    ['no archive', Buffer.from('%PDF-1.7'), 'no ZIP archive'],
    ['an archive of something else', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'without a text'],
    [
      'a document type that defines entities',
      makeDocx('', { 'word/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:styles/>') }),
      'Unexpected document type',
    ],
    [
      'a name that leads out',
      makeDocx('', { '../evil.xml': strToU8('') }),
      'expected a path within the archive',
    ],
    ['a text that is no XML', makeDocx('<w:p>'), 'Unreadable document'],
  ])('are refused where there is %s', async (_, bytes, message) => {
    await expect(importDocx(bytes)).rejects.toThrow(message);
  });
});
