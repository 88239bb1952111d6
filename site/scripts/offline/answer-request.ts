// Request → the file of one whole build. An address of this site is answered from the build alone; what is not its own is left to the network.
import { keyOf, type StoredBuild } from './build-store.ts';
import { fetchFile } from './take-build.ts';
import { siteUrl } from './worker-scope.ts';

/** What an address names in a build. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  /** The address of a folder without its last `/`: relative links count from there. */
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'missing'; readonly path: string }
  /** Another site's, in another folder of the same server. */
  | { readonly kind: 'foreign' };

/** Reads an address of the site at `site` in the build's terms; what follows `?` names nothing in a folder of files. */
export function resolveAddress(
  url: string,
  site: string,
  { files, folders }: Pick<StoredBuild, 'files' | 'folders'>,
): Target {
  const { origin, pathname } = new URL(url);
  const asked = decode((origin + pathname).slice(site.length));
  if (!(origin + pathname).startsWith(site) || asked === undefined) return { kind: 'foreign' };
  const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
  if (files.has(path)) return { kind: 'file', path };
  if (files.has(`${path}/index.html`)) return { kind: 'folder', path };
  const [first = '', ...rest] = path.split('/');
  const own = rest.length > 0 ? folders.has(first) : first.endsWith('.html');
  return own ? { kind: 'missing', path } : { kind: 'foreign' };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The answer of `build` to `request`; undefined where the address is not this site's. */
export async function answerFrom(build: StoredBuild, request: Request): Promise<Response | undefined> {
  const target = resolveAddress(request.url, siteUrl, build);
  if (target.kind === 'foreign') return undefined;
  if (target.kind === 'folder') return Response.redirect(`${keyOf(target.path)}/`, 302);
  if (target.kind === 'file') return readPage(build, target.path, 200);
  if (request.mode !== 'navigate' || !build.files.has('404.html')) return new Response(null, { status: 404 });
  // The page's links count from the site's root.
  if (target.path.includes('/')) return Response.redirect(keyOf('404.html'), 302);
  return readPage(build, '404.html', 404);
}

async function readPage(build: StoredBuild, path: string, status: number): Promise<Response> {
  const stored = (await build.cache.match(keyOf(path))) ?? (await mend(build, path));
  if (!stored) return Response.error();
  if (!path.endsWith('.html')) return stored;
  // The page is told which build it is of: its bytes can't say so, since they are the same in every build that did not change them.
  const html = (await stored.text()).replace('<html', `<html data-build="${build.version}"`);
  return new Response(html, { status, headers: stored.headers });
}

/** A file that the browser lost: the server's, where it still is the same. */
async function mend(build: StoredBuild, path: string): Promise<Response | undefined> {
  const key = keyOf(path);
  const found = await fetchFile(key, build.files.get(path)?.[1] ?? '').catch(() => undefined);
  if (found) await build.cache.put(key, found.clone()).catch(() => undefined);
  return found;
}
