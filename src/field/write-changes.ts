// Writes the field's files: each in one step, never through a link, never over what was changed since it was read.
import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { checkFolderWay } from '../content/check-folder-way.ts';
import { replaceText } from '../content/replace-text.ts';
import { writeTextAtomically } from '../content/write-text.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';
import type { FileChange } from './ledger.ts';

/** How many files are written at a time: each waits for the disk. */
const lanes = 16;

async function writeChange(root: string, { path: file, before, after }: FileChange): Promise<void> {
  const target = path.join(root, file);
  const stats = await lstat(target).catch(() => undefined);
  if (before === undefined ? stats !== undefined : !stats?.isFile()) {
    throw new Problem(
      {
        fr: 'Fichier ou lien inattendu à cet endroit, laissé tel quel',
        en: 'Unexpected file or link in this place, left as it is',
      },
      file,
    );
  }
  if (before === undefined) await writeTextAtomically(target, after);
  else await replaceText(root, file, before, after);
}

/** Writes `changes` below `root`. Raises a `Problem` at the first that can't be written; what was written by then is whole, and stays. */
export async function writeChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const folders = new Set(changes.map(({ path: file }) => path.posix.dirname(file)));
  for (const folder of folders) {
    await checkFolderWay(root, '.', folder);
    await asProblem(folder, () => mkdir(path.join(root, folder), { recursive: true }));
  }
  const waiting = [...changes];
  const lane = async () => {
    for (let change = waiting.shift(); change; change = waiting.shift()) {
      const next = change;
      await asProblem(next.path, () => writeChange(root, next));
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    // After a failure the other lanes end with the file in hand.
    waiting.length = 0;
  }
}

async function asProblem(place: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw writeProblem(place, cause);
  }
}
