// HTML pages as articles: every part accounted for, every word kept, and nothing of a hostile page that could run or leave the export.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtmlPage } from '../../src/import/html-page.ts';
import type { ImportedPage } from '../../src/import/plan-articles.ts';
import { faultsOf, htmlSource, onePixel, planSource, textOfFile } from '../support/import-source.ts';

async function importOne(html: string, files: Readonly<Record<string, Uint8Array>> = {}) {
  const plan = await planSource(htmlSource({ 'page.html': html }, files));
  const [page] = plan.pages as [ImportedPage];
  return { plan, page, text: textOfFile(plan, `${page.id}.md`), codes: page.remarks.map(({ code }) => code) };
}

describe('an HTML page', () => {
  it('becomes an unvalidated article with its title, steps and pictures', async () => {
    const { plan, page, text } = await importOne(
      '<h1>Retourner un colis</h1><p>Sous 14 jours. Voici comment.</p><h3>Étapes</h3><ol><li>Ouvrir</li><li><img src="a.png" alt="Bouton"></li></ol>',
      { 'a.png': onePixel },
    );
    expect(text).toBe(`---
id: retourner-un-colis
title: "Retourner un colis"
type: procedure
owner: retours
lang: fr
summary: "Sous 14 jours."
expires: 2027-05-16
---

Sous 14 jours. Voici comment.

## Étapes

1. Ouvrir
2. ![Bouton](images/a.png)
`);
    expect(page.words).toEqual({ total: 10, kept: 10 });
    expect(plan.files.map(({ path }) => path)).toEqual(['retourner-un-colis.md', 'images/a.png']);
    expect(faultsOf(plan)).toEqual([]);
  });

  it('keeps links between pages, with the anchors that articles have', async () => {
    const plan = await planSource(
      htmlSource({
        'a/un.html': '<h1>Un</h1><p><a href="../b/deux.html#x">deux</a> <a href="#haut">haut</a></p>',
        'b/deux.html': '<h1>Deux</h1><h2 id="x">La suite</h2><p><a href="../a/un.html">un</a></p>',
      }),
    );
    expect(textOfFile(plan, 'a/un.md')).toContain('[deux](../b/deux.md#la-suite) haut');
    expect(textOfFile(plan, 'b/deux.md')).toContain('[un](../a/un.md)');
    expect(faultsOf(plan)).toEqual([]);
  });

  it('puts merged cells, lists in cells and tables in tables on one line each, and says so', async () => {
    const { plan, page, text, codes } = await importOne(
      '<table><tr><td colspan="2">A</td><td><ul><li>un</li><li>deux</li></ul></td></tr>' +
        '<tr><td>b</td><td>c</td><td><table><tr><td>n1</td><td>n2</td></tr></table></td></tr></table>',
    );
    expect(text).toContain('| A | | un · deux |\n| - | - | - |\n| b | c | n1 · n2 |');
    expect(codes).toEqual(
      expect.arrayContaining(['cells-merged', 'cell-flattened', 'table-nested', 'table-header']),
    );
    expect(page.words.kept).toBe(page.words.total);
    expect(faultsOf(plan)).toEqual([]);
  });

  it('loses whatever could run, and tells of it', async () => {
    const { plan, text, codes } = await importOne(
      '<h1>T</h1><script>alert(1)</script><p onclick="x()"><a href="javascript:alert(1)">ici</a></p><svg onload="x()"><text>dessin</text></svg>' +
        '<iframe src="https://video.example/1" title="Film"></iframe><form><button>Envoyer</button></form><p>&lt;img src=x onerror=y&gt;</p>',
    );
    expect(text).not.toMatch(/alert|onclick|onload|Envoyer|dessin/);
    expect(text).toContain('[Film](https://video.example/1)');
    expect(text).toContain('\\<img src=x');
    expect(codes).toEqual(
      expect.arrayContaining(['element-dropped', 'link-unsafe', 'drawing-dropped', 'embed-linked']),
    );
    expect(faultsOf(plan)).toEqual([]);
  });

  it('takes no file for a picture by its name', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script><rect width="4" height="4"/></svg>',
    );
    const { plan, codes } = await importOne(
      '<p>a<img src="a.png" alt="a"><img src="b.svg" alt="b"><a href="c.exe">c</a></p>',
      {
        'a.png': Buffer.from('root:x:0:0'),
        'b.svg': svg,
        'c.exe': Buffer.from('MZ'),
      },
    );
    expect(codes).toEqual(expect.arrayContaining(['image-refused', 'file-refused']));
    expect(textOfFile(plan, 'images/b.svg')).toMatch(/^<svg(?!.*script)/s);
    expect(plan.files.map(({ path }) => path)).toEqual(['page.md', 'images/b.svg']);
    expect(faultsOf(plan)).toEqual([]);
  });

  it('gives no text the force of a container, an include or a heading', async () => {
    const { plan, text } = await importOne(
      '<p>::include{id=secret}</p><p>:::only{audience=internal}</p><p># Non</p><p>[!NOTE]</p>',
    );
    expect(text).toContain('`::include{id=secret}`');
    expect(text).toContain('\\:::only');
    expect(text).toContain('\\# Non');
    expect(faultsOf(plan)).toEqual([]);
  });

  it('has links for addresses that readers of Markdown would take for some', async () => {
    const { plan, text } = await importOne(
      '<p>https://mirandelle.example/a. www.mirandelle.example, aide@mirandelle.example; <code>www.x.example</code></p>',
    );
    expect(text).toContain(
      '[https://mirandelle.example/a](https://mirandelle.example/a). [www.mirandelle.example](http://www.mirandelle.example), [aide@mirandelle.example](mailto:aide@mirandelle.example);',
    );
    expect(faultsOf(plan)).toEqual([]);
  });

  it('has the words on both sides of a break in its title', async () => {
    const { page } = await importOne(
      '<h1>Colis en retard<br>ou perdu</h1><h2>Que faire</h2><p>Attendre.</p>',
    );
    expect(page.title).toBe('Colis en retard ou perdu');
    expect(page.words.kept).toBe(page.words.total);
  });

  it('is refused where its elements are nested beyond reason', () => {
    expect(parseHtmlPage('<div>'.repeat(100_000))).toBeUndefined();
  });

  it('has a free id in spite of reserved and taken ones', async () => {
    const plan = await planSource(
      htmlSource({
        'a.html': '<h1>Health</h1>',
        'b.html': '<h1>Health</h1>',
        'c.html': '<h1>Colis</h1>',
        'd.html': '<h1>日本</h1>',
      }),
      new Map([['fr/colis', 'content/colis.md']]),
    );
    expect(plan.pages.map(({ id }) => id)).toEqual(['health-1', 'health-1-2', 'colis-2', 'article']);
  });
});

