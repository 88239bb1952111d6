// Lists the files of the content folder: sorted, with `/`, and never outside the knowledge base.
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';

export interface FileList {
  /** Markdown files, by path from the root, sorted by code unit. */
  readonly articles: readonly string[];
  /** Every other file: images and attachments. */
  readonly assets: readonly string[];
  /** Links that lead out of the knowledge base or nowhere: never followed. */
  readonly refused: readonly string[];
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

function kindOf(entry: Dirent): 'file' | 'folder' | undefined {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : undefined;
}

/** Lists `folder` (relative to `root`). Names that begin with a dot are left out. Raises a `Problem` when the folder can't be read. */
export async function listFiles(root: string, folder: string): Promise<FileList> {
  const realRoot = await realpath(root);
  const articles: string[] = [];
  const assets: string[] = [];
  const refused: string[] = [];

  async function resolveLink(entryPath: string): Promise<'file' | 'folder' | undefined> {
    const target = await realpath(path.join(root, entryPath)).catch(() => undefined);
    if (target === undefined || !isInside(realRoot, target)) return undefined;
    const stats = await stat(target);
    // A link to a folder could lead back up and never end; files are enough.
    return stats.isFile() ? 'file' : undefined;
  }

  async function walk(current: string): Promise<void> {
    const entries = await readdir(path.join(root, current), { withFileTypes: true });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const entryPath = `${current}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? await resolveLink(entryPath) : kindOf(entry);
      if (kind === 'folder') await walk(entryPath);
      else if (kind === undefined) refused.push(entryPath);
      else if (/\.(md|markdown)$/i.test(entry.name)) articles.push(entryPath);
      else assets.push(entryPath);
    }
  }

  const top = folder.replace(/^\.\//, '').replace(/\/+$/, '');
  try {
    const realTop = await realpath(path.join(root, top));
    if (!isInside(realRoot, realTop)) throw new Error(realTop);
    await walk(top);
  } catch (cause) {
    throw new Problem(
      {
        fr: `Dossier de contenu illisible (${String(cause)})`,
        en: `Unreadable content folder (${String(cause)})`,
      },
      path.join(root, top),
      cause,
    );
  }
  return { articles: articles.sort(), assets: assets.sort(), refused: refused.sort() };
}
