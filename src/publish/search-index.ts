// Lets Pagefind index the articles of a site, so that it can be searched on http://, from a folder and in the terminal.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { entryFile, parseEntry } from '../../site/scripts/search-engine/engine.ts';
import { Problem } from '../model/problem.ts';
import { createLexiconBuilder, type LexiconEntry, type Synonyms } from './lexicon.ts';
import { indexFolder, pruneIndex, writeEngine, writeLexicons, writeTwin } from './search-files.ts';

/** One page as Pagefind is told of it. */
export interface SearchDocument {
  /** The page's address, from the site's root. */
  readonly url: string;
  /** HTML with the page's language, words, facets and facts in Pagefind's attributes; it need not be what readers get. */
  readonly html: string;
  /** What the lexicon beside Pagefind's index is told. */
  readonly entry: LexiconEntry;
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
  /** Drops what Pagefind was not given yet, waits for the answers that are under way, and ends its process. */
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

/** How many documents Pagefind is given before it has answered. Its pipe holds about five, so more would not hasten it. */
const documentsAhead = 16;

/** How long `close` waits for the answers that are under way, in milliseconds, before it ends Pagefind without them. */
const closingGrace = 1000;

/** Starts Pagefind, and does not wait for it. One index at a time in a process: Pagefind has a single background process. */
export function startSearchIndex(synonyms: Synonyms): SearchIndexer {
  const pagefind = import('pagefind');
  const endProcess = async () => void (await (await pagefind).close());
  // Where Pagefind's process dies, nothing tells those who wait for it but its `close`, and Node has nothing left to do.
  const giveUp = () => void endProcess();
  process.once('beforeExit', giveUp);
  let closing = false;
  let firstFailure: unknown;
  /** Resolves when `answer` has come, whatever it says; the first failure is kept. */
  const settle = (answer: Promise<unknown>): Promise<void> =>
    answer.then(
      () => undefined,
      (failure: unknown) => {
        firstFailure ??= failure;
      },
    );

  const started = pagefind.then(async ({ createIndex }) => {
    // `index.html` stays in the addresses: on file:// a folder's address opens no page.
    const { index } = await ask(createIndex({ keepIndexUrl: true }));
    if (!index) throw notBuilt('Pagefind gave neither an index nor an error');
    return index;
  });
  const lexicon = createLexiconBuilder(synonyms);
  const answers: Promise<void>[] = [settle(started)];
  /** Resolves when everything so far was handed to Pagefind, answered or not. */
  let handedOver: Promise<unknown> = answers[0] as Promise<void>;
  return {
    add: ({ url, html, entry }) => {
      lexicon.add(url, entry);
      // Pagefind answers in the order in which it is asked, so this answer frees the place of this document.
      const place = answers.at(-documentsAhead);
      const handingOver = handedOver
        .then(() => place)
        .then(() => started)
        .then((index) => ({
          answer: closing ? undefined : settle(ask(index.addHTMLFile({ url: `/${url}`, content: html }))),
        }));
      handedOver = settle(handingOver);
      answers.push(
        handingOver.then(
          ({ answer }) => answer,
          () => undefined,
        ),
      );
    },
    write: async (siteDir) => {
      await Promise.all(answers);
      if (firstFailure !== undefined) throw firstFailure;
      const index = await started;
      const folder = join(siteDir, indexFolder);
      await rm(folder, { recursive: true, force: true });
      const written = ask(index.writeFiles({ outputPath: folder }));
      answers.push(settle(written));
      await written;
      await writeLexicons(folder, lexicon.format());
    },
    close: async () => {
      closing = true;
      process.off('beforeExit', giveUp);
      // Pagefind breaks, with a message of its own, when it has an answer and nobody to take it.
      const grace = new AbortController();
      await Promise.race([
        Promise.all(answers),
        delay(closingGrace, undefined, { signal: grace.signal }).catch(() => undefined),
      ]);
      grace.abort();
      await endProcess();
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
  synonyms: Synonyms = {},
): Promise<SearchIndexSummary> {
  const index = startSearchIndex(synonyms);
  try {
    const byUrl = [...documents].sort((a, b) => (a.url < b.url ? -1 : 1));
    for (const document of byUrl) index.add(document);
    await index.write(siteDir);
  } finally {
    await index.close();
  }
  return completeSearchIndex(siteDir);
}
