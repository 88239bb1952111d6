// Reads the roster of a base.
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { readText } from '../content/read-text.ts';
import { Problem } from '../model/problem.ts';
import type { Roster } from '../model/roster.ts';
import { parseRoster, rosterFile } from './parse-roster.ts';

/** The roster of the base at `root`; undefined where it has none. Raises a `Problem` where it can't be read or is wrong. */
export async function readRoster(root: string, audiences: readonly string[]): Promise<Roster | undefined> {
  const file = path.join(root, rosterFile);
  const stats = await lstat(file).catch(() => undefined);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) {
    const wording = {
      fr: 'Lien ou dossier inattendu, attendu : un fichier de la base elle-même',
      en: 'Unexpected link or folder, expected a file of the knowledge base itself',
    };
    throw new Problem(wording, rosterFile);
  }
  const read = readText(file);
  if (!read.ok) throw new Problem(read.problem.wording, `${rosterFile}:${read.problem.line}`);
  return parseRoster(read.text, audiences);
}
