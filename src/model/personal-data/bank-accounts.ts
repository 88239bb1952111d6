// International bank account numbers (IBAN, ISO 13616) in a text: the country's length and the check digits.
import type { TextSpan } from './text-span.ts';
import { isGluedAfter, isGluedBefore } from './word-edges.ts';

/** Characters of an IBAN by country, after the registry that SWIFT keeps for ISO 13616. */
const lengthsByCountry: ReadonlyMap<string, number> = new Map(
  Object.entries({
    15: 'NO',
    16: 'BE',
    18: 'DK FI FK FO GL NL SD',
    19: 'MK SI',
    20: 'AT BA EE KZ LT LU MN XK',
    21: 'CH HR LI LV',
    22: 'BG BH CR DE GB GE IE ME RS VA',
    23: 'AE GI IL IQ OM SO TL',
    24: 'AD CZ ES MD PK RO SA SE SK TN VG',
    25: 'LY PT ST',
    26: 'IS TR',
    27: 'BI DJ FR GR IT MC MR SM',
    28: 'AL AZ BY CY DO GT HN HU LB NI PL SV',
    29: 'BR EG PS QA UA',
    30: 'JO KW MU YE',
    31: 'MT SC',
    32: 'LC',
    33: 'RU',
  }).flatMap(([length, countries]) =>
    countries.split(' ').map((country) => [country, Number(length)] as const),
  ),
);

/** Examples that the registry and the banks print to show what an IBAN looks like; they lead to no account. */
const publishedExamples = new Set([
  'FR1420041010050500013M02606',
  'FR7630006000011234567890189',
  'BE68539007547034',
  'CH9300762011623852957',
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'GB29NWBK60161331926819',
  'GB82WEST12345698765432',
  'IT60X0542811101000000123456',
  'LU280019400644750000',
]);

/** The remainder of the account number divided by 97, letters as two digits from 10 on (ISO 7064, MOD 97-10): 1 where it is right. */
function ibanRemainder(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

const heads = /[A-Za-z]{2}\d{2}(?=[ \u00A0\u202F\u2009\u2011-]?[A-Za-z0-9])/g;

const separators = ' \u00A0\u202F\u2009\u2011-';

/** `length` letters and digits from `start` on, with at most one separator between two; undefined where the text has others, or more. */
function readAccount(text: string, start: number, length: number): { iban: string; end: number } | undefined {
  let iban = '';
  let at = start;
  while (iban.length < length) {
    if (iban !== '' && separators.includes(text.charAt(at))) at++;
    const character = text.charAt(at);
    if (!/^[A-Za-z0-9]$/.test(character)) return undefined;
    iban += character;
    at++;
  }
  return isGluedAfter(text, at) ? undefined : { iban, end: at };
}

/** Account numbers of `text` that are right for their country, but for published examples. */
export function findBankAccounts(text: string): (TextSpan & { readonly iban: string })[] {
  return [...text.matchAll(heads)].flatMap(({ 0: head, index: start }) => {
    const length = lengthsByCountry.get(head.slice(0, 2).toUpperCase());
    const account =
      length === undefined || isGluedBefore(text, start) ? undefined : readAccount(text, start, length);
    if (!account) return [];
    // A word of the sentence is not a part of the number.
    const mixed = /[A-Z]/.test(account.iban) && /[a-z]/.test(account.iban);
    const iban = account.iban.toUpperCase();
    if (mixed || iban.replace(/\D/g, '').length < 8 || ibanRemainder(iban) !== 1) return [];
    return publishedExamples.has(iban) ? [] : [{ start, end: account.end, iban }];
  });
}
