// Writes files that must not be there yet: all of them, or none where the disk refuses one.
import { lstat, mkdir, open, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Wording } from '../model/wording.ts';
import { writeProblem } from '../model/write-problem.ts';

/** A file to write: its path below the folder that is meant, with `/`, and its text, or the bytes of a file of another kind. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** Of what was to be written together. */
export const nothingKept: Wording = { fr: 'rien n’a été gardé', en: 'nothing was kept' };

/** Makes `folder` with its parents and says which folders are new, outermost first. */
async function makeFolder(folder: string): Promise<string[]> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return [];
  const steps = path.relative(first, folder).split(path.sep).filter(Boolean);
  return [first, ...steps.map((_, depth) => path.join(first, ...steps.slice(0, depth + 1)))];
}

/** The paths among `paths` at which `root` already holds something, a link that leads nowhere included. */
export async function findExisting(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    paths.map((file) =>
      lstat(path.join(root, file)).then(
        () => [file],
        () => [],
      ),
    ),
  );
  return new Set(found.flat());
}

/**
 * Writes `files` below `root`, in their order, without ever overwriting one.
 *
 * Raises a `Problem` where one can't be written; the files and folders made so far are then taken away again.
 */
export async function writeNewFiles(root: string, files: readonly WrittenFile[]): Promise<void> {
  const newFolders: string[] = [];
  const newFiles: string[] = [];
  for (const file of files) {
    const target = path.join(root, file.path);
    try {
      newFolders.push(...(await makeFolder(path.dirname(target))));
      const handle = await open(target, 'wx');
      newFiles.push(target);
      try {
        await handle.writeFile(file.text);
      } finally {
        await handle.close();
      }
    } catch (cause) {
      for (const made of newFiles) await rm(made, { force: true });
      for (const made of newFolders.reverse()) await rmdir(made).catch(() => undefined);
      throw writeProblem(target, cause, nothingKept);
    }
  }
}
