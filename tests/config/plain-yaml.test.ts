import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { parsePlainYaml } from '../../src/config/plain-yaml.ts';
import { projectRoot } from '../support/corpora.ts';

/** What the YAML library makes of `text`, or undefined where it has anything to say against it. */
function reference(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  return document.toJS({ maxAliasCount: 0 });
}

/** Pieces from which lines are made that are plain, nearly plain, or anything but. */
const pieces = [
  ...[
    'a',
    'Été',
    'null',
    'True',
    '~',
    '2026-02-30',
    '12',
    '0x1f',
    '.5',
    '1e3',
    'no',
    'yes',
    'x_y',
    'a.b',
    'l’été',
    "l'été",
  ],
  ...[
    ' ',
    '  ',
    ',',
    ', ',
    ':',
    ': ',
    '#',
    ' #',
    '"',
    "'",
    '""',
    "''",
    '[',
    ']',
    '{',
    '}',
    '[a, b]',
    '{ a: b }',
    '[]',
    '{}',
  ],
  ...[
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '-',
    '- ',
    '?',
    '%',
    '@',
    '`',
    '\\',
    '\\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u0085',
    '(',
    ')',
    '/',
  ],
];
const value = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((chosen) => chosen.join(''));
const key = fc.constantFrom(
  'id',
  'title',
  'a',
  'null',
  'true',
  'replaced_by',
  '_',
  'A',
  'é',
  '"a"',
  ' a',
  '- a',
);
const line = fc.tuple(key, fc.constantFrom(':', ': ', ':  ', ' : '), value).map((parts) => parts.join(''));
/** Lines at any depth: some make sense together. */
const nestedLine = fc
  .tuple(
    fc.constantFrom('', '', '  ', '  ', ' ', '    '),
    fc.constantFrom('', '', '', '- ', '-  ', '- - '),
    fc.oneof(
      fc.constantFrom(
        'a:',
        'b:',
        'c.d:',
        'e: f',
        'g: [h, i]',
        'j: { k: l }',
        'm',
        'n: "o" # p',
        'q: r, s',
        '3 t',
        'u: # v',
      ),
      fc.oneof(line, key, value),
    ),
  )
  .map((parts) => parts.join(''));
const nestedText = fc.array(fc.oneof(nestedLine, fc.constantFrom('', '  ', '# x', '   # x', '-', '  -')), {
  maxLength: 8,
});
/** What front matter and configurations hold. */
const { tree } = fc.letrec((tie) => ({
  leaf: fc.constantFrom(
    'a',
    'l’été',
    'a@b.example',
    'Un : deux',
    'a # b',
    '30d',
    '2026-01-02',
    12,
    0,
    true,
    null,
    '',
    '12',
    'é\u00a0!',
  ),
  map: fc.dictionary(fc.constantFrom('a', 'b.c', 'd_e', 'F', 'x-1'), tie('tree'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  list: fc.array(tie('tree'), { maxLength: 3 }),
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('map'), tie('list')),
}));
const styles = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  singleQuote: fc.boolean(),
  nullStr: fc.constantFrom('', '~'),
  lineWidth: fc.constant(0),
});
const text = fc.array(fc.oneof(line, fc.constantFrom('', ' ', '# x', '---', '...', '  - a', 'a')), {
  maxLength: 5,
});