const word = fc.stringMatching(/^[a-zé]{1,8}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const inlineHtml = fc.oneof(
  phrase,
  phrase.map((text) => `<b>${text}</b>`),
  phrase.map((text) => `<a href="https://mirandelle.example/">${text}</a>`),
  phrase.map((text) => `<img src="a.png" alt="${text}">`),
  fc.constantFrom('&amp;', '*', '_x_', '&lt;b&gt;', '| ', '<br>', '[a](b)', '`c`', '{{d}}'),
);
const line = fc.array(inlineHtml, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join(' ')} fin`);
const block: fc.Arbitrary<string> = fc.letrec<{ block: string; list: string; cell: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol'),
      fc.array(fc.oneof(line, tie('block')), { minLength: 1, maxLength: 3 }),
    )
    .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
  cell: fc.oneof({ maxDepth: 2 }, line, tie('block')),
  block: fc.oneof(
    { maxDepth: 3 },
    line.map((text) => `<p>${text}</p>`),
    fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `<h${level}>${text}</h${level}>`),
    tie('list'),
    fc
      .array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(
        (rows) =>
          `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      ),
  ),
})).block;

describe('any HTML page', () => {
  it('has each heading, list, table, link and image accounted for, and keeps 99.5 % of its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 6 }), async (blocks) => {
        const { plan, page } = await importOne(blocks.join('\n'), { 'a.png': onePixel });
        expect(faultsOf(plan)).toEqual([]);
        expect(page.words.kept).toBeGreaterThanOrEqual(page.words.total * 0.995);
      }),
      { numRuns: 200 },
    );
  });
});
