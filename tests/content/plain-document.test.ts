// The short way of reading a file gives what the long way gives, wherever it is taken at all.
import { createHash } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { articleSchema } from '../../src/content/article-schema.ts';
import { toByteText } from '../../src/content/byte-text.ts';
import { computeDigest } from '../../src/content/digest.ts';
import type { Document } from '../../src/content/document.ts';
import type { Fragment } from '../../src/content/fragments.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../../src/content/parse-document.ts';
import { readPlainDocument } from '../../src/content/plain-document.ts';
import { readPlainFields } from '../../src/content/plain-fields.ts';
import { noVariables } from '../../src/model/variable.ts';
import { projectRoot, readMarkdownFiles } from '../support/corpora.ts';

const { parse } = await loadMarkdownParser();
const config = parseConfig(
  'name: Base\nlang: fr\ntimezone: Europe/Paris\nowners: { a: { name: { fr: A } } }\n',
);
const file = 'content/dossier/a.md';

/** All that a document says of itself. */
function told(document: Document) {
  // Taken out of the document, as rules do.
  const { fieldPlace, parseBody, parseReading, peekBody, peekBytes } = document;
  return {
    path: document.path,
    text: document.text,
    body: document.body,
    peeked: peekBody(),
    bytes: peekBytes(),
    problems: document.problems,
    issues: document.issues,
    data: document.data,
    included: [...document.included],
    article: document.article,
    titlePlace: fieldPlace('title'),
    tagPlace: fieldPlace('tags', 0),
    markdown: document.markdown,
    tree: parseBody(),
    reading: parseReading(),
  };
}

/** What the short way says of `text`, after it was held to what the long way says. */
function readBoth(text: string): Document | undefined {
  const bytes = Buffer.from(text);
  const short = readPlainDocument(file, bytes, config, parse);
  if (!short) return undefined;
  const again = readPlainDocument(file, bytes, config, parse);
  // The bytes may be written over as soon as the file was read.
  bytes.fill('x');
  expect(again?.peekBytes()).toBe(toByteText(short.body));
  expect(again?.peekBody()).toBe(short.body);
  expect(told(short)).toStrictEqual(told(parseDocument(file, text, config, parse, nothingShared)));
  return short;
}

const sample = readMarkdownFiles(path.join(projectRoot, 'content')).map(({ text }) => text);
const header = 'id: a\ntitle: Colis en retard\ntype: faq\nowner: a\ntags: [un, deux]';
const article = (body: string, more = '') => `---\n${header}\n${more}---\n${body}`;

describe('the short way of a file', () => {
  it('is taken by nearly all of the sample base, and gives what the long way gives', () => {
    const taken = sample.filter((text) => readBoth(text) !== undefined);
    expect(taken.length / sample.length).toBeGreaterThan(0.6);
  });

  it('gives what the long way gives of articles in which chance changed something, wherever it is taken', () => {
    const pieces = fc.constantFrom(
      ...['\r', '\r\n', '\n', '---', '\n---\n', '\n--- \n', '\uFEFF', '\u00A0', '\u2028', ' ', '"', '\\'],
      ...['é', '«', '»', '“', '\uFFFD', '⚠️', '😀', '\t', '\0', '\u007F', '::include{id=a}', 'é: [', ': ', ''],
    );
    const edits = fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 4 }), put: pieces }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(...sample), fc.boolean(), edits, (text, atEnds, changes) => {
        let changed = text.slice(0, 1500);
        for (const { at, cut, put } of changes) {
          const bodyStart = changed.indexOf('\n---\n', 3) + 5;
          const spot = atEnds ? [bodyStart, changed.length][at % 2] : at % changed.length;
          changed = changed.slice(0, spot) + put + changed.slice((spot ?? 0) + cut);
        }
        readBoth(Buffer.from(changed).toString());
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a letter of French at both ends', 'À lire.\n\nVoilà'],
    ['an empty body', ''],
    ['a body of nothing but blank lines', '\n \n\t\n'],
    ['quotation marks and backslashes', 'Un « mot », un "autre", un \\ et une fin.'],
  ])('is taken with %s', (_, body) => {
    expect(readBoth(article(body))).toBeDefined();
  });

  it.each([
    ['a byte order mark', `\uFEFF${article('Texte.')}`],
    ['carriage returns', article('Texte.\r\n')],
    ['an include', article('::include{id=b}\n')],
    ['an unknown key', article('Texte.', 'tag: x\n')],
    ['an impossible day', article('Texte.', 'expires: 2026-02-30\n')],
    ['a no-break space at the end', article('Texte.\u00A0')],
    ['a line separator at the start', article('\u2028Texte.')],
    ['a closer with a space after it', `---\n${header}\n--- \nTexte.\n`],
    ['no closer', `---\n${header}\n`],
    ['no keys', '---\n---\nTexte.\n'],
  ])('is not taken with %s', (_, text) => {
    expect(readBoth(text)).toBeUndefined();
  });

  it('is not taken by bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(article('Texte ')), Buffer.from([0xe9, 0x0a])]);
    expect(readPlainDocument(file, bytes, config, parse)).toBeUndefined();
  });
});

