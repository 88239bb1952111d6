// How far this checkout has pulled from each server, kept in `.kb/`, which git leaves out: importing again adds nothing twice.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkFolderWay } from '../content/check-folder-way.ts';
import { writeTextAtomically } from '../content/write-text.ts';
import type { PulledKind } from './ask-server.ts';

const file = '.kb/pulled.json';

/** `<server>#<kind>` → cursor. */
export type PullCursors = Readonly<Record<string, string>>;

export function cursorName(server: URL, kind: PulledKind): string {
  return `${server.href.replace(/\/+$/, '')}#${kind}`;
}

/** The cursors of the base at `root`; none where the file is absent or damaged, which only means to begin again. */
export async function readPullCursors(root: string): Promise<PullCursors> {
  try {
    const data: unknown = JSON.parse(await readFile(path.join(root, file), 'utf8'));
    if (typeof data !== 'object' || data === null) return {};
    return Object.fromEntries(Object.entries(data).filter(([, cursor]) => typeof cursor === 'string'));
  } catch {
    return {};
  }
}

/** Keeps `cursors`. Raises a `Problem` where `.kb` is a link, and what the disk raises. */
export async function writePullCursors(root: string, cursors: PullCursors): Promise<void> {
  await checkFolderWay(root, '.', '.kb');
  await mkdir(path.join(root, '.kb'), { recursive: true });
  await writeTextAtomically(path.join(root, file), `${JSON.stringify(cursors, null, 2)}\n`);
}
