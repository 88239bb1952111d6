// HTML files of the disk → an export: each file a page, and the files beside them, as far as they lie in the same folder.
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../content/read-text.ts';
import { Problem } from '../model/problem.ts';
import { parseHtmlPage } from './html-page.ts';
import { readFolderFile } from './read-folder-file.ts';
import { readSourceFile } from './read-source-file.ts';
import { resolveAddress } from './resolve-address.ts';
import type { Source, SourcePage } from './source-page.ts';

/** Largest HTML file that is read, in bytes (16 MiB): pictures may lie within it. */
const largestPage = 16 * 1_048_576;

/** The deepest folder that holds all `files` (absolute paths). */
function commonFolder(files: readonly string[]): string {
  const [first = [], ...rest] = files.map((file) => path.dirname(file).split(path.sep));
  const same = (index: number) => rest.every((names) => names[index] === first[index]);
  const depth = [...first].findIndex((_, index) => !same(index));
  return (depth === -1 ? first : first.slice(0, depth)).join(path.sep) || path.sep;
}

async function readPage(file: string, shown: string, folder: string): Promise<SourcePage> {
  const decoded = decodeText(await readSourceFile(file, shown, largestPage));
  if (!decoded.ok) throw new Problem(decoded.problem.wording, `${shown}:${decoded.problem.line}`);
  const page = parseHtmlPage(decoded.text);
  if (!page) {
    throw new Problem(
      {
        fr: 'Éléments imbriqués sur plus de 400 niveaux, attendu : moins',
        en: 'Unexpected elements nested more than 400 deep, expected fewer',
      },
      shown,
    );
  }
  const key = path.relative(folder, file).split(path.sep).join('/');
  return {
    ...page,
    place: shown,
    key,
    folder: path.posix
      .dirname(key)
      .split('/')
      .filter((name) => name !== '.'),
  };
}

/** Reads `files`, as typed in `cwd`. Raises a `Problem` at the first that can't be read. */
export async function readHtml(files: readonly string[], cwd: string): Promise<Source> {
  const real = await Promise.all(
    files.map((file) =>
      realpath(path.resolve(cwd, file)).catch((cause: NodeJS.ErrnoException) => {
        throw new Problem(
          { fr: `Fichier illisible (${cause.code})`, en: `Unreadable file (${cause.code})` },
          file,
          cause,
        );
      }),
    ),
  );
  const named = new Map(real.map((file, index) => [file, files[index] ?? file]));
  const folder = commonFolder([...named.keys()]);
  const pages: SourcePage[] = [];
  for (const [file, shown] of named) pages.push(await readPage(file, shown, folder));
  return {
    pages,
    keyOf: (address, page) => resolveAddress(address, page.key),
    readAsset: (key) => readFolderFile(folder, key),
    remarks: [],
  };
}
