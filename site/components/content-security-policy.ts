// What a page may load and run: its own files, nothing from anywhere else, nothing inline.

/**
 * The policy of every page, for a `meta` tag (Content Security Policy Level 3).
 * `wasm-unsafe-eval` lets Pagefind compile its own WebAssembly. Pictures come as files or as inline SVG, so `data:` stays closed.
 */
export const contentSecurityPolicy = policyFor();

/** The same with the one address that the configuration names for what readers send: its origin, and nothing else of it. */
export function policyFor(endpoint?: string): string {
  const origin = endpoint === undefined ? '' : ` ${new URL(endpoint).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${origin}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
