// Reads a file that a person named as the source of an import, within a limit.
import { open, stat } from 'node:fs/promises';
import { Problem } from '../model/problem.ts';

/** The bytes of `file`, called `shown` in messages: `limit` at most. Raises a `Problem` where it can't be read, is none or is larger. */
export async function readSourceFile(file: string, shown: string, limit: number): Promise<Buffer> {
  const unreadable = (code: string, cause?: unknown) =>
    new Problem({ fr: `Fichier illisible (${code})`, en: `Unreadable file (${code})` }, shown, cause);
  const stats = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(String(cause.code), cause);
  });
  // Opening a pipe would wait for its writer.
  if (!stats.isFile())
    throw new Problem({ fr: 'Pas un fichier, attendu : un fichier', en: 'Not a file, expected one' }, shown);
  if (stats.size > limit) {
    const mebibytes = limit / 1_048_576;
    throw new Problem(
      {
        fr: `Fichier de plus de ${mebibytes} Mio, attendu : moins`,
        en: `Unexpected file of more than ${mebibytes} MiB, expected less`,
      },
      shown,
    );
  }
  const handle = await open(file);
  try {
    return await handle.readFile();
  } catch (cause) {
    throw unreadable(cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause), cause);
  } finally {
    await handle.close();
  }
}
