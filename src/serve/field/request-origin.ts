// Whether a request comes from a page of this site: a page elsewhere may neither write nor read here.
import { isOwnHost } from '../host-header.ts';

/** Whether the `Host` header names this server or one of its public `origins`. */
export function isKnownHost(
  header: string | undefined,
  boundHost: string,
  origins: readonly string[],
): boolean {
  if (isOwnHost(header, boundHost)) return true;
  return origins.some((origin) => origin !== 'null' && new URL(origin).host === header?.toLowerCase());
}

/**
 * Whether a request with this `Origin` header may post. Browsers set it on every POST, programs set none. The scheme is not
 * compared with the server's own: a proxy may have ended the encryption.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  origins: readonly string[],
): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return /^https?:\/\/[^/]+$/.test(origin) && origin.replace(/^https?:\/\//, '') === host?.toLowerCase();
}
