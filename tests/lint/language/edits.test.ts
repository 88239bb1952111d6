// The fixes of the language rules change the words that they are about, and nothing of the Markdown around.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadMarkdownParser } from '../../../src/content/markdown-parser.ts';
import { fixBase } from '../../../src/lint/fix-base.ts';
import { lintKnowledgeBase } from '../../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../../src/lint/rule.ts';
import { exampleConfig, memoryBase } from '../../support/memory-base.ts';

const names = [
  'sentences-are-short',
  'text-is-readable',
  'terms-are-preferred',
  'french-spaces',
  'french-quotes',
  'french-apostrophes',
  'no-placeholders',
  'no-doubled-words',
];
const options = { today: exampleToday, diagrams: new Map(), rules: names };
const config = `${exampleConfig}writing: { glossary: [{ prefer: e-mail, avoid: [email] }] }\n`;
const { parse } = await loadMarkdownParser();

const path = 'content/a.md';

/** What `--fix` makes of an article, and the article that it was. */
function fix(body: string, fields: Readonly<Record<string, string>> = {}) {
  const base = memoryBase({ [path]: exampleArticle(fields, body) }, config);
  return { base, fixed: fixBase(base, parse, options).base };
}

function fixBody(body: string): string {
  const { fixed } = fix(body);
  return fixed.byPath.get(path)?.body.replace(/^\n/, '') ?? '';
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly url?: string;
  readonly value?: string;
}

/** A tree without its words: kinds, addresses and code. */
function shapeOf({ type, children = [], url, value }: Node): unknown {
  const kept = type === 'text' ? [] : [url, value];
  // A bare address may be a text of its own before the fix and joined with its neighbour after it.
  const shapes = children.map(shapeOf).filter((shape) => shape !== 'text');
  return type === 'text' ? 'text' : [type, ...kept, ...shapes];
}

describe('fixes of the language rules', () => {
  it.each([
    ['an escape', 'l\\\'avis et \\"mot\\"\n'],
    ['a character reference', 'l&#39;avis\n'],
    [
      'an address that would take the space in',
      'Voir https://mirandelle.example/a ; "https://mirandelle.example"\n',
    ],
    ['words that name a definition', "[L'avis]\n\n[L'avis]: https://mirandelle.example\n"],
    ['a heading to which a link leads', '[Quoi](#quoi-)\n\n## Quoi ?\n'],
    ['a line that would become a definition', '[Note]: stop !\n\n[Note]: u\n'],
    ['a space right after opening emphasis', 'mot**;** fin\n'],
  ])('leave %s alone', (_, body) => expect(fixBody(body)).toBe(body));

  it.each([
    ['[Attention]: stop !\n', '[Attention]\u00A0: stop\u202F!\n'],
    ['## Quoi ?\n', '## Quoi\u202F?\n'],
    ['> Il dit\n> "Un **mot**" !\n', '> Il dit\n> «\u00A0Un **mot**\u00A0»\u202F!\n'],
    [
      '**Note**: un [lien](a.md "titre"); `code`!\n',
      '**Note**\u00A0: un [lien](a.md "titre")\u202F; `code`\u202F!\n',
    ],
    ["| « a » | l'b |\n|---|---|\n", '| «\u00A0a\u00A0» | l’b |\n|---|---|\n'],
    ["Email: d'abord\r\nde de\r\n", 'E-mail\u00A0: d’abord\r\nde\r\n'],
  ])('make of %j %j', (body, fixed) => expect(fixBody(body)).toBe(fixed));

  it.each([
    ["'L''avis : suite'", "'L''avis : suite'"],
    ['"Le \\"mot\\" !"', '"Le \\"mot\\" !"'],
    ['"L\'avis !"', '"L’avis\u202F!"'],
    ["L'avis ?", 'L’avis\u202F?'],
  ])('keep a title %s readable', (title, expected) => {
    const { base, fixed } = fix('Texte.\n', { title });
    expect(fixed.byPath.get(path)?.text).toContain(`title: ${expected}\n`);
    expect(base.byPath.get(path)?.article).toBeDefined();
    expect(fixed.byPath.get(path)?.article).toBeDefined();
  });

  it('are quick with 20,000 of them in one word', () => {
    expect(fixBody(`${"a'".repeat(20_000)}a\n`)).toContain('a’a’a');
  });

  const piece = fc.constantFrom(
    ...[
      'mot',
      'Mot',
      "l'avis",
      'email',
      '"',
      "'",
      ':',
      ';',
      '!',
      '?',
      '«',
      '»',
      ' ',
      ' ',
      '\u00A0',
      ',',
      '.',
      '1',
    ],
    ...[
      '*',
      '**',
      '_',
      '~~',
      '`c`',
      '[',
      '](u.md)',
      '][]',
      '![i](i.png)',
      '<br>',
      '\\',
      '&amp;',
      '|',
      '\n',
      '\n\n',
    ],
    ...[
      '\n- ',
      '\n> ',
      '\n## ',
      '\n| a | b |\n|---|---|\n| ',
      'https://m.example/',
      'a@m.example',
      'www.',
      '\n[mot]: u',
    ],
    ...['de de', 'TODO', '[...]', '{{a}}', '\r\n', '😀', '  \n', '\t', '\uFFFC'],
  );

  it('keep the tree, the letters and themselves, on any Markdown', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
        (body) => {
          const { base, fixed } = fix(body);
          const [before, after] = [base.byPath.get(path), fixed.byPath.get(path)];
          expect(shapeOf(after?.parseBody() as Node)).toEqual(shapeOf(before?.parseBody() as Node));
          expect(lintKnowledgeBase(fixed, options).filter((finding) => finding.fix)).toEqual([]);
          const letters = (text = '') =>
            text
              .replace(/[«»"’'\s-]/g, '')
              .replace(/(?:de)+/g, 'de')
              .toLowerCase();
          expect(letters(after?.body)).toBe(letters(before?.body));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
