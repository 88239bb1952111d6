// Writes a flowchart's picture to the files that `kb flow` was given, over earlier pictures but over nothing else.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeTextAtomically } from '../content/write-text.ts';
import { exportPicture, type PictureFormat, pictureFormats } from '../flow/export-picture.ts';
import { renderPictures } from '../flow/render-pictures.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';
import { pictureCache } from '../publish/draw-flowcharts.ts';
import type { Host } from './host.ts';

/** Format → file, as typed. */
export type PictureFiles = { readonly [Format in PictureFormat]?: string | undefined };

/** What a file of each kind begins with. */
const beginnings: Readonly<Record<PictureFormat, string>> = { svg: '<svg', png: '\x89PNG', pdf: '%PDF-' };

export interface PictureSource {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** Folder of the base, whose picture cache is used. */
  readonly root: string | undefined;
}

/** The formats that `files` asks for. */
export function askedFormats(files: PictureFiles): PictureFormat[] {
  return pictureFormats.filter((format) => files[format] !== undefined);
}

/** Raises a `Problem` where `file` exists and is no picture of this format: a slip of the pen must not cost an article. */
async function checkTarget(file: string, shown: string, format: PictureFormat): Promise<void> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw writeProblem(shown, error);
  });
  try {
    const expected = beginnings[format];
    const { buffer, bytesRead } = (await handle?.read(Buffer.alloc(expected.length))) ?? { bytesRead: 0 };
    if (bytesRead === 0 || buffer?.toString('latin1') === expected) return;
  } catch (error) {
    throw writeProblem(shown, error);
  } finally {
    await handle?.close();
  }
  throw new Problem(
    {
      fr: `Fichier présent qui n’est pas une image ${format.toUpperCase()}, attendu : un autre nom`,
      en: `Unexpected file that is no ${format.toUpperCase()} picture, expected another name`,
    },
    shown,
  );
}

/** The flowchart's picture, from the cache of the base or drawn. Raises a `Problem` where it can't be drawn. */
async function readPicture({ code, root }: PictureSource, host: Host): Promise<string> {
  const temporary = root === undefined ? await mkdtemp(path.join(tmpdir(), 'kb-flow-')) : undefined;
  try {
    const cacheDir = path.join(root ?? temporary ?? '', pictureCache);
    const [picture] = await renderPictures([code], { cacheDir, signal: host.signal });
    if (picture?.ok) return picture.svg;
    throw new Problem(picture?.message ?? { fr: 'Logigramme absent', en: 'No flowchart' });
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

/** Draws `source` and writes it to `files`, each in one step. Raises a `Problem` where that can't be done; nothing is written then. */
export async function writePictures(source: PictureSource, files: PictureFiles, host: Host): Promise<void> {
  const formats = askedFormats(files);
  const targets = formats.map((format) => {
    const shown = files[format] ?? '';
    return { format, shown, file: path.resolve(host.cwd, shown) };
  });
  for (const { file, shown, format } of targets) await checkTarget(file, shown, format);
  const svg = await readPicture(source, host);
  const pictures = await exportPicture(svg, formats, { name: source, signal: host.signal });
  for (const { format, file, shown } of targets) {
    const picture = pictures.get(format);
    if (picture === undefined) continue;
    await writeTextAtomically(file, picture).catch((error: unknown) => {
      throw writeProblem(shown, error);
    });
  }
}
