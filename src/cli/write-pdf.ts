// Writes a printed document to the file that was named: over an earlier PDF, and over nothing else.
import { open } from 'node:fs/promises';
import path from 'node:path';
import { writeTextAtomically } from '../content/write-text.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';
import type { Host } from './host.ts';

const beginning = '%PDF-';

/** Raises a `Problem` where `shown`, a file as typed, exists and is no PDF: a slip of the pen must not cost an article. */
export async function checkPdfTarget(shown: string, host: Host): Promise<void> {
  const handle = await open(path.resolve(host.cwd, shown)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw writeProblem(shown, error);
  });
  try {
    const { buffer, bytesRead } = (await handle?.read(
      Buffer.alloc(beginning.length),
      0,
      beginning.length,
      0,
    )) ?? {
      bytesRead: 0,
    };
    if (bytesRead === 0 || buffer?.toString('latin1') === beginning) return;
  } catch (error) {
    throw writeProblem(shown, error);
  } finally {
    await handle?.close();
  }
  throw new Problem(
    {
      fr: 'Fichier présent qui n’est pas un PDF, attendu : un autre nom',
      en: 'Unexpected file that is no PDF, expected another name',
    },
    shown,
  );
}

/** Writes `pdf` in one step. Raises a `Problem` where the disk refuses; an earlier file then stands as it was. */
export async function writePdf(shown: string, pdf: Uint8Array, host: Host): Promise<void> {
  await writeTextAtomically(path.resolve(host.cwd, shown), pdf).catch((error: unknown) => {
    throw writeProblem(shown, error);
  });
}
