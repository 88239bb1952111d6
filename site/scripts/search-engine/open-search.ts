// Opens a site's search in the reader's browser, over http:// or from a folder by double click.
import { loadScript } from '../load-script.ts';
import { type ReadIndexFile, startEngine } from './engine.ts';
import { receiverName, twinScript } from './file-twin.ts';
import type { SearchEngine } from './types.ts';
import type { CreatePagefind } from './vendor.ts';

export interface OpenSearchOptions {
  /** Way from the page to the site's root: '', '../' … */
  readonly root: string;
  readonly lang: string;
}

interface SearchGlobals {
  createPagefind?: CreatePagefind;
  [receiverName]?: (files: Readonly<Record<string, string>>) => void;
}

const globals = globalThis as unknown as SearchGlobals;
/** What the twin scripts have handed over: path in the index → bytes in base64. */
const received = new Map<string, string>();

function fetchFrom(indexUrl: string): ReadIndexFile {
  return async (path) => {
    // Every other name holds a hash of the content; the entry's does not, so a cached one may be out of date.
    const response = await fetch(indexUrl + path, { cache: path.endsWith('.json') ? 'no-cache' : 'default' });
    if (!response.ok) throw new Error(`Status ${response.status} for ${path}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

function readTwins(indexUrl: string): ReadIndexFile {
  globals[receiverName] = (files) => {
    for (const [path, bytes] of Object.entries(files)) received.set(path, bytes);
  };
  return async (path) => {
    await loadScript(indexUrl + twinScript(path));
    const bytes = received.get(path);
    if (bytes === undefined) throw new Error(`${path} is missing in the search index`);
    return Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  };
}

/** Opens the search of the site that this page belongs to. Rejects when the site has no index or a part of it can't be loaded. */
export async function openSearch({ root, lang }: OpenSearchOptions): Promise<SearchEngine> {
  const indexUrl = new URL(`${root}pagefind/`, document.baseURI).href;
  const readIndexFile = location.protocol === 'file:' ? readTwins(indexUrl) : fetchFrom(indexUrl);
  await loadScript(`${indexUrl}engine.js`);
  const { createPagefind } = globals;
  if (createPagefind === undefined) throw new Error('The search engine did not start');
  return startEngine({ createPagefind, readIndexFile, lang });
}
