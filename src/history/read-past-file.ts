// Finds one file in a commit by the names that it had, and reads its bytes there.
import { readCloneState } from './clone-state.ts';
import type { FileVersion } from './file-history.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

interface PastFile {
  /** From the knowledge base's root. */
  readonly path: string;
  readonly blob: string;
}

/** The regular files of `commit` at exactly `paths` (from the base's root). */
async function findFiles(root: string, commit: string, paths: readonly string[]): Promise<PastFile[]> {
  const state = await readCloneState(root);
  if ('reason' in state || paths.length === 0) return [];
  const { prefix } = state;
  const options = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--'];
  // A path from before the base was moved into a folder of the repository leads out of that folder.
  const inside = paths.filter((file) => !file.startsWith('../'));
  const output = await runGit(root, [...options, ...inside.map((file) => `${prefix}${file}`)]);
  return output.split('\0').flatMap((entry): PastFile[] => {
    const tab = entry.indexOf('\t');
    const [mode, type, blob = ''] = entry.slice(0, tab).split(' ');
    const file = entry.slice(tab + 1 + prefix.length);
    return tab > 0 && type === 'blob' && mode?.startsWith('100') ? [{ path: file, blob }] : [];
  });
}

/**
 * The path that a file had in `commit`, by its `versions` (newest first); undefined where it was not there. At a name that
 * another file has had as well, it is this one only where its bytes are those of a version.
 */
export async function findPastPath(
  root: string,
  commit: string,
  versions: readonly FileVersion[],
): Promise<string | undefined> {
  const paths = [...new Set(versions.map(({ path }) => path))];
  const files = await findFiles(root, commit, paths);
  const known = (file: PastFile) =>
    versions.some(({ path, blob }) => path === file.path && blob === file.blob);
  return files.find(known)?.path ?? paths.find((path) => files.some((file) => file.path === path));
}

/** The bytes of the file at `path` (from the base's root) in `commit`; undefined where there is none. Rejects where git can't read. */
export async function readPastFile(root: string, commit: string, path: string): Promise<Buffer | undefined> {
  const [file] = await findFiles(root, commit, [path]);
  return file && (await readBlobs(root, [file.blob])).get(file.blob);
}
