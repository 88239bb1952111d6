// Searches a built site from Node, with the very engine and index that its readers use.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import {
  entryFile,
  parseEntry,
  type ReadIndexFile,
  startEngine,
} from '../../site/scripts/search-engine/engine.ts';
import type { SearchEngine } from '../../site/scripts/search-engine/types.ts';
import type { CreatePagefind } from '../../site/scripts/search-engine/vendor.ts';
import { Problem } from '../model/problem.ts';
import { engineFile, indexFolder } from './search-files.ts';

export type { SearchAnswer, SearchHit } from '../../site/scripts/search-engine/types.ts';

/** Runs the engine's script with a `self` of its own, so that no global of Node is touched. */
async function loadEngine(): Promise<CreatePagefind> {
  const self: { createPagefind?: CreatePagefind } = {};
  // The package's own copy: nothing that lies in a site's folder is run.
  compileFunction(await readFile(engineFile(), 'utf8'), ['self'])(self);
  if (self.createPagefind === undefined) throw new Error('The search engine did not start');
  return self.createPagefind;
}

function readFrom(folder: string): ReadIndexFile {
  return async (path) => {
    // The names come from the index: none leads out of it.
    if (!/^(?:\w+\/)?[\w.-]+$/.test(path))
      throw new Error(`Unexpected file name ${path} in the search index`);
    return new Uint8Array(await readFile(join(folder, path)));
  };
}

function damaged(siteDir: string, cause: unknown): Problem {
  return new Problem(
    {
      fr: 'Index de recherche illisible : reconstruisez le site avec `kb build`',
      en: 'Unreadable search index: build the site again with `kb build`',
    },
    join(siteDir, indexFolder),
    cause,
  );
}

async function readLanguages(siteDir: string): Promise<string[]> {
  const path = join(siteDir, indexFolder, entryFile);
  try {
    return Object.keys(parseEntry(await readFile(path)));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw damaged(siteDir, cause);
    throw new Problem(
      {
        fr: 'Index de recherche introuvable : construisez d’abord le site avec `kb build`',
        en: 'No search index found: build the site first with `kb build`',
      },
      path,
      cause,
    );
  }
}

/**
 * Opens the search of the built site in `siteDir` for its pages in `lang`.
 * Raises a Problem when the site has no index, none in that language, or a damaged one (then `search` may raise it too).
 */
export async function openSiteSearch(siteDir: string, lang: string): Promise<SearchEngine> {
  const languages = await readLanguages(siteDir);
  if (languages.length > 0 && !languages.includes(lang.toLowerCase())) {
    throw new Problem({
      fr: `Langue « ${lang} » absente de l’index de recherche ; langues présentes : ${languages.join(', ')}`,
      en: `Language "${lang}" is not in the search index; it has: ${languages.join(', ')}`,
    });
  }
  const createPagefind = await loadEngine();
  const readIndexFile = readFrom(join(siteDir, indexFolder));
  const orDamaged = <Result>(work: Promise<Result>) =>
    work.catch((cause: unknown) => {
      throw damaged(siteDir, cause);
    });
  const engine = await orDamaged(startEngine({ createPagefind, readIndexFile, lang }));
  return { lang: engine.lang, search: (query, filters) => orDamaged(engine.search(query, filters)) };
}
