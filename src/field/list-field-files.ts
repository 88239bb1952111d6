// The files of one of the field's folders, in order; links are never followed, and what is no file is told.
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ReadProblem } from '../content/document.ts';
import { Problem } from '../model/problem.ts';

/** A problem in a file of the field. */
export interface FieldProblem extends ReadProblem {
  /** From the base's root, with `/`. */
  readonly path: string;
}

export interface FieldFiles {
  readonly paths: readonly string[];
  readonly problems: readonly FieldProblem[];
}

/** Deepest folder that is looked into, so that no tree takes for ever. */
const deepest = 3;

async function entriesOf(root: string, folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'ENOENT') return [];
    throw new Problem(
      { fr: `Dossier illisible (${code})`, en: `Unreadable folder (${code})` },
      folder,
      cause,
    );
  }
}

/** The files below `folder` whose names end in `extension`, sorted; none where there is no such folder. */
export async function listFieldFiles(root: string, folder: string, extension: string): Promise<FieldFiles> {
  const paths: string[] = [];
  const problems: FieldProblem[] = [];
  const walk = async (current: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(root, current)) {
      const file = `${current}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) {
        const wording = {
          fr: 'Lien symbolique inattendu, attendu : un fichier de la base elle-même',
          en: 'Unexpected symbolic link, expected a file of the knowledge base itself',
        };
        problems.push({ path: file, line: 1, column: 1, wording });
      } else if (entry.isDirectory() && depth < deepest) await walk(file, depth + 1);
      else if (entry.isFile() && entry.name.endsWith(extension)) paths.push(file);
    }
  };
  await walk(folder, 1);
  return { paths: paths.sort(), problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