describe('plain YAML', () => {
  it('is what the YAML library reads, wherever it is sure', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const plain = parsePlainYaml(lines.join(end));
        if (plain !== undefined) expect(plain).toEqual(reference(lines.join(end)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is what the YAML library reads of nested lines, wherever it is sure', () => {
    let sure = 0;
    fc.assert(
      fc.property(nestedText, fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const plain = parsePlainYaml(lines.join(end));
        if (plain !== undefined) {
          sure++;
          expect(plain).toEqual(reference(lines.join(end)));
        }
      }),
      { numRuns: 20_000 },
    );
    expect(sure).toBeGreaterThan(100);
  });

  it('is most of what the YAML library writes of maps, lists and texts', () => {
    let sure = 0;
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree, { minKeys: 1, noNullPrototype: true }),
        styles,
        (data, style) => {
          const written = stringify(data, style);
          const plain = parsePlainYaml(written);
          if (plain !== undefined) {
            sure++;
            expect(plain).toEqual(data);
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(sure).toBeGreaterThan(500);
  });

  it('gives up on collections that are nested without end', () => {
    const deep = (open: string, close: string) => `a: ${open.repeat(20_000)}${close.repeat(20_000)}`;
    expect(parsePlainYaml(deep('[', ']'))).toBeUndefined();
    expect(parsePlainYaml(deep('{ b: ', '}'))).toBeUndefined();
    const steps = Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(parsePlainYaml(steps)).toBeUndefined();
  });

  it('is what the sample base’s configuration is written in', () => {
    const config = readFileSync(path.join(projectRoot, 'kb.config.yaml'), 'utf8');
    expect(parsePlainYaml(config)).toEqual(reference(config));
  });

  it('is what the sample base’s front matter is written in', () => {
    const folder = path.join(projectRoot, 'content');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    const headers = files.map(
      (file) => readFileSync(path.join(folder, file), 'utf8').split('\n---\n')[0]?.slice(4) ?? '',
    );
    const read = headers.map(parsePlainYaml);
    expect(read.filter((data) => data !== undefined).length).toBeGreaterThan(headers.length * 0.8);
    for (const [at, data] of read.entries()) if (data) expect(data).toEqual(reference(headers[at] ?? ''));
  });

  it.each([
    ['id: a\ntitle: "Un: deux, # trois"\nexpires:\n', { id: 'a', title: 'Un: deux, # trois', expires: null }],
    ['tags: [a, l’été, "b"]\r\non: 2026-02-30\r\n', { tags: ['a', 'l’été', 'b'], on: '2026-02-30' }],
    ['validation: { by: "Claire", on: 2026-01-02 }', { validation: { by: 'Claire', on: '2026-01-02' } }],
    ['a: 1\nb: true\nc: [1, [d], { e: f }]', { a: 1, b: true, c: [1, ['d'], { e: 'f' }] }],
    ['a: b # c\n# d\ne: "f" # g\nh: # i\n  j: k', { a: 'b', e: 'f', h: { j: 'k' } }],
    ['a: ["b, c", \'d] }\']', { a: ['b, c', 'd] }'] }],
    [
      'a:\n- b\n-\n  c: d\n  e:\n- f: g\n  h: i\nj:',
      { a: ['b', { c: 'd', e: null }, { f: 'g', h: 'i' }], j: null },
    ],
    [
      'owners:\n  a.b: { name: { fr: Été, en: Summer }, contact: x@y.example }\nlang: fr',
      { owners: { 'a.b': { name: { fr: 'Été', en: 'Summer' }, contact: 'x@y.example' } }, lang: 'fr' },
    ],
    ['a: b, c\nd: 3-D Secure, refusé\ne: 14 jours', { a: 'b, c', d: '3-D Secure, refusé', e: '14 jours' }],
    ['a: 30d\nb: Mirandelle · Aide\u00a0!', { a: '30d', b: 'Mirandelle · Aide\u00a0!' }],
  ])('reads %j', (source, data) => {
    expect(parsePlainYaml(source)).toEqual(data);
    expect(reference(source)).toEqual(data);
  });

  it.each([
    ...[
      '',
      '# rien\n',
      'a: 012',
      'a: 1e3',
      'a: 0x1f',
      'a: True',
      'a: NULL',
      'a: b\n   # c\rd: e',
      'a: b: c',
      'a: "b\\n"',
      'a: "b" c',
      'a: "b"# c',
      'a: [b, [c]',
      'a: [b, ]',
      'a: [b,, c]',
      'a: { b }',
      'a: { b: c, b: d }',
      'a: {b:c}',
    ],
    ...[
      'a: b\na: c',
      'a: { b: c, b: d }',
      'a: |\n  b',
      '- a',
      '__proto__: a',
      'a: &b c',
      'a: *b',
      'a: !!str b',
      'a: b\n  c',
    ],
  ])('is not sure of %j', (source) => {
    expect(parsePlainYaml(source)).toBeUndefined();
  });
});
