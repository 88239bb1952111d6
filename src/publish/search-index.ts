// Indexes a rendered site with Pagefind, so that it can be searched on http://, from a folder and in the terminal.
import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entryFile, parseEntry } from '../../site/scripts/search-engine/engine.ts';
import { Problem } from '../model/problem.ts';
import { indexFolder, pruneIndex, writeEngine, writeTwin } from './search-files.ts';

export interface SearchIndexOptions {
  /** Absolute path of the folder that holds the rendered pages; the index goes into its folder `pagefind`. */
  readonly siteDir: string;
}

export interface SearchIndexSummary {
  /** Language → number of pages in its index. */
  readonly languages: Readonly<Record<string, number>>;
  /** Pages in the index: those with a `data-pagefind-body`, or all where none has one. */
  readonly pages: number;
}

function notBuilt(reason: string, cause?: unknown): Problem {
  return new Problem(
    {
      fr: `L’index de recherche n’a pas pu être construit : ${reason}`,
      en: `The search index could not be built: ${reason}`,
    },
    undefined,
    cause,
  );
}

/** Pagefind returns errors rather than throwing them. */
function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw notBuilt(errors.join('; '));
}

/** Lets Pagefind index `siteDir` and write into `folder`; its process is ended in any case. */
async function runPagefind(siteDir: string, folder: string): Promise<void> {
  const { createIndex, close } = await import('pagefind');
  // Where Pagefind's process dies, nothing tells those who wait for it but `close`, and Node has nothing left to do.
  const giveUp = () => void close();
  process.once('beforeExit', giveUp);
  try {
    // `index.html` stays in the addresses: on file:// a folder's address opens no page.
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    refuse(errors);
    if (!index) throw notBuilt('Pagefind gave neither an index nor an error');
    refuse((await index.addDirectory({ path: siteDir })).errors);
    refuse((await index.writeFiles({ outputPath: folder })).errors);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw notBuilt(cause instanceof Error ? cause.message : String(cause), cause);
  } finally {
    process.off('beforeExit', giveUp);
    await close();
  }
}

/**
 * Writes the search index of the pages under `siteDir`: one per language of their `<html lang>`, the same bytes for the same pages.
 * One run at a time in a process: Pagefind has a single background process.
 * Raises a Problem when Pagefind can't run or reports an error, and the system's error for files that can't be read or written.
 */
export async function buildSearchIndex({ siteDir }: SearchIndexOptions): Promise<SearchIndexSummary> {
  // Pagefind takes a folder that is not there for an empty one.
  await access(siteDir);
  const folder = join(siteDir, indexFolder);
  await rm(folder, { recursive: true, force: true });
  await runPagefind(siteDir, folder);
  const files = await pruneIndex(folder);
  await Promise.all([writeTwin(folder, files), writeEngine(folder)]);
  const languages = parseEntry(await readFile(join(folder, entryFile)));
  return { languages, pages: Object.values(languages).reduce((sum, pages) => sum + pages, 0) };
}
