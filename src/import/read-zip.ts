// Reads an archive that anybody may have made: every entry judged by name and size before a byte of it is unpacked, and nothing unpacked to a disk.
import { crc32, inflateRawSync } from 'node:zlib';
import { deviceNames } from '../authoring/plan-names.ts';
import { Problem } from '../model/problem.ts';
import type { Wording } from '../model/wording.ts';

export interface ZipLimits {
  /** Most entries. */
  readonly entries: number;
  /** Most bytes of all entries together, unpacked. */
  readonly bytes: number;
}

/** Bytes of an entry by its name, with `/` and in Unicode's composed form (NFC). Folders are left out. */
export interface ZipEntries {
  readonly names: readonly string[];
  /** Bytes of all entries together, as the archive announces them: no more is ever unpacked. */
  readonly bytes: number;
  /** The entry's bytes; undefined where there is none of the name. Raises a `Problem` where they are not what the archive says. */
  readonly read: (name: string) => Buffer | undefined;
}

/** An entry of the central directory (PKWARE APPNOTE 6.3.10, 4.3.12). */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly mode: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const longestComment = 0xffff;

/** Longest path, in UTF-16 code units: what most disks take. */
const longestName = 1000;
const deepestFolder = 40;

/** Unpacked bytes for one packed byte: text stays below 20, deflate itself ends at 1032 (RFC 1951). */
const mostRatio = 200;
/** Entries below this many bytes may be packed as well as they like. */
const smallEntry = 1_048_576;

function refuse(place: string, fr: string, en: string): Problem {
  const wording: Wording = { fr: `Archive refusée : ${fr}`, en: `Archive refused: ${en}` };
  return new Problem(wording, place);
}

function broken(place: string): Problem {
  return refuse(place, 'fichier abîmé ou qui n’est pas une archive ZIP', 'damaged, or no ZIP archive');
}

function findEnd(bytes: Buffer, place: string): number {
  const first = Math.max(0, bytes.length - endSize - longestComment);
  for (let at = bytes.length - endSize; at >= first; at--) if (bytes.readUInt32LE(at) === endMark) return at;
  throw broken(place);
}

function readDirectory(bytes: Buffer, limits: ZipLimits, place: string): Entry[] {
  const end = findEnd(bytes, place);
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0xffff || bytes.readUInt32LE(end + 16) === 0xffffffff)
    throw refuse(place, 'format ZIP64, attendu : moins de 4 Gio', 'ZIP64 format, expected less than 4 GiB');
  if (count > limits.entries)
    throw refuse(
      place,
      `${count} fichiers, attendu : ${limits.entries} au plus`,
      `${count} files, expected at most ${limits.entries}`,
    );
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw broken(place);
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: bytes.toString('utf8', at + entrySize, at + entrySize + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
      offset: bytes.readUInt32LE(at + 42),
    });
    at += entrySize + nameLength + extra + comment;
  }
  return entries;
}

/** The name as it is used. Raises a `Problem` on one that leads out, or that some disk takes for another. */
function checkName(raw: string, place: string): string {
  const name = raw.replaceAll('\\', '/').normalize('NFC');
  const parts = name.replace(/\/$/, '').split('/');
  const odd =
    name.length > longestName ||
    parts.length > deepestFolder ||
    /^[a-z]:/i.test(name) ||
    /[\p{Cc}\uFFFD]/u.test(name) ||
    parts.some(
      (part) =>
        part === '' ||
        part === '.' ||
        part === '..' ||
        deviceNames.test(part.replace(/\..*$/s, '').toLowerCase()),
    );
  if (!odd) return name;
  const shown = JSON.stringify(raw.slice(0, 80));
  throw refuse(
    place,
    `nom inattendu ${shown}, attendu : un chemin sans « .. » dans l’archive`,
    `unexpected name ${shown}, expected a path within the archive, without \`..\``,
  );
}

function checkEntry({ flags, method, mode, packed, size }: Entry, name: string, place: string): void {
  const at = `${place} › ${name}`;
  // The upper half holds Unix's file type; 0o120000 is a symbolic link.
  if ((mode & 0o170000) === 0o120000) throw refuse(at, 'lien symbolique', 'symbolic link');
  if ((flags & 1) !== 0) throw refuse(at, 'fichier chiffré', 'encrypted file');
  if (method !== 0 && method !== 8)
    throw refuse(at, `compression inconnue (${method})`, `unknown compression (${method})`);
  if (size > smallEntry && size > packed * mostRatio)
    throw refuse(at, 'taille annoncée hors de proportion', 'announced size out of proportion');
}

function unpack(bytes: Buffer, { offset, method, packed, size, crc }: Entry, at: string): Buffer {
  try {
    if (bytes.readUInt32LE(offset) !== localMark) throw broken(at);
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const data = bytes.subarray(start, start + packed);
    // Whatever the entry announces, no more than that is unpacked.
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    if (content.length === size && crc32(content) === crc) return content;
  } catch {
    // Told below: a length that leads out of the archive, and more data than announced.
  }
  throw broken(at);
}

/** Opens the archive in `bytes`, called `place` in messages. Raises a `Problem` on one that is damaged or hostile. */
export function openZip(bytes: Buffer, place: string, limits: ZipLimits): ZipEntries {
  const entries = new Map<string, Entry>();
  const folded = new Set<string>();
  let total = 0;
  let directory: Entry[];
  try {
    directory = readDirectory(bytes, limits, place);
  } catch (error) {
    // A directory that is cut off: the next field would lie behind the end.
    if (error instanceof RangeError) throw broken(place);
    throw error;
  }
  for (const entry of directory) {
    const name = checkName(entry.name, place);
    checkEntry(entry, name, place);
    total += entry.size;
    if (total > limits.bytes) {
      const most = Math.round(limits.bytes / 1_048_576);
      throw refuse(place, `plus de ${most} Mio une fois décompressée`, `more than ${most} MiB once unpacked`);
    }
    if (name.endsWith('/')) continue;
    if (folded.has(name.toLowerCase()))
      throw refuse(`${place} › ${name}`, 'deux fichiers du même nom', 'two files of the same name');
    folded.add(name.toLowerCase());
    entries.set(name, entry);
  }
  return {
    names: [...entries.keys()],
    bytes: total,
    read: (name) => {
      const entry = entries.get(name);
      return entry && unpack(bytes, entry, `${place} › ${name}`);
    },
  };
}
