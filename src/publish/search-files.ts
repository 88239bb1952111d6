// The files of a search index: what Pagefind wrote, less what no page uses, plus the twin for pages opened from a folder.

import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { receiverName, twinScript } from '../../site/scripts/search-engine/file-twin.ts';
import { lexiconFile } from '../../site/scripts/search-engine/lexicon.ts';
import { packageRoot } from '../config/package-root.ts';

/** Folder of the index, from the site's root. */
export const indexFolder = 'pagefind';

/** The engine that scripts/bundle-search.mjs made when the package was built. Throws where the package was not built. */
export function engineFile(): string {
  const file = join(packageRoot(), 'dist', 'site', 'assets', 'pagefind-classic.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run compile\``);
  return file;
}

const scriptsAtOnce = 8;

/** Data of the index, as opposed to Pagefind's own user interfaces. */
const dataPattern =
  /\.(?:pf_meta|pf_index|pf_filter|pf_fragment|pagefind)$|^(?:pagefind-entry|lexicon-[\w-]+)\.json$/;

/** Paths of all files below `folder`, from it, with `/`, sorted. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Deletes what only Pagefind's own pages and its worker would load. Returns the paths of what stays. */
export async function pruneIndex(folder: string): Promise<string[]> {
  const files = await listFiles(folder);
  const entry = await readFile(join(folder, 'pagefind-entry.json'), 'utf8');
  // The engine for languages whose word forms Pagefind does not know is kept only where a language needs it.
  const unneeded = entry.includes('"wasm":null') ? [] : ['wasm.unknown.pagefind'];
  const kept = files.filter((path) => dataPattern.test(path) && !unneeded.includes(path));
  const keptSet = new Set(kept);
  await Promise.all(files.filter((path) => !keptSet.has(path)).map((path) => rm(join(folder, path))));
  return kept;
}

/** Writes the lexicon of each language into the index's folder `folder`. */
export async function writeLexicons(folder: string, lexicons: ReadonlyMap<string, string>): Promise<void> {
  await Promise.all(
    [...lexicons].map(([lang, content]) => writeFile(join(folder, lexiconFile(lang)), content)),
  );
}

/** Copies the engine into the index's folder `folder`, so that index and engine travel together. */
export async function writeEngine(folder: string): Promise<void> {
  await copyFile(engineFile(), join(folder, 'engine.js'));
}

async function writeTwinScript(folder: string, script: string, paths: readonly string[]): Promise<void> {
  const carried = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'base64')] as const),
  );
  await writeFile(join(folder, script), `${receiverName}(${JSON.stringify(Object.fromEntries(carried))});\n`);
}

/** Writes the index `files` of `folder` a second time, as classic scripts that hand over their bytes. */
export async function writeTwin(folder: string, files: readonly string[]): Promise<void> {
  const groups = new Map<string, string[]>();
  for (const path of files) groups.set(twinScript(path), [...(groups.get(twinScript(path)) ?? []), path]);
  const scripts = [...groups];
  const folders = new Set(scripts.map(([script]) => dirname(join(folder, script))));
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })));
  // A few at a time: a large base has more files than a process may hold open.
  while (scripts.length > 0) {
    await Promise.all(
      scripts.splice(0, scriptsAtOnce).map(([script, paths]) => writeTwinScript(folder, script, paths)),
    );
  }
}
