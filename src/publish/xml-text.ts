// Text as XML 1.0 takes it, whatever stands in it.
import { legible } from '../model/legible.ts';

/** `text` for between tags and for attributes in double quotes. */
export function xmlText(text: string): string {
  return legible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
