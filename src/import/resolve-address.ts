// An address as a page of an export writes it → the path in the export that it means.
import { posix } from 'node:path';

/** `address`, written in the page at `from`, as a path in the export (NFC, with `/`); undefined where it leads out of it or is none. */
export function resolveAddress(address: string, from: string): string | undefined {
  const [, file = ''] = /^([^?#]*)/.exec(address.trim()) ?? [];
  if (file === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(file)) return undefined;
  let decoded = file;
  try {
    decoded = decodeURIComponent(file);
  } catch {
    // Not every program escapes `%` in a name: then it stands for itself.
  }
  const path = posix.join(posix.dirname(from), decoded.replaceAll('\\', '/')).normalize('NFC');
  return path.startsWith('..') || path === '.' || path.includes('\0') ? undefined : path;
}
