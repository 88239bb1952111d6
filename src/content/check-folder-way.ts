// Keeps what is written inside the base: no symbolic link on the way to a folder is followed.
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';

/** Raises a `Problem` where a symbolic link or a file stands on the way from `from` (not looked at itself) down to `folder`, both relative to `root`. */
export async function checkFolderWay(root: string, from: string, folder: string): Promise<void> {
  const names = path.relative(from, folder).split(path.sep).filter(Boolean);
  for (const depth of names.keys()) {
    const step = path.join(from, ...names.slice(0, depth + 1));
    const stats = await lstat(path.join(root, step)).catch(() => undefined);
    if (stats === undefined) return;
    if (stats.isDirectory()) continue;
    throw new Problem(
      {
        fr: 'Fichier ou lien symbolique inattendu, attendu : un dossier de la base elle-même',
        en: 'Unexpected file or symbolic link, expected a folder of the knowledge base itself',
      },
      step,
    );
  }
}
