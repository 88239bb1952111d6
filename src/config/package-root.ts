// Where this package lies: from `src/` (tests), from `dist/src/` (scripts) and from the bundled program in `dist/program/` alike.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The package's folder: the nearest one above with a `package.json`. */
export function packageRoot(): string {
  if (found !== undefined) return found;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  found = folder;
  return found;
}
