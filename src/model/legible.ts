// Makes text from content safe to hand to another program, which may show it on a terminal or on a page.
import { printable } from './printable.ts';

/** `text` with `�` for each half of a surrogate pair that stands alone, so that it can be written as UTF-8 (Unicode 3.9). */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * `text` with `�` for everything that nobody can read: control and bidirectional characters, lone surrogates, and the two
 * noncharacters that XML forbids. Tabs and line ends stay; what is left is a legal text of XML 1.0 (section 2.2).
 */
export function legible(text: string): string {
  return wellFormed(text.replace(/[^\t\r\n]+/g, printable)).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
