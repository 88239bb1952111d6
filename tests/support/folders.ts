// Folders that tests work in, and what to compare of them.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './corpora.ts';

export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** A new empty folder; whoever asks for it removes it. */
export async function makeFolder(): Promise<TemporaryFolder> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kb-e2e-')));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Copies the sample knowledge base into `folder`, as it stands in the project. */
export async function copySampleBase(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of [
    'kb.config.yaml',
    'golden-queries.yaml',
    'content',
    'fragments',
    'variables.yaml',
    'paths',
  ])
    await cp(path.join(projectRoot, name), path.join(folder, name), { recursive: true });
}

/** Every file below `folder`: its path from there, with `/`, and the SHA-256 of its bytes; sorted by path. */
export async function digestFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const digests = await Promise.all(
    files.map(
      async (file) =>
        [
          path.relative(folder, file).split(path.sep).join('/'),
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ] as const,
    ),
  );
  return Object.fromEntries(digests);
}