describe('fields read without the schema', () => {
  const plainText = fc.constantFrom('a', ' a ', '', ' ', 'procedure', 'faq', 'draft', 'published', 'index');
  const day = fc.constantFrom('2026-02-28', '2026-02-29', '2026-2-1', '0000-01-01');
  const validation = fc.record(
    { by: plainText, on: day, digest: plainText, more: plainText },
    { requiredKeys: [] },
  );
  const value = fc.oneof(
    plainText,
    day,
    fc.array(plainText, { maxLength: 3 }),
    validation,
    fc.constantFrom(null, 3, true),
  );
  const keys = Object.keys(articleSchema.shape);
  const sound = { id: 'a', title: 'A', type: 'faq', owner: 'a' };

  it('are what the schema gives, wherever they are read', () => {
    let read = 0;
    const extra = fc.dictionary(fc.constantFrom(...keys, 'tag', 'constructor'), value, { maxKeys: 4 });
    fc.assert(
      fc.property(extra, fc.subarray(Object.keys(sound)), (more, dropped) => {
        const kept = Object.entries(sound).filter(
          ([key]) => !dropped.includes(key) || more[key] !== undefined,
        );
        const data = { ...Object.fromEntries(kept), ...more };
        const fields = readPlainFields(data);
        if (fields === undefined) return;
        read++;
        const result = articleSchema.safeParse(data);
        expect(fields).toStrictEqual(result.data);
        expect(fields).toStrictEqual(result.data);
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(20);
  });

  it('are read wherever the schema has nothing against plain ones', () => {
    const all = {
      ...sound,
      lang: 'fr',
      summary: ' S ',
      audience: ['internal'],
      reasons: ['a.b'],
      tags: [],
      keywords: ['mot'],
      effective: '2026-01-01',
      expires: '2026-12-31',
      reviewed: '2026-01-02',
      validation: { by: 'Claire', on: '2026-01-03', digest: 'sha256:0' },
      status: 'archived',
      replaces: ['b'],
      replaced_by: 'c',
      formerly: ['d'],
    };
    expect(readPlainFields(all)).toStrictEqual(articleSchema.parse(all));
  });
});

describe('the digest', () => {
  /** The contract: SHA-256 of the canonical form as `JSON.stringify` writes it. */
  function byContract(title: string, body: string, fragment: string | null | undefined): string {
    const canonicalText = (text: string) => text.replace(/\r\n?/g, '\n').trim();
    const rest = fragment === undefined ? [] : [[['b', fragment && canonicalText(fragment)]]];
    const facts = ['kb-article/1', title, 'faq', ['a', 'b'], [], null, '2026-12-31'];
    const canonical = JSON.stringify([...facts, canonicalText(body), ...rest]);
    return `sha256:${createHash('sha256').update(canonical).digest('hex')}`;
  }

  it('is that of the canonical form, of any text whatever, half surrogate pairs included', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(0x0a, 0x0d, 0x22, 0x5c, 0xd83d, 0xde00, 0xfeff, 0xfffd, 0x2028),
    );
    const text = fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units));
    const fragment = fc.oneof(fc.constantFrom(undefined, null), text);
    fc.assert(
      fc.property(text, text, fragment, (title, body, content) => {
        const fields = {
          title,
          type: 'faq',
          audience: ['b', 'a'],
          reasons: [],
          expires: '2026-12-31',
        } as never;
        const found: Fragment | undefined =
          typeof content === 'string'
            ? { id: 'b', path: 'fragments/b.md', content: { ok: true, text: content } }
            : undefined;
        const included = new Map(content === undefined ? [] : [['b', found]]);
        // An empty fragment is one that there is.
        expect(computeDigest(fields, body, included, noVariables)).toBe(
          byContract(title, body, content === '' ? '' : content),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is that of the canonical form of a text longer than any article', () => {
    const body = 'Une ligne « parmi » d’autres.\n'.repeat(60_000);
    const fields = {
      title: 'T',
      type: 'faq',
      audience: ['a', 'b'],
      reasons: [],
      expires: '2026-12-31',
    } as never;
    expect(computeDigest(fields, body, new Map(), noVariables)).toBe(byContract('T', body, undefined));
  });
});
