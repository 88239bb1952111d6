// A file that a page leads to, from the folder of the export and from nowhere else.
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { assetSizeLimit } from './source-page.ts';

/** The bytes of the file at `key` below `folder`; undefined where there is none, or a link leads out of the folder. */
export async function readFolderFile(
  folder: string,
  key: string,
): Promise<Uint8Array | 'too-large' | undefined> {
  try {
    const [top, file] = await Promise.all([realpath(folder), realpath(path.join(folder, key))]);
    const relative = path.relative(top, file);
    if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) return undefined;
    const stats = await stat(file);
    if (!stats.isFile()) return undefined;
    return stats.size > assetSizeLimit ? 'too-large' : await readFile(file);
  } catch {
    return undefined;
  }
}
