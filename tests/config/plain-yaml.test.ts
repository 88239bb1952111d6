import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
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
  ])('reads %j', (source, data) => {
    expect(parsePlainYaml(source)).toEqual(data);
    expect(reference(source)).toEqual(data);
  });

  it.each([
    ...[
      '',
      '# rien\n',
      'a: 1',
      'a: true',
      'a: NULL',
      'a: b # c',
      'a: b: c',
      'a: "b\\n"',
      'a: "b" c',
      'a: [b, [c]]',
      'a: ["b, c"]',
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
