// Reads a text file strictly: within a size limit and as valid UTF-8, or says why not and where.
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ReadProblem } from './document.ts';

/** Largest article that is read, in bytes (1 MiB): the longest real procedure seen is under 60 KB. */
const articleSizeLimit = 1_048_576;

interface Failure {
  readonly ok: false;
  readonly problem: ReadProblem;
}

export type TextResult = { readonly ok: true; readonly text: string } | Failure;

function fail(line: number, fr: string, en: string): Failure {
  return { ok: false, problem: { line, column: 1, wording: { fr, en } } };
}

/** Line of the first byte that is not UTF-8: where a lenient reading differs from the bytes. */
function firstBadLine(bytes: Buffer): number {
  const lenient = bytes.toString('utf8');
  let offset = 0;
  let line = 1;
  for (const character of lenient) {
    const length = Buffer.byteLength(character);
    if (character === '\uFFFD' && bytes.toString('latin1', offset, offset + 3) !== '\u00EF\u00BF\u00BD')
      return line;
    if (character === '\n') line++;
    offset += length;
  }
  return line;
}

function tooLarge(size: number): Failure {
  const mebibytes = (size / 1_048_576).toFixed(1);
  return fail(
    1,
    `Fichier inattendu de ${mebibytes} Mio, attendu : 1 Mio au plus`,
    `Unexpected file of ${mebibytes} MiB, expected at most 1 MiB`,
  );
}

/** Where every file is read into, one after the other: the largest article and one byte more, by which a larger one is known. */
let space: Buffer | undefined;

type BytesResult = { readonly ok: true; readonly bytes: Buffer } | Failure;

/**
 * The bytes of `file`, which stand until the next file is read. Waits for the disk: through the thread pool, thousands of
 * small files take three times as long.
 */
export function readBytes(file: string): BytesResult {
  space ??= Buffer.allocUnsafeSlow(articleSizeLimit + 1);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    let length = 0;
    for (let read = -1; read !== 0 && length < space.length; length += read)
      read = readSync(descriptor, space, length, space.length - length, null);
    return length > articleSizeLimit
      ? tooLarge(Math.max(length, fstatSync(descriptor).size))
      : { ok: true, bytes: space.subarray(0, length) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return fail(1, `Fichier illisible (${code})`, `Unreadable file (${code})`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The text of `file`, without a byte order mark. */
export function readText(file: string): TextResult {
  const result = readBytes(file);
  return result.ok ? decodeText(result.bytes) : result;
}

/** The text that `bytes` are in UTF-8, without a byte order mark. */
export function decodeText(bytes: Buffer): TextResult {
  // A strict TextDecoder says the same and takes five times as long.
  if (!isUtf8(bytes))
    return fail(
      firstBadLine(bytes),
      'Octet inattendu, attendu : un texte enregistré en UTF-8',
      'Unexpected byte, expected text saved as UTF-8',
    );
  const text = bytes.toString('utf8');
  return { ok: true, text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}
