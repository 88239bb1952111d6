// Finds the CODEOWNERS file of the repository that a base lies in, without asking git.
import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import type { CodeownersFile } from './codeowners-block.ts';

/** Where a forge looks for the file. GitHub takes the first of the first three, GitLab the first of the last three. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

async function isPresent(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** The nearest folder at or above `root` that holds a `.git`, a folder or (in a work tree of its own) a file; else `root` itself. */
async function findRepository(root: string): Promise<string> {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (await isPresent(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return root;
  }
}

async function firstPresent(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await isPresent(path.join(folder, name))) return name;
  return undefined;
}

/** Where a new file belongs: to the forge whose CI is set up in the repository or the base, GitHub where it can't be told. */
async function choosePlace(repository: string, root: string): Promise<string> {
  const [github, gitlab] = await Promise.all(
    ['.github', '.gitlab-ci.yml'].map(
      async (name) =>
        (await isPresent(path.join(repository, name))) || (await isPresent(path.join(root, name))),
    ),
  );
  return gitlab && !github ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS';
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

/** Raises a `Problem` where a link leads away from `file`, or from where it would be. */
async function refuseLink(file: string, shown: string): Promise<void> {
  const real = await realpath(file).catch(() => undefined);
  const folder = path.dirname(file);
  const realFolder = await realpath(folder).catch(() => folder);
  const sound = real === undefined ? !(await isPresent(file)) : real === file && (await lstat(file)).isFile();
  if (sound && realFolder === folder) return;
  throw new Problem(
    {
      fr: 'Lien symbolique ou dossier inattendu, attendu : un fichier du dépôt lui-même',
      en: 'Unexpected symbolic link or folder, expected a file of the repository itself',
    },
    shown,
  );
}

/** The text of `file` to the byte, a byte order mark included. Raises a `Problem`. */
async function readStrictly(file: string, shown: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (cause) {
    throw new Problem(
      { fr: 'Fichier illisible, attendu : un texte en UTF-8', en: 'Unreadable file, expected text in UTF-8' },
      shown,
      cause,
    );
  }
}

/**
 * The CODEOWNERS file for the base at `root`, an absolute path: the first that there is in the repository around it, else the place
 * for one, with an empty text. Raises a `Problem` where the file can't be read, or is a link.
 */
export async function findCodeownersFile(
  root: string,
): Promise<CodeownersFile & { readonly exists: boolean }> {
  const realRoot = await realpath(root);
  const repository = await findRepository(realRoot);
  const found = await firstPresent(repository, places);
  const place = found ?? (await choosePlace(repository, realRoot));
  const file = path.join(repository, place);
  const shown = slashed(path.relative(realRoot, file));
  await refuseLink(file, shown);
  const inner = slashed(path.relative(repository, realRoot));
  return {
    path: shown,
    text: found === undefined ? '' : await readStrictly(file, shown),
    prefix: inner === '' ? '' : `${inner}/`,
    exists: found !== undefined,
  };
}

/** The CODEOWNERS file of the repository around the base at `root`, for who only looks; undefined where there is none that can be read. */
export async function readCodeowners(root: string): Promise<CodeownersFile | undefined> {
  try {
    const { exists, ...file } = await findCodeownersFile(root);
    return exists ? file : undefined;
  } catch {
    return undefined;
  }
}
