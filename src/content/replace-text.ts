// Puts a new text in the place of the one that was read, unless somebody else wrote in between.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import { writeTextAtomically } from './write-text.ts';

/**
 * Replaces `before`, the text of the file at `file` below `root` as it was read, by `after`; a byte order mark stays.
 * Raises a `Problem` where the file holds something else by now, and what the disk raises.
 */
export async function replaceText(root: string, file: string, before: string, after: string): Promise<void> {
  const absolute = path.join(root, file);
  const present = await readFile(absolute, 'utf8');
  const mark = present.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (present !== `${mark}${before}`) {
    throw new Problem(
      {
        fr: 'Fichier modifié entre-temps, laissé tel quel ; relancez la commande',
        en: 'Changed in the meantime and left as it is; run the command again',
      },
      file,
    );
  }
  await writeTextAtomically(absolute, `${mark}${after}`);
}
