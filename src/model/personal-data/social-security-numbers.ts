// French social security numbers (NIR, décret n° 82-103 du 22 janvier 1982) in a text.
import type { TextSpan } from './text-span.ts';
import { isGluedAfter, isGluedBefore } from './word-edges.ts';

// Sex, year, month (or a substitute where it is unknown), department or Corsica, town, order, key.
const numbers =
  /[1-478]([ \u00A0\u202F.-]?)\d{2}\1(?:0[1-9]|1[0-2]|[2-9]\d)\1(?:\d{2}|2[ABab])\1\d{3}\1\d{3}[ \u00A0\u202F./-]?\d{2}/g;

/** The key of a NIR's first 13 characters: 97 − (n mod 97), Corsica's 2A counting as 19 and 2B as 18. */
function nirKey(nir: string): number {
  const digits = nir.toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits) % 97n);
}

/** The social security numbers of `text` whose key is right. */
export function findSocialSecurityNumbers(text: string): TextSpan[] {
  return [...text.matchAll(numbers)].flatMap(({ 0: written, index: start }) => {
    const end = start + written.length;
    const digits = written.replace(/[^0-9ABab]/g, '');
    if (nirKey(digits.slice(0, 13)) !== Number(digits.slice(13))) return [];
    return isGluedBefore(text, start) || isGluedAfter(text, end) ? [] : [{ start, end }];
  });
}
