// The address of a request → a path below the site's root, or nothing: no way up, no hidden file, no second reading of escapes.

/**
 * The path that `target` (a request's target, such as `/fr/a%20b.html?x`) names, decoded, without its leading `/`;
 * a folder keeps its `/` at the end. Undefined where it is malformed, leads out of the root or names a hidden file.
 */
export function parseRequestPath(target: string | undefined): string | undefined {
  const path = /^\/([^?#]*)/.exec(target ?? '')?.[1];
  if (path === undefined) return undefined;
  if (path === '') return '';
  const segments = path.split('/').map(decodeSegment);
  const folders = segments.at(-1) === '' ? segments.slice(0, -1) : segments;
  return folders.every((segment) => segment !== undefined && isVisibleName(segment))
    ? segments.join('/')
    : undefined;
}

/** Browsers read an address that ends in `/` as the folder's `index.html`. */
export function pageOfPath(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isVisibleName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name);
}
