// A built site as one file to carry: the same site gives the same bytes, and what was there is replaced in one step.
import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { formatDate } from '../../site/locales/format.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { markerFile, recoverSite, siblingOf } from './swap-site.ts';

export interface ZipOptions {
  /** The base's name; the folder inside is named after it. */
  readonly name: string;
  readonly lang: string;
  /** Stands for the time of every file. */
  readonly builtOn: IsoDate;
  readonly signal?: AbortSignal | undefined;
}

/** Files that deflate does not make smaller. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|pdf|docx|xlsx|pptx|od[tsp]|zip|mp[34]|pf_\w+|pagefind)$/i;

/** The file that a site in `out` is zipped into. */
export function zipFileOf(out: string): string {
  return `${out}.zip`;
}

/** Raises a `Problem` where `file` is there and is no site that `kb` zipped: it may be all that someone has. */
export async function checkZipReplaceable(file: string): Promise<void> {
  await recoverSite(file);
  const start = await readStart(file);
  if (start === undefined || start.includes(`/${markerFile}`)) return;
  throw new Problem(
    {
      fr: 'Fichier inattendu : cette archive n’a pas été faite par « kb build --zip » ; déplacez-la, ou changez --out',
      en: 'Unexpected file: this archive was not made by `kb build --zip`; move it, or change --out',
    },
    file,
  );
}

/** The name of the first file in an archive lies in its first bytes (PKWARE APPNOTE, 4.3.7). */
async function readStart(file: string): Promise<string | undefined> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(300), 0, 300, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * Zips the site in `folder` for `file`, beside it under another name. Returns what puts it in its place. Raises the signal's reason and
 * what the disk raises; then nothing is left.
 */
export async function zipSite(
  folder: string,
  file: string,
  options: ZipOptions,
): Promise<() => Promise<void>> {
  const staging = siblingOf(file, 'staging', process.pid);
  try {
    await writeZip(folder, staging, options);
  } catch (error) {
    await rm(staging, { force: true }).catch(() => undefined);
    throw error;
  }
  return () => rename(staging, file);
}

async function writeZip(folder: string, target: string, options: ZipOptions): Promise<void> {
  const stream = createWriteStream(target);
  const written = finished(stream);
  written.catch(() => undefined);
  const zip = new Zip((error, chunk, final) => {
    if (error) stream.destroy(error);
    else stream.write(chunk);
    if (final) stream.end();
  });
  const inside = folderName(options.name);
  const [year = 1980, month = 1, day = 1] = options.builtOn.split('-').map(Number);
  // Archives hold local times without a zone, so these numbers are the same everywhere. They begin in 1980.
  const mtime = new Date(Math.max(year, 1980), month - 1, day, 12);
  const add = (name: string, bytes: Uint8Array) => {
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    entry.push(bytes, true);
  };
  try {
    for (const name of await listInOrder(folder)) {
      add(`${inside}/${name}`, await readFile(path.join(folder, name)));
      options.signal?.throwIfAborted();
      if (stream.writableNeedDrain) await Promise.race([drained(stream), written]);
      else await nextTurn();
    }
    const [name, text] = readMe(options);
    add(`${inside}/${name}`, new TextEncoder().encode(text.replaceAll('\n', '\r\n')));
    zip.end();
    await written;
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve));
}

/** Every file below `folder`, the marker first: it tells what the archive is. */
async function listInOrder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return [markerFile, ...files.filter((file) => file !== markerFile).sort()];
}

/** A name that every system takes for a folder. */
function folderName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return plain === '' ? 'kb' : plain;
}

function readMe({ name, lang, builtOn }: ZipOptions): readonly [file: string, text: string] {
  if (lang.toLowerCase().split('-')[0] === 'fr')
    return [
      'LISEZMOI.txt',
      `${name}
Version du ${formatDate(builtOn, 'fr')}

1. Décompressez toute l’archive (clic droit, «\u00a0Extraire tout\u00a0»)\u00a0: ouverte dans l’archive,
   une page ne trouve pas les autres.
2. Ouvrez index.html dans le dossier obtenu\u00a0: il s’affiche dans le navigateur, sans connexion.
`,
    ];
  return [
    'README.txt',
    `${name}
Version of ${formatDate(builtOn, 'en')}

1. Unpack the whole archive (right click, “Extract all”): opened inside the archive, a page does not
   find the others.
2. Open index.html in the folder that you get: it shows in the browser, without a connection.
`,
  ];
}
