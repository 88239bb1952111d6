// Asks git when each file was last changed: one pass over the log, nothing in the checkout touched.
import { posix } from 'node:path';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import { runGit } from './run-git.ts';

export interface History {
  /** Whether git could answer in full; a shallow clone, no git or no repository leaves dates unknown. */
  readonly complete: boolean;
  /** Day of the last commit that touched the file (author's calendar day), by path from the knowledge base's root. */
  readonly lastChanged: ReadonlyMap<string, IsoDate>;
}

const unknownHistory: History = { complete: false, lastChanged: new Map() };

/** Reads the output of `git log -z --name-only --format=%x01%as`: newest commit first, so a path's first day is its last change. */
function parseLog(output: string, prefix: string): Map<string, IsoDate> {
  const lastChanged = new Map<string, IsoDate>();
  let day: IsoDate | undefined;
  for (const field of output.split('\0')) {
    const entry = field.replace(/^\n/, '');
    if (entry.startsWith('\u0001')) {
      day = parseIsoDate(entry.slice(1, 11));
    } else if (entry !== '' && day !== undefined && entry.startsWith(prefix)) {
      const file = entry.slice(prefix.length);
      if (!lastChanged.has(file)) lastChanged.set(file, day);
    }
  }
  return lastChanged;
}

/** The history of the files below `folder` of the knowledge base at `root`. Never raises: what git can't tell is unknown. */
export async function readHistory(root: string, folder: string): Promise<History> {
  try {
    const [shallow, prefix] = (
      await runGit(root, ['rev-parse', '--is-shallow-repository', '--show-prefix'])
    ).split('\n');
    if (shallow !== 'false') return unknownHistory;
    const args = [
      'log',
      '-z',
      '--name-only',
      '--no-renames',
      '--format=%x01%as',
      '--',
      posix.join(folder, '/'),
    ];
    return { complete: true, lastChanged: parseLog(await runGit(root, args), prefix ?? '') };
  } catch {
    return unknownHistory;
  }
}
