// Archives from anybody: what is sound is read, what could hurt is refused before it is unpacked.
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../src/import/read-zip.ts';
import { Problem } from '../../src/model/problem.ts';

const limits = { entries: 10, bytes: 4 * 1_048_576 };
const open = (files: Zippable, change: (bytes: Buffer) => void = () => undefined) => {
  const bytes = Buffer.from(zipSync(files));
  change(bytes);
  return openZip(bytes, 'a.zip', limits);
};
const text = strToU8('texte');

describe('an archive', () => {
  it('gives each file by its name', () => {
    const zip = open({ 'a/b.txt': text, 'c.txt': [strToU8('plain'), { level: 0 }], 'd/': new Uint8Array() });
    expect(zip.names).toEqual(['a/b.txt', 'c.txt']);
    expect(zip.read('a/b.txt')?.toString()).toBe('texte');
    expect(zip.read('c.txt')?.toString()).toBe('plain');
    expect(zip.read('none')).toBeUndefined();
  });

  it.each([
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:/a',
    '..\\a',
    'a//b',
    'nul.txt',
    'a/COM1',
    'a\u0000b',
    './a',
  ])('is refused with the name %j', (name) => {
    expect(() => open({ [name]: text })).toThrow(/expected a path within the archive/);
  });

  it('is refused with two files that some disks take for one', () => {
    expect(() => open({ 'A.txt': text, 'a.TXT': text })).toThrow(/two files of the same name/);
    expect(() => open({ 'é.txt': text, 'e\u0301.txt': text })).toThrow(/two files of the same name/);
  });

  it('is refused with a symbolic link', () => {
    expect(() => open({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })).toThrow(
      /symbolic link/,
    );
  });

  it('is refused as a bomb before anything is unpacked', () => {
    expect(() => open({ a: new Uint8Array(3 * 1_048_576) })).toThrow(/out of proportion/);
    const noise = Uint8Array.from({ length: 1_048_577 }, (_, index) => (index * 2_654_435_761) >>> 13);
    expect(() => open(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, noise])))).toThrow(
      /more than 4 MiB/,
    );
    expect(() => open(Object.fromEntries([...'abcdefghijk'].map((name) => [name, text])))).toThrow(
      /11 files/,
    );
  });

  it('unpacks no more than it announces', () => {
    const zip = open({ a: new Uint8Array(900_000) }, (bytes) => {
      // The size in the central directory (APPNOTE 4.3.12), made small.
      bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    });
    expect(() => zip.read('a')).toThrow(/damaged/);
  });

  it('that is damaged in any way raises a problem and nothing else', () => {
    const whole = Buffer.from(zipSync({ 'a.txt': text, 'b/c.txt': strToU8('x'.repeat(500)) }));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        const bytes = Buffer.from(whole.subarray(0, length));
        if (at < length) bytes[at] = byte;
        try {
          const zip = openZip(bytes, 'a.zip', limits);
          for (const name of zip.names) zip.read(name);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 500 },
    );
  });
});
