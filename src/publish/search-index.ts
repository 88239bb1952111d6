// Lets Pagefind index the articles of a site, so that it can be searched on http://, from a folder and in the terminal.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entryFile, parseEntry } from '../../site/scripts/search-engine/engine.ts';
import { Problem } from '../model/problem.ts';
import { indexFolder, pruneIndex, writeEngine, writeTwin } from './search-files.ts';

/** One page as Pagefind is told of it. */
export interface SearchDocument {
  /** The page's address, from the site's root. */
  readonly url: string;
  /** HTML with the page's language, words, facets and facts in Pagefind's attributes; it need not be what readers get. */
  readonly html: string;
}

export interface SearchIndexSummary {
  /** Language → number of pages in its index. */
  readonly languages: Readonly<Record<string, number>>;
  /** Pages in the index. */
  readonly pages: number;
}

/** An index in the making. Pagefind works on it in its own process, while the caller goes on. */
export interface SearchIndexer {
  /** Hands over a document and does not wait; what Pagefind thinks of it comes with `write`. Another order gives other bytes. */
  readonly add: (document: SearchDocument) => void;
  /**
   * Writes the index of all that was added below `siteDir`. Raises a `Problem` when Pagefind can't run, is closed or
   * reports an error, and the system's error for files that can't be read or written.
   */
  readonly write: (siteDir: string) => Promise<void>;
  /** Ends Pagefind's process. */
  readonly close: () => Promise<void>;
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

/** The answer to `call`, with Pagefind's errors, which it returns rather than throws, raised as a `Problem`. */
async function ask<Answer extends { readonly errors: readonly string[] }>(
  call: Promise<Answer>,
): Promise<Answer> {
  const answer = await call.catch((cause: unknown) => {
    throw notBuilt(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (answer.errors.length > 0) throw notBuilt(answer.errors.join('; '));
  return answer;
}

/** Starts Pagefind, and does not wait for it. One index at a time in a process: Pagefind has a single background process. */
export function startSearchIndex(): SearchIndexer {
  const pagefind = import('pagefind');
  const close = async () => void (await (await pagefind).close());
  // Where Pagefind's process dies, nothing tells those who wait for it but its `close`, and Node has nothing left to do.
  const giveUp = () => void close();
  process.once('beforeExit', giveUp);
  const started = pagefind.then(async ({ createIndex }) => {
    // `index.html` stays in the addresses: on file:// a folder's address opens no page.
    const { index } = await ask(createIndex({ keepIndexUrl: true }));
    if (!index) throw notBuilt('Pagefind gave neither an index nor an error');
    return index;
  });
  let firstFailure: unknown;
  // Pagefind answers in the order in which it is asked, so the last answer is that of all.
  let lastAnswer: Promise<unknown> = started.catch((failure: unknown) => {
    firstFailure ??= failure;
  });
  return {
    add: ({ url, html }) => {
      const adding = started.then((index) => ask(index.addHTMLFile({ url: `/${url}`, content: html })));
      lastAnswer = adding.catch((failure: unknown) => {
        firstFailure ??= failure;
      });
    },
    write: async (siteDir) => {
      await lastAnswer;
      if (firstFailure !== undefined) throw firstFailure;
      const index = await started;
      const folder = join(siteDir, indexFolder);
      await rm(folder, { recursive: true, force: true });
      await ask(index.writeFiles({ outputPath: folder }));
    },
    close: async () => {
      process.off('beforeExit', giveUp);
      await close();
    },
  };
}

/** Leaves in the index below `siteDir` what pages use, adds its engine and its twin for `file://`, and counts its pages. */
export async function completeSearchIndex(siteDir: string): Promise<SearchIndexSummary> {
  const folder = join(siteDir, indexFolder);
  const files = await pruneIndex(folder);
  await Promise.all([writeTwin(folder, files), writeEngine(folder)]);
  const languages = parseEntry(await readFile(join(folder, entryFile)));
  return { languages, pages: Object.values(languages).reduce((sum, pages) => sum + pages, 0) };
}

/** Writes the index of `documents` below `siteDir`: one per language of their `<html lang>`, the same bytes for the same documents. */
export async function buildSearchIndex(
  siteDir: string,
  documents: Iterable<SearchDocument>,
): Promise<SearchIndexSummary> {
  const index = startSearchIndex();
  try {
    const byUrl = [...documents].sort((a, b) => (a.url < b.url ? -1 : 1));
    for (const document of byUrl) index.add(document);
    await index.write(siteDir);
  } finally {
    await index.close();
  }
  return completeSearchIndex(siteDir);
}
