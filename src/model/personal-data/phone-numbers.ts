// Telephone numbers in a text: French ones as they are written in France, and international ones (ITU-T E.164).
import type { TextSpan } from './text-span.ts';
import { isGluedAfter, isGluedBefore } from './word-edges.ts';

export interface PhoneNumber extends TextSpan {
  /** Digits only, as `readPhoneNumber` gives them. */
  readonly number: string;
}

/** Ten digits from 01 to 09 in five pairs, one kind of separator throughout, or in one piece. */
const national = /0[1-9]([ \u00A0\u202F\u2009.\u2011-]?)\d{2}\1\d{2}\1\d{2}\1\d{2}/g;

/** `+` and a country code, or 00 33, and all digits that follow with single separators, an area in brackets included. */
const international =
  /(?:\+|00[ \u00A0\u202F.-]?(?=33))[1-9](?:(?:[ \u00A0\u202F\u2009.\u2011-]|[ \u00A0\u202F\u2009.\u2011-]?[()][ \u00A0\u202F\u2009.\u2011-]?)?\d){6,}/g;

/** Whether the five pairs from `start` to `end` are a piece of a longer list of numbers. */
function isPartOfList(text: string, start: number, end: number): boolean {
  return (
    /\d{2}[ \u00A0\u202F]\d{2}[ \u00A0\u202F]$/.test(text.slice(Math.max(0, start - 6), start)) ||
    /^(?:-[\p{L}\p{N}_]|(?:[ \u00A0\u202F.]\d{2}){2}(?!\d))/u.test(text.slice(end, end + 7))
  );
}

/** France and its overseas departments: nine digits after the country code, a zero before them at home. */
const frenchCodes = /^(?:33|262|590|594|596)0?(?=[1-9]\d{8})/;

/** The digits of `written`; a French number as it is dialled in France, whichever way it is written. */
export function readPhoneNumber(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  return /^\s*(?:\+|00)/.test(written) ? digits.replace(frenchCodes, '0') : digits;
}

/** Where the number that begins `written` ends: a French number has ten digits, whatever stands after it on the line. */
function endOfNumber(written: string): number {
  const number = readPhoneNumber(written);
  if (!number.startsWith('0') || number.length <= 10) return written.length;
  const surplus = number.length - 10;
  const end = [...written.matchAll(/\d/g)].at(-surplus)?.index ?? written.length;
  return written.slice(0, end).trimEnd().length;
}

/**
 * The telephone numbers of `text`.
 *
 * Short numbers (15, 112, 3xxx) and those from 08 are not among them: they belong to services, never to a person, and
 * four digits can as well be a year or a price.
 */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  const written = [
    ...[...text.matchAll(national)].filter(
      ({ 0: found, index }) => !isPartOfList(text, index, index + found.length),
    ),
    ...text.matchAll(international),
  ];
  return written
    .flatMap(({ 0: found, index: start }): PhoneNumber[] => {
      const end = start + endOfNumber(found);
      const number = readPhoneNumber(text.slice(start, end));
      const isService = number.startsWith('08');
      // E.164 gives a number 15 digits at the most, its country code included.
      const isNumber = number.length >= 8 && number.length <= 15 && !'01234567890'.includes(number);
      const alone = !isGluedBefore(text, start) && !isGluedAfter(text, end);
      return isNumber && alone && !isService ? [{ start, end, number }] : [];
    })
    .sort((a, b) => a.start - b.start);
}

/** Reserved for films and books: France by ARCEP's numbering plan, the United Kingdom by Ofcom, North America (555-01xx) by NANPA. */
const fictional =
  /^(?:0(?:19900|26191|35301|46571|53649|63998)\d|44(?:1(?:1[3-8]|[2-6]1)4960|1914980|1632960|2079460|289649|2920180|3069990|7700900|8081570|9098790)|1[2-9]\d{2}55501\d{2})/;

/** Whether nobody can be reached under `number`, because it is kept for fiction. */
export function isFictionalPhone(number: string): boolean {
  return fictional.test(number);
}
