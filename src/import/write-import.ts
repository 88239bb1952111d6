// Puts the files of an import into the base as one new folder: written aside, then renamed, so that there is all of it or nothing.
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { findExisting, nothingKept, writeNewFiles } from '../authoring/write-new-files.ts';
import { isAlive } from '../content/is-alive.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';
import type { ArticlesPlan } from './plan-articles.ts';

/** Raises a `Problem` where `folder`, below `root`, is there already. */
export async function checkFolderIsNew(root: string, folder: string): Promise<void> {
  if ((await findExisting(root, [folder])).size === 0) return;
  throw new Problem(
    {
      fr: 'Dossier déjà présent, attendu : un dossier nouveau (--in), car un import n’ajoute rien à ce qui est là',
      en: 'Unexpected folder that exists already, expected a new one (--in): an import adds nothing to what is there',
    },
    folder,
  );
}

/** Takes away what imports left in `parent` that were killed. No command reads a folder whose name begins with a dot. */
async function removeRemains(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /^\.kb-import-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

/**
 * Writes `files` into `folder` below `root`, which must not be there. Raises a `Problem` where the disk refuses, and the
 * signal's reason; then nothing is left.
 */
export async function writeImport(
  root: string,
  folder: string,
  files: ArticlesPlan['files'],
  signal: AbortSignal,
): Promise<void> {
  const target = path.join(root, folder);
  const parent = path.dirname(target);
  await mkdir(parent, { recursive: true });
  await removeRemains(parent);
  const staging = path.join(parent, `.kb-import-${process.pid}`);
  try {
    await writeNewFiles(staging, files);
    signal.throwIfAborted();
    await checkFolderIsNew(root, folder);
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (error instanceof Problem || signal.aborted) throw error;
    throw writeProblem(folder, error, nothingKept);
  }
}
