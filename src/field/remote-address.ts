// What asking another machine has in common: which addresses a secret may travel to, and what a failure is called.

/** `text` as an address to which a secret may be sent: https, or this very machine; undefined for any other. */
export function parseSafeAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url : undefined;
}

/** `ECONNREFUSED`, `TimeoutError`: never the whole message, which may hold what was sent. */
export function nameFailure(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
  return inner instanceof Error ? inner.name : 'error';
}
