// Replaces a file's text in one step: whoever reads meets the old text or the new one, also after a crash.
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Writes `text` (or the bytes of a file of another kind) to `file` through a temporary file beside it and a rename; mode bits stay. Raises what the disk raises. */
export async function writeTextAtomically(file: string, text: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.kb-${process.pid}`);
  const mode = await stat(target).then(
    (stats) => stats.mode & 0o777,
    () => 0o644,
  );
  const handle = await open(temporary, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(temporary, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
