// Whole builds in the browser's cache storage: one cache per build, the list of its files written last, and a note of which build is served.
import type { BuildList, Edition, ListedFile } from './messages.ts';
import { siteUrl } from './worker-scope.ts';

/** A build that is here as a whole. */
export interface StoredBuild extends Edition {
  readonly cache: Cache;
  /** By path. */
  readonly files: ReadonlyMap<string, ListedFile>;
  /** First parts of the paths of files in folders: what lies below them is this site's. */
  readonly folders: ReadonlySet<string>;
}

export interface Served {
  readonly active?: string | undefined;
  readonly candidate?: string | undefined;
}

/** Caches of this site only: its address holds no space, so no other site's name begins like this. */
const prefix = `kb ${new URL(siteUrl).pathname} `;
const noteName = `${prefix}served`;
/** Not the path of any file that a build may hold. */
const listKey = new URL('.kb/list', siteUrl).href;
const noteKey = new URL('.kb/served', siteUrl).href;

/** The key of the file at `path`. */
export function keyOf(path: string): string {
  return siteUrl + path.split('/').map(encodeURIComponent).join('/');
}

export function openCache(version: string): Promise<Cache> {
  return caches.open(prefix + version);
}

/** Which build is served, and which could be: one entry, so that it changes at once or not at all. */
export async function readServed(): Promise<Served> {
  const note = await (await caches.open(noteName)).match(noteKey);
  return note ? ((await note.json()) as Served) : {};
}

/** Changes which build is served, one change after the other. */
export async function changeServed(change: (served: Served) => Served): Promise<void> {
  await navigator.locks.request(noteName, async () => {
    const served = await readServed();
    const changed = change(served);
    // A full disk refuses even what would change nothing.
    if (changed.active === served.active && changed.candidate === served.candidate) return;
    await (await caches.open(noteName)).put(noteKey, new Response(JSON.stringify(changed)));
  });
}

/** Declares a build whole: all its files are in its cache by now. */
export async function sealBuild(cache: Cache, list: BuildList): Promise<void> {
  await cache.put(listKey, new Response(JSON.stringify(list)));
}

const opened = new Map<string, StoredBuild>();

/** The build `version`, or undefined where it is not here as a whole. */
export async function openBuild(version: string | undefined): Promise<StoredBuild | undefined> {
  if (version === undefined) return undefined;
  const known = opened.get(version);
  if (known) return known;
  if (!(await caches.has(prefix + version))) return undefined;
  const cache = await openCache(version);
  const sealed = await cache.match(listKey);
  if (!sealed) return undefined;
  const list = (await sealed.json()) as BuildList;
  const build: StoredBuild = {
    version,
    builtOn: list.builtOn,
    cache,
    files: new Map(list.files.map((file) => [file[0], file])),
    folders: new Set(
      list.files.filter(([path]) => path.includes('/')).map(([path]) => path.split('/')[0] ?? ''),
    ),
  };
  opened.set(version, build);
  return build;
}

export async function removeBuild(version: string): Promise<void> {
  opened.delete(version);
  await caches.delete(prefix + version);
}

/** Removes every build of this site, whole or half, but those of `kept`. */
export async function removeOtherBuilds(kept: readonly (string | undefined)[]): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix) || name === noteName) continue;
    const version = name.slice(prefix.length);
    if (!kept.includes(version)) await removeBuild(version);
  }
}

/** Removes all that this site keeps in the cache storage. */
export async function removeEverything(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}
