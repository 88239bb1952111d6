// Fetches a build as a whole: unchanged files from the builds that are here, the others from the server, each held against its hash.
import { keyOf, openCache, removeBuild, type StoredBuild, sealBuild } from './build-store.ts';
import type { BuildList, BuildNotice, ListedFile, Trouble } from './messages.ts';
import { siteUrl } from './worker-scope.ts';

const filesAtOnce = 6;

export interface TakeOptions {
  /** Whole builds that may hold the same files. */
  readonly from: readonly StoredBuild[];
  /** Told of how far it has come, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Carries the reason why a build could not be taken. */
class TakeError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** What the server says it has. Raises a `TakeError` where it says nothing that can be understood. */
export async function readNotice(): Promise<BuildNotice> {
  const notice = (await readJson('offline.json')) as BuildNotice;
  if (notice?.format !== 1 || !/^[0-9a-f]+$/.test(notice.version)) throw new TakeError('unreachable');
  return notice;
}

/**
 * Takes the build of `notice`; when this returns, it is here as a whole. Raises a `TakeError`: without room, or when a file is not the
 * one of the list, what was fetched is removed; without an answer it stays, and the next try goes on from there.
 */
export async function takeBuild(notice: BuildNotice, options: TakeOptions): Promise<void> {
  try {
    await fillCache(notice, options);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble !== 'unreachable') await removeBuild(notice.version);
    throw new TakeError(trouble, error);
  }
}

async function fillCache(notice: BuildNotice, { from, onProgress }: TakeOptions): Promise<void> {
  const list = (await readJson(notice.list)) as BuildList;
  if (list?.version !== notice.version) throw new TakeError('altered');
  const cache = await openCache(list.version);
  // A try that was cut short left only files that were held against their hashes.
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const left = list.files.filter(([path]) => !here.has(keyOf(path)));
  let done = list.files.length - left.length;
  const failures: unknown[] = [];
  const work = async () => {
    for (let file = left.pop(); file !== undefined && failures.length === 0; file = left.pop()) {
      await takeFile(file, cache, from);
      done += 1;
      onProgress(done / list.files.length);
    }
  };
  // Who comes to an end waits for the others, so that nothing is written or told after this has failed.
  const workers = Array.from({ length: filesAtOnce }, () =>
    work().catch((error: unknown) => void failures.push(error)),
  );
  await Promise.all(workers);
  if (failures.length > 0) throw failures[0];
  await sealBuild(cache, list);
}

async function takeFile([path, hash]: ListedFile, cache: Cache, from: readonly StoredBuild[]): Promise<void> {
  const key = keyOf(path);
  const known = await findKnown(path, hash, from);
  await cache.put(key, known ?? (await fetchFile(key, hash)));
}

/** The file as another build has it, where it is the same. */
async function findKnown(
  path: string,
  hash: string,
  from: readonly StoredBuild[],
): Promise<Response | undefined> {
  const build = from.find(({ files }) => files.get(path)?.[1] === hash);
  return build?.cache.match(keyOf(path));
}

/** The file at `url`, held against its hash. Raises a `TakeError` where it is another, and what `fetch` raises. */
export async function fetchFile(url: string, hash: string): Promise<Response> {
  // Past every cache on the way, and without a trace in the browser's own, where the page in view may still be as it came.
  const response = await fetch(url, { cache: 'no-store' });
  if (response.status >= 500) throw new TakeError('unreachable');
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hashOf(bytes)) !== hash) throw new TakeError('altered');
  return new Response(bytes, { headers: keepHeaders(response.headers) });
}

/** The server's headers, among which are its policies, but for those that speak of the way here and not of the file. */
function keepHeaders(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['Accept-Ranges', 'Content-Encoding', 'Content-Length', 'Transfer-Encoding', 'Vary'])
    kept.delete(name);
  return kept;
}

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(siteUrl + path, { cache: 'no-store' });
  if (!response.ok) throw new TakeError('unreachable');
  return response.json();
}

/** SHA-256 as the list has it: the first 32 hexadecimal digits. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What `error`, raised while a build was looked for or taken, means to the reader. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TakeError) return error.trouble;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unreachable';
}
