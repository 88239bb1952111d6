// The files of an export, whether it is a ZIP archive, archives within one, or a folder on the disk.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../model/problem.ts';
import { readFolderFile } from './read-folder-file.ts';
import { readSourceFile } from './read-source-file.ts';
import { openZip, type ZipLimits } from './read-zip.ts';
import { assetSizeLimit } from './source-page.ts';

export interface ExportFiles {
  /** Paths with `/`, in Unicode's composed form, sorted by code unit. */
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<Uint8Array | 'too-large' | undefined>;
}

/** Largest archive, in bytes (1 GiB), and what it may hold. */
const largestArchive = 1024 * 1_048_576;
const limits: ZipLimits = { entries: 50_000, bytes: 2 * largestArchive };

function sortedNames(files: ReadonlyMap<string, unknown>): string[] {
  return [...files.keys()].sort();
}

/** The files of the archive in `bytes`; those of archives in its top folder stand among them, as Notion parts a large export. */
function openArchive(bytes: Buffer, place: string): ExportFiles {
  const zip = openZip(bytes, place, limits);
  const files = new Map<string, () => Uint8Array | undefined>();
  // Archives within share the room of the one that holds them.
  let room = limits.bytes - zip.bytes;
  for (const name of zip.names) {
    if (!/^[^/]*\.zip$/i.test(name)) {
      files.set(name, () => zip.read(name));
      continue;
    }
    const inner = openZip(zip.read(name) ?? Buffer.alloc(0), `${place} › ${name}`, {
      ...limits,
      bytes: room,
    });
    room -= inner.bytes;
    for (const each of inner.names) {
      if (files.has(each))
        throw new Problem(
          {
            fr: 'Archive refusée : deux fichiers du même nom',
            en: 'Archive refused: two files of the same name',
          },
          `${place} › ${name} › ${each}`,
        );
      files.set(each, () => inner.read(each));
    }
  }
  return {
    names: sortedNames(files),
    read: async (name) => {
      const content = files.get(name)?.();
      return content !== undefined && content.length > assetSizeLimit ? 'too-large' : content;
    },
  };
}

/** The files below `folder`; names that begin with a dot and links are left out. */
async function listFolder(folder: string): Promise<ExportFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
    if (!name.split('/').some((part) => part.startsWith('.'))) files.set(name.normalize('NFC'), name);
  }
  return {
    names: sortedNames(files),
    read: async (name) => {
      const file = files.get(name);
      return file === undefined ? undefined : readFolderFile(folder, file);
    },
  };
}

/** Opens the archive or folder at `file`, called `shown` in messages. Raises a `Problem` where it can't be read, is damaged or hostile. */
export async function openExport(file: string, shown: string): Promise<ExportFiles> {
  const stats = await stat(file).catch(() => undefined);
  return stats?.isDirectory()
    ? listFolder(file)
    : openArchive(await readSourceFile(file, shown, largestArchive), shown);
}
