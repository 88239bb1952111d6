// Edits of front matter change the values that they mean to, and no other byte.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFrontMatter, type FieldEdits } from '../../src/content/edit-front-matter.ts';
import { splitFrontMatter } from '../../src/content/front-matter.ts';

const edit = (text: string, edits: FieldEdits) => editFrontMatter('content/a.md', text, edits);
const validation = { by: 'A', on: '2026-02-01', digest: 'sha256:00' };
const written = '{ by: "A", on: 2026-02-01, digest: "sha256:00" }';

describe('setting a mapping', () => {
  it.each([
    [
      'adds it as the last line',
      '---\nid: a\n---\n\nTexte\n',
      `---\nid: a\nvalidation: ${written}\n---\n\nTexte\n`,
    ],
    ['keeps CRLF', '---\r\nid: a\r\n---\r\n', `---\r\nid: a\r\nvalidation: ${written}\r\n---\r\n`],
    ['keeps a byte order mark', '\uFEFF---\nid: a\n---\n', `\uFEFF---\nid: a\nvalidation: ${written}\n---\n`],
    ['fills an empty front matter', '---\n---\n', `---\nvalidation: ${written}\n---\n`],
    [
      'sets the values of a flow mapping one by one',
      "---\nvalidation: { on: 2026-01-01, by: B, digest: 'x' } # vu\nid: a\n---\n",
      "---\nvalidation: { on: 2026-02-01, by: A, digest: 'sha256:00' } # vu\nid: a\n---\n",
    ],
    [
      'sets the values of a block mapping one by one, with its comments',
      '---\nvalidation:\n  by: B # la responsable\n  # le jour\n  on: 2026-01-01\n  digest: "x"\nid: a\n---\n',
      '---\nvalidation:\n  by: A # la responsable\n  # le jour\n  on: 2026-02-01\n  digest: "sha256:00"\nid: a\n---\n',
    ],
    [
      'adds what a block mapping lacks',
      '---\nvalidation:\n    by: B # chef\n\n# suite\nid: a\n---\n',
      '---\nvalidation:\n    by: A # chef\n    on: 2026-02-01\n    digest: "sha256:00"\n\n# suite\nid: a\n---\n',
    ],
    [
      'adds what a flow mapping lacks',
      '---\nvalidation: { by: B, }\nid: a\n---\n',
      '---\nvalidation: { by: A, on: 2026-02-01, digest: "sha256:00" }\nid: a\n---\n',
    ],
    ['fills an empty value', '---\nvalidation:\nid: a\n---\n', `---\nvalidation: ${written}\nid: a\n---\n`],
    [
      'fills an empty value before its comment',
      '---\nvalidation: # à faire\nid: a\n---\n',
      `---\nvalidation: ${written} # à faire\nid: a\n---\n`,
    ],
    [
      'leaves the same words in the body alone',
      '---\nid: a\n---\nvalidation: x\n',
      `---\nid: a\nvalidation: ${written}\n---\nvalidation: x\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(edit(before, { validation })).toBe(after);
    expect(edit(after, { validation })).toBe(after);
  });
});

describe('setting a text', () => {
  it.each([
    ['plain', 'expires: 2026-01-01  # fin', 'expires: 2027-03-31  # fin'],
    ['in single quotes', "expires: '2026-01-01'", "expires: '2027-03-31'"],
    ['in double quotes', '"expires": "2026-01-01"', '"expires": "2027-03-31"'],
    ['with an anchor and a tag', 'expires: &fin !!str 2026-01-01', 'expires: &fin !!str 2027-03-31'],
    ['folded over lines', 'expires: >-\n  2026-01-01\nid: a', 'expires: 2027-03-31\nid: a'],
    ['that is empty', 'expires:\nid: a', 'expires: 2027-03-31\nid: a'],
    ['that is null', 'expires: ~ # à fixer', 'expires: 2027-03-31 # à fixer'],
    ['in a flow mapping', '{ id: a, expires: 2026-01-01 }', '{ id: a, expires: 2027-03-31 }'],
    ['that a flow mapping lacks', '{ id: a }', '{ id: a, expires: 2027-03-31 }'],
    ['behind a comment of a flow mapping', '{ id: a # nom\n}', '{ id: a # nom\n, expires: 2027-03-31\n}'],
    ['behind a last comment', 'id: a\n# fin', 'id: a\n# fin\nexpires: 2027-03-31'],
    [
      'behind a text of several lines',
      'summary: |\n  Un\n  Deux',
      'summary: |\n  Un\n  Deux\nexpires: 2027-03-31',
    ],
  ])('%s keeps the rest as it was', (_, before, after) => {
    const wrap = (yaml: string, end: string) =>
      `---${end}${yaml.replaceAll('\n', end)}${end}---${end}Corps${end}`;
    for (const end of ['\n', '\r\n'])
      expect(edit(wrap(before, end), { expires: '2027-03-31' })).toBe(wrap(after, end));
  });

  it.each([
    'Dupont, Claire',
    'null',
    '12',
    'a: b',
    '# x',
    '"',
    "l'été",
    '- x',
    'é\u2028',
    '{x}',
    ' ',
    '\n',
    'a\n b',
  ])('reads %j back in every style', (by) => {
    for (const old of ['B', "'B'", '"B"']) {
      for (const yaml of [`validation: { by: ${old}, on: x }`, `validation:\n  by: ${old}`]) {
        const { yaml: read } = splitFrontMatter(edit(`---\n${yaml}\n---\n`, { validation: { by } }));
        expect(read?.data).toMatchObject({ validation: { by } });
      }
    }
  });

  it('reads any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('B', "'B'", '"B"'), (value, old) => {
        const text = `---\ntitle: ${old}\nid: a\n---\n`;
        // YAML can't hold half of a surrogate pair; nothing that was read from a file has one.
        fc.pre(!/\p{Surrogate}/u.test(value));
        const { yaml } = splitFrontMatter(edit(text, { title: value }));
        expect(yaml?.data).toEqual({ title: value, id: 'a' });
      }),
    );
  });
});

describe('a file that can’t be edited', () => {
  it.each([
    ['has no front matter', 'Texte\n'],
    ['does not close it', '---\nid: a\n'],
    ['has a key twice', '---\nid: a\nid: b\n---\n'],
    ['uses an alias', '---\nid: &x a\ntitle: *x\n---\n'],
    ['holds a list', '---\n- a\n---\n'],
    ['ends its document early', '---\nid: a\n...\n---\n'],
  ])('is named, and stays as it is, where it %s', (_, text) => {
    expect(() => edit(text, { expires: '2027-03-31' })).toThrowError(
      expect.objectContaining({ name: 'Problem', place: 'content/a.md' }),
    );
  });
});
