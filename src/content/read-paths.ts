// Reads the training paths of a base.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './list-files.ts';
import { type PathFile, parsePath, pathsFolder, unreadablePath } from './parse-path.ts';
import { readText } from './read-text.ts';

/** The paths of the base at `root`, sorted; none without the folder. A link out of the base is not followed. `audience` is that of a path that names none. */
export async function readPaths(root: string, audience: readonly string[]): Promise<readonly PathFile[]> {
  const isFolder = await stat(path.join(root, pathsFolder)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return [];
  const { assets } = await listFiles(root, pathsFolder);
  return assets
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const read = readText(path.join(root, file));
      return read.ok ? parsePath(file, read.text, audience) : unreadablePath(file, read.problem);
    });
}
