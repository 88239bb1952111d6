// The guide's part of an address: `#guide` starts it, `#guide=1.2-k3f9` leads to a step, `#guide-2…` is the second one of a page.
import { guideName } from '../guide-data.ts';

export interface GuideAddress {
  /** Place among the guides of the page, from 1. */
  readonly number: number;
  /** The path as `encodePath` gives it, or whatever somebody made of it. */
  readonly path: string;
}

/** What `hash` asks for, or undefined where it is no business of the guide's: a heading "Guide" keeps its anchor, `#guide=` starts nonetheless. */
export function readGuideAddress(
  hash: string,
  isAnchor: (name: string) => boolean,
): GuideAddress | undefined {
  const match = /^#guide(?:-([1-9]\d{0,2}))?(=.*)?$/.exec(decode(hash));
  if (match === null) return undefined;
  const number = Number(match[1] ?? 1);
  if (match[2] === undefined && isAnchor(guideName(number))) return undefined;
  return { number, path: match[2]?.slice(1) ?? '' };
}

/** The fragment of a step, with its `#`. */
export function writeGuideAddress(
  { number, path }: GuideAddress,
  isAnchor: (name: string) => boolean,
): string {
  const name = guideName(number);
  return path === '' && !isAnchor(name) ? `#${name}` : `#${name}=${path}`;
}

/** Some tools escape the `=` of an address that they pass on. */
function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
