// What a page may load and run: its own files, nothing from anywhere else, nothing inline.

/**
 * The policy of every page, for a `meta` tag (Content Security Policy Level 3).
 * `wasm-unsafe-eval` lets Pagefind compile its own WebAssembly. Pictures come as files or as inline SVG, so `data:` stays closed.
 */
export const contentSecurityPolicy = policyFor();

/** The same with the addresses that the configuration names, for what readers send, for the service that is asked of a contact and for the tool that takes case notes: their origins, and nothing else of them. */
export function policyFor(...addresses: readonly (string | undefined)[]): string {
  const origins = new Set(addresses.flatMap((url) => (url === undefined ? [] : [` ${new URL(url).origin}`])));
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${[...origins].join('')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
