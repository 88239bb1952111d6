// Reads the variables of a base from its disk.
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import {
  noVariablesFile,
  parseVariables,
  unreadableVariables,
  type VariablesFile,
  variablesFile,
} from './parse-variables.ts';
import { readText } from './read-text.ts';

/** The variables of the base at `root`, for articles in `languages`; none without the file. A link is not followed. */
export async function readVariables(root: string, languages: readonly string[]): Promise<VariablesFile> {
  const file = path.join(root, variablesFile);
  const stats = await lstat(file).catch(() => undefined);
  if (!stats) return noVariablesFile;
  if (stats.isSymbolicLink()) {
    const wording = {
      fr: 'Lien symbolique inattendu, attendu : un fichier de la base elle-même',
      en: 'Unexpected symbolic link, expected a file inside the knowledge base',
    };
    return unreadableVariables([{ line: 1, column: 1, wording }]);
  }
  const read = readText(file);
  return read.ok ? parseVariables(read.text, languages) : unreadableVariables([read.problem]);
}
