// The text of a file in which numbers of people are looked for: all of it, but for the addresses of web pages.
import type { Document } from '../content/document.ts';
import type { DocumentParts } from '../content/document-parts.ts';

/** Long runs of digits in a web address are chance, not somebody's number. Those of digests stand between letters. */
const webAddresses = /https?:\/\/[^\s<>"'`]+/g;

function blank({ document }: DocumentParts): string {
  return document.text.replace(webAddresses, (found) => '\uFFFC'.repeat(found.length));
}

/** The file's text with web addresses blanked out (U+FFFC), so that offsets stay what they are. */
export function personalText({ text }: Document, parts: DocumentParts): string {
  return text.includes('://') ? parts.derive(blank) : text;
}
