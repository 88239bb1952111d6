// Pictures on a disk are weighed and measured, whatever they hold.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { readMediaFacts } from '../../src/content/read-media-facts.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { exampleConfig } from '../support/memory-base.ts';

let root: string;
const put = (file: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};
const putArticle = (id: string, body: string) => put(`content/${id}.md`, exampleArticle({ id }, `${body}\n`));

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kb-media-'));
  put('kb.config.yaml', exampleConfig);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function bytes(...parts: readonly (string | readonly number[])[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
}
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 65_535)];
const box = (name: string, ...content: readonly (string | readonly number[])[]) => {
  const inner = bytes(...content);
  return bytes(big32(inner.length + 8), name, [...inner]);
};

const png = (width: number, height: number) =>
  bytes([0x89], 'PNG\r\n\u001a\n', big32(13), 'IHDR', big32(width), big32(height), [8, 2, 0, 0, 0], big32(0));
const gif = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00], [0, 0, 0]);
const webp = bytes(
  'RIFF',
  [30, 0, 0, 0],
  'WEBPVP8X',
  [10, 0, 0, 0],
  [0, 0, 0, 0],
  [0xff, 3, 0],
  [0xff, 1, 0],
);
const avif = bytes(
  [...box('ftyp', 'avif', [0, 0, 0, 0], 'mif1')],
  [
    ...box(
      'meta',
      [0, 0, 0, 0],
      [...box('iprp', [...box('ipco', [...box('ispe', big32(0), big32(640), big32(480))])])],
    ),
  ],
);
const segment = (marker: number, content: Buffer) =>
  bytes([0xff, marker], big16(content.length + 2), [...content]);
/** A JPEG with `segments` before its size. */
const jpeg = (width: number, height: number, ...segments: readonly Buffer[]) => {
  const start = segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));
  const frame = segment(0xc0, bytes([8], big16(height), big16(width), [1, 1, 0x11, 0]));
  return Buffer.concat([bytes([0xff, 0xd8]), start, ...segments, frame, bytes([0xff, 0xd9])]);
};
/** Exif that says in which way the photo was held. */
const orientation = (value: number) =>
  segment(
    0xe1,
    bytes(
      'Exif\0\0MM',
      big16(42),
      big32(8),
      big16(1),
      big16(274),
      big16(3),
      big32(1),
      big16(value),
      [0, 0],
      big32(0),
    ),
  );
const padding = segment(0xe2, Buffer.alloc(40_000, 0x20));

