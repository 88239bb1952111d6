// Reads objects of git's store by id, all of them in one call, byte for byte: no filter, no line end touched.
import { runGitBytes } from './run-git.ts';

const lineFeed = 0x0a;

/** Takes the answers of `git cat-file --batch` apart: `id type size`, the bytes, a line feed; or `id missing`. */
function parseBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const lineEnd = output.indexOf(lineFeed, at);
    if (lineEnd === -1) break;
    const [id = '', type, size] = output.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (size === undefined) continue;
    if (type === 'blob') blobs.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

/** The bytes of the objects `ids` (full ids), by id; one that is missing or no file is absent. Rejects as `runGit` does. */
export async function readBlobs(root: string, ids: Iterable<string>): Promise<ReadonlyMap<string, Buffer>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  return parseBatch(await runGitBytes(root, ['cat-file', '--batch'], `${distinct.join('\n')}\n`));
}
