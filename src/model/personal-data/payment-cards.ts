// Payment card numbers (ISO/IEC 7812-1) in a text: the issuers' ranges, their lengths and the check digit.
import type { TextSpan } from './text-span.ts';
import { isGluedAfter, isGluedBefore } from './word-edges.ts';

interface IssuerRange {
  /** First and last prefix, of equal length. */
  readonly from: string;
  readonly to: string;
  readonly lengths: readonly number[];
}

const long = [16, 17, 18, 19];

/** Ranges that the schemes publish: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro, Mir, Troy. */
const issuerRanges: readonly IssuerRange[] = [
  { from: '4', to: '4', lengths: [13, 16, 19] },
  { from: '51', to: '55', lengths: [16] },
  { from: '2221', to: '2720', lengths: [16] },
  { from: '34', to: '34', lengths: [15] },
  { from: '37', to: '37', lengths: [15] },
  { from: '300', to: '305', lengths: [14, ...long] },
  { from: '3095', to: '3095', lengths: [14, ...long] },
  { from: '36', to: '36', lengths: [14, ...long] },
  { from: '38', to: '39', lengths: [14, ...long] },
  { from: '6011', to: '6011', lengths: long },
  { from: '644', to: '659', lengths: long },
  { from: '3528', to: '3589', lengths: long },
  { from: '62', to: '62', lengths: long },
  { from: '81', to: '82', lengths: long },
  { from: '5018', to: '5020', lengths: [13, 14, 15, ...long] },
  { from: '5038', to: '5038', lengths: [13, 14, 15, ...long] },
  { from: '5893', to: '5893', lengths: [13, 14, 15, ...long] },
  { from: '6304', to: '6304', lengths: [13, 14, 15, ...long] },
  { from: '6759', to: '6763', lengths: [13, 14, 15, ...long] },
  { from: '2200', to: '2204', lengths: long },
  { from: '9792', to: '9792', lengths: [16] },
];

/**
 * Numbers that the schemes and their acquirers print in their documentation for tests. No bank can give them to
 * anyone, and a procedure for a test shop is better with one of them than with a number made up.
 */
const publishedTestNumbers = new Set([
  '4111111111111111',
  '4012888888881881',
  '4242424242424242',
  '4444333322221111',
  '5555555555554444',
  '5105105105105100',
  '2223003122003222',
  '378282246310005',
  '371449635398431',
  '30569309025904',
  '38520000023237',
  '6011111111111117',
  '6011000990139424',
  '3530111333300000',
  '3566002020360505',
]);

/** Whether the last digit is right by Luhn's formula (ISO/IEC 7812-1, annex B). */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether 13 digits are an article number (GTIN-13), as marketplaces write more often than the 13-digit cards of old. */
function isArticleNumber(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < 13; index++) sum += (digits.charCodeAt(index) - 48) * (index % 2 === 1 ? 3 : 1);
  return sum % 10 === 0;
}

/** Whether 14 digits are a French establishment's number: a SIRET passes Luhn's formula as a whole and in its first nine digits. */
function isEstablishmentNumber(digits: string): boolean {
  return hasLuhnDigit(digits.slice(0, 9));
}

function isCardNumber(digits: string, grouping: string): boolean {
  const ofIssuer = issuerRanges.some(({ from, to, lengths }) => {
    const prefix = digits.slice(0, from.length);
    return from <= prefix && prefix <= to && lengths.includes(digits.length);
  });
  if (!ofIssuer || !hasLuhnDigit(digits) || publishedTestNumbers.has(digits)) return false;
  // Thousands, as in 4 500 000 000 000.
  if (/^[1-3](?:-3)+$/.test(grouping)) return false;
  if (digits.length === 13) return !isArticleNumber(digits);
  if (digits.length === 14) return grouping === '4-6-4' || !isEstablishmentNumber(digits);
  return true;
}

/** The groups in which the numbers are embossed, looked for even where other digits stand right beside them. */
const embossedGroupings = [
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
];

/** At least 13 digits with at most one space, no-break space or dash between two of them. */
const chains = /\d(?:[ \u00A0\u202F\u2009\u2011-]?\d){12,}/g;

interface Group extends TextSpan {
  readonly digits: string;
}

function readGroups(chain: string, offset: number): Group[] {
  return [...chain.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: offset + index,
    end: offset + index + digits.length,
  }));
}

function cardOf(groups: readonly Group[]): TextSpan | undefined {
  const digits = groups.map((group) => group.digits).join('');
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last || digits.length > 19) return undefined;
  const grouping = groups.map((group) => group.digits.length).join('-');
  return isCardNumber(digits, grouping) ? { start: first.start, end: last.end } : undefined;
}

/** The embossed number that begins with `groups[at]`. */
function embossedCardAt(groups: readonly Group[], at: number): TextSpan | undefined {
  for (const lengths of embossedGroupings) {
    const window = groups.slice(at, at + lengths.length);
    if (window.length < lengths.length) continue;
    if (!window.every(({ digits }, index) => digits.length === lengths[index])) continue;
    const card = cardOf(window);
    if (card) return card;
  }
  return undefined;
}

/** The groups of the chain of digits from `start` to `end`, but for those that are a piece of a word. */
function readFreeGroups(text: string, start: number, end: number): Group[] {
  const groups = readGroups(text.slice(start, end), start);
  // FR76 3000 …: the digits of a bank account number.
  if (
    groups[0]?.digits.length === 2 &&
    /(?:^|[^\p{L}])[A-Za-z]{2}$/u.test(text.slice(Math.max(0, start - 3), start))
  )
    return [];
  if (isGluedBefore(text, start)) groups.shift();
  if (isGluedAfter(text, end)) groups.pop();
  return groups;
}

/** The payment card numbers of `text`, but for those that are published for tests. */
export function findPaymentCards(text: string): TextSpan[] {
  return [...text.matchAll(chains)].flatMap(({ 0: chain, index }) => {
    const groups = readFreeGroups(text, index, index + chain.length);
    const whole = groups.length <= 19 ? cardOf(groups) : undefined;
    return whole ?? groups.flatMap((_, at) => embossedCardAt(groups, at) ?? []);
  });
}
