// E-mail addresses in a text, and the domains that belong to nobody (RFC 2606, RFC 6761).
import type { TextSpan } from './text-span.ts';

export interface EmailAddress extends TextSpan {
  /** What stands after the `@`, in lower case. */
  readonly domain: string;
}

/** Top-level domains that are file types: `logo@2x.png` is a picture. */
const fileTypes = /\.(?:png|jpe?g|gif|webp|avif|svg|css|js|ts|json|ya?ml|md)$/;

/** Longest local part and domain, in octets (RFC 5321, section 4.5.3.1). */
const longestLocal = 64;
const longestDomain = 253;

const localCharacter = /[\p{L}\p{M}\p{N}._+-]/u;
const domainCharacter = /[\p{L}\p{M}\p{N}.-]/u;

/** Where the characters that `pattern` allows end, from `from` on in direction `step`, `most` at the most. */
function reach(text: string, from: number, step: 1 | -1, pattern: RegExp, most: number): number {
  let at = from;
  while (Math.abs(at - from) < most && pattern.test(text.charAt(step === 1 ? at : at - 1))) at += step;
  return at;
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label)) &&
    /^(?:[\p{L}\p{M}]{2,24}|xn--[a-z0-9-]{2,59})$/u.test(labels.at(-1) ?? '') &&
    !fileTypes.test(domain)
  );
}

/** Whether what ends at `start` makes an account on a server of it (`https://user@host`), or a name in a network (`@name@host`). */
function isOtherAddress(text: string, start: number, end: number): boolean {
  if (/\/\/[^\s/?#]*$/.test(text.slice(Math.max(0, start - longestLocal), start))) return true;
  // The account under which code is fetched has no mailbox.
  if (text.slice(start, end).startsWith('git@')) return true;
  return /[@%]/.test(text.charAt(start - 1)) || /^:[^\s:]/.test(text.slice(end, end + 2));
}

/** The e-mail addresses of `text`. Addresses of servers (`git@host:path`, `https://user@host`) are not among them. */
export function findEmailAddresses(text: string): EmailAddress[] {
  const found: EmailAddress[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = text.slice(reach(text, at, -1, localCharacter, longestLocal), at).replace(/^[.+_-]+/, '');
    const written = text.slice(at + 1, reach(text, at + 1, 1, domainCharacter, longestDomain));
    const domain = written.replace(/[.-]+$/, '').toLowerCase();
    if (local === '' || !isDomain(domain)) continue;
    const [start, end] = [at - local.length, at + 1 + domain.length];
    if (!isOtherAddress(text, start, end)) found.push({ start, end, domain });
  }
  return found;
}

/** Whether `domain` is one of `domains` or below one of them. */
export function isWithinDomains(domain: string, domains: readonly string[]): boolean {
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/** Domains that nobody can own, kept for examples and tests. */
const reservedDomains = [
  'example',
  'test',
  'invalid',
  'localhost',
  'example.com',
  'example.net',
  'example.org',
];

/** Whether `domain` is kept for examples and tests (RFC 2606, RFC 6761). */
export function isReservedDomain(domain: string): boolean {
  return isWithinDomains(domain, reservedDomains);
}