describe('reading what pictures weigh and measure', () => {
  it('weighs and measures every kind of picture that a page may show', async () => {
    const pictures: Record<string, Buffer | string> = {
      'a.png': png(1200, 800),
      'b.gif': gif,
      'c.webp': webp,
      'd.avif': avif,
      'e.jpg': jpeg(300, 200),
      'f.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><rect width="9" height="9"/></svg>',
    };
    for (const [name, content] of Object.entries(pictures)) put(`content/images/${name}`, content);
    putArticle(
      'a',
      Object.keys(pictures)
        .map((name) => `![Une image](images/${name})`)
        .join('\n'),
    );
    const facts = await readMediaFacts(await readKnowledgeBase(root));
    const size = (name: string) => ({ bytes: pictures[name]?.length });
    expect(Object.fromEntries(facts)).toEqual({
      'content/images/a.png': { ...size('a.png'), width: 1200, height: 800 },
      'content/images/b.gif': { ...size('b.gif'), width: 320, height: 240 },
      'content/images/c.webp': { ...size('c.webp'), width: 1024, height: 512 },
      'content/images/d.avif': { ...size('d.avif'), width: 640, height: 480 },
      'content/images/e.jpg': { ...size('e.jpg'), width: 300, height: 200 },
      'content/images/f.svg': { ...size('f.svg'), width: 90, height: 60 },
    });
  });

  it('finds the size of a photo behind its metadata, and turns a photo that was taken upright', async () => {
    put('content/far.jpg', jpeg(4032, 3024, padding, padding));
    put('content/upright.jpg', jpeg(4032, 3024, orientation(6)));
    putArticle('a', '![Le colis](far.jpg) ![Son dessous](upright.jpg)');
    const facts = await readMediaFacts(await readKnowledgeBase(root));
    expect(facts.get('content/far.jpg')).toMatchObject({ width: 4032, height: 3024 });
    expect(facts.get('content/upright.jpg')).toMatchObject({ width: 3024, height: 4032 });
  });

  it('gives the weight alone of what has no size that it can make out', async () => {
    put('content/empty.png', '');
    put('content/text.png', 'pas une image');
    put('content/cut.png', png(10, 10).subarray(0, 14));
    put('content/cut.jpg', jpeg(4032, 3024, padding).subarray(0, 20_000));
    put('content/late.jpg', jpeg(4032, 3024, ...Array.from({ length: 8 }, () => padding)));
    put('content/wide.svg', '<svg width="100%"/>');
    // What a picture’s size is looked for with must not be slow on any text.
    put('content/long.svg', `<svg x='${' width="'.repeat(200_000)}'/>`);
    const names = ['empty.png', 'text.png', 'cut.png', 'cut.jpg', 'late.jpg', 'wide.svg', 'long.svg'];
    putArticle('a', names.map((name) => `![Une image](${name})`).join('\n'));
    const facts = await readMediaFacts(await readKnowledgeBase(root));
    expect([...facts.keys()].sort()).toEqual(names.map((name) => `content/${name}`).sort());
    expect([...facts.values()].every((fact) => Object.keys(fact).join() === 'bytes')).toBe(true);
    expect(facts.get('content/empty.png')).toEqual({ bytes: 0 });
  });

  it('leaves out what is gone, what is no picture of the base, and what no document shows', async () => {
    put('content/gone.png', png(10, 10));
    put('content/folder.png', png(10, 10));
    put('content/unseen.png', png(10, 10));
    put('content/price.pdf', 'x');
    putArticle(
      'a',
      '![a](gone.png) ![b](folder.png) ![c](never.png) ![d](price.pdf) ![e](https://mirandelle.example/e.png) ![f](b.md)',
    );
    putArticle('b', '[L’image](unseen.png), `![Image](unseen.png)`');
    const base = await readKnowledgeBase(root);
    rmSync(path.join(root, 'content/gone.png'));
    rmSync(path.join(root, 'content/folder.png'));
    mkdirSync(path.join(root, 'content/folder.png'));
    expect([...(await readMediaFacts(base)).keys()]).toEqual([]);
  });

  it('follows addresses as pages do: encoded, by reference, through a link in the folder, once for many uses', async () => {
    put('content/images/vue d’été.png', png(30, 20));
    symlinkSync('vue d’été.png', path.join(root, 'content/images/lien.png'));
    putArticle('a', '![Vue](images/vue%20d’été.png) ![Vue](<images/vue d’été.png> "Vue")');
    putArticle('sous/b', '![Vue][v]\n\n[v]: ../images/lien.png');
    const facts = await readMediaFacts(await readKnowledgeBase(root));
    expect([...facts.keys()]).toEqual(['content/images/lien.png', 'content/images/vue d’été.png']);
    expect([...facts.values()]).toEqual(Array(2).fill({ bytes: 33, width: 30, height: 20 }));
  });

  it('looks only at the pictures of the documents that it is asked for', async () => {
    put('content/a.png', png(10, 10));
    put('content/b.png', png(20, 20));
    putArticle('a', '![A](a.png)');
    putArticle('b', '![B](b.png)');
    const base = await readKnowledgeBase(root);
    const facts = await readMediaFacts(base, new Set(['content/b.md']));
    expect([...facts.keys()]).toEqual(['content/b.png']);
    expect(await readMediaFacts(base, new Set())).toEqual(new Map());
  });
});
