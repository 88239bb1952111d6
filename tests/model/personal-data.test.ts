// What the detectors of personal data find, and what they leave alone. All numbers are made by their algorithms; none is anybody's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBankAccounts } from '../../src/model/personal-data/bank-accounts.ts';
import { findEmailAddresses } from '../../src/model/personal-data/email-addresses.ts';
import { findPaymentCards } from '../../src/model/personal-data/payment-cards.ts';
import { findPhoneNumbers } from '../../src/model/personal-data/phone-numbers.ts';
import { findSecrets } from '../../src/model/personal-data/secrets.ts';
import { findSocialSecurityNumbers } from '../../src/model/personal-data/social-security-numbers.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';
import { surroundings, written } from './surroundings.ts';

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
const separator = fc.constantFrom('', ' ', '\u00A0', '\u202F', '-');
/** `text` cut into groups of `lengths`, the last one taking the rest, with `by` between them. */
function group(text: string, lengths: readonly number[], by: string): string {
  const groups: string[] = [];
  let rest = text;
  for (const length of lengths) {
    groups.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...groups, rest].filter((part) => part !== '').join(by);
}

const changeDigit = (digit: string, by: number) => String((Number(digit) + by) % 10);

describe('payment cards', () => {
  const luhn = (body: string) => {
    const sum = [...body].reverse().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return String((10 - (sum % 10)) % 10);
  };
  const card = fc
    .constantFrom(
      { prefix: '400000', length: 16, groups: [4, 4, 4] },
      { prefix: '400000', length: 19, groups: [4, 4, 4, 4] },
      { prefix: '550000', length: 16, groups: [4, 4, 4] },
      { prefix: '222300', length: 16, groups: [4, 4, 4] },
      { prefix: '340000', length: 15, groups: [4, 6] },
      { prefix: '361000', length: 14, groups: [4, 6] },
      { prefix: '601100', length: 16, groups: [4, 4, 4] },
      { prefix: '353000', length: 16, groups: [4, 4, 4] },
      { prefix: '621000', length: 17, groups: [6] },
      { prefix: '501800', length: 16, groups: [4, 4, 4] },
    )
    .chain(({ prefix, length, groups }) =>
      fc.record({
        body: digits(length - 7).map((rest) => prefix + rest),
        groups: fc.constant(groups),
        by: separator,
      }),
    )
    // Written in one piece, 14 digits are an establishment’s (SIRET) as often as a Diners card.
    .filter(({ body, by }) => body.length !== 13 || by !== '');

  it('are found wherever their check digit is right', () => {
    fc.assert(
      fc.property(card, surroundings, ({ body, groups, by }, [before, after]) => {
        const number = group(body + luhn(body), groups, by);
        const text = before + number + after;
        expect(written(text, findPaymentCards(text))).toEqual([number]);
      }),
    );
  });

  it('are not found with another check digit', () => {
    fc.assert(
      fc.property(card, surroundings, fc.integer({ min: 1, max: 9 }), (made, [before, after], by) => {
        const { body, groups } = made;
        const number = group(body + changeDigit(luhn(body), by), groups, made.by);
        const text = before + number + after;
        expect(written(text, findPaymentCards(text))).not.toContain(number);
      }),
    );
  });

  it('are found among other digits of the line when they are grouped as on the card', () => {
    const text = 'Ligne 12 4000 0012 3456 7899 12 345';
    expect(written(text, findPaymentCards(text))).toEqual(['4000 0012 3456 7899']);
  });

  it.each([
    ['published for tests', '4242 4242 4242 4242'],
    ['of an article (EAN), right by Luhn’s formula too', '4000000002093'],
    ['of an establishment (SIRET)', '36000000400018'],
    ['of an account (IBAN)', 'FR76 3000 6000 0112 3456 7890 189'],
    ['in thousands', '4 500 000 000 000'],
    ['of a card, masked', '4000 00•• •••• 7899'],
    ['of an order, behind its letters', 'CMD4000001234567899 et CMD-4000001234567899'],
    ['in milliseconds', '1718000000000'],
  ])('are no numbers %s', (_, text) => {
    expect(findPaymentCards(text)).toEqual([]);
  });
});

describe('bank accounts', () => {
  const shape = fc.constantFrom(
    { country: 'FR', length: 27 },
    { country: 'DE', length: 22 },
    { country: 'BE', length: 16 },
    { country: 'GB', length: 22 },
    { country: 'NO', length: 15 },
    { country: 'MC', length: 27 },
  );
  const checkDigits = (country: string, account: string) => {
    const number = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    return 98n - (BigInt(number) % 97n);
  };
  const account = fc
    .record({
      shape,
      start: digits(12),
      rest: fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 18, maxLength: 18 }),
    })
    .map(({ shape: { country, length }, start, rest }) => ({
      country,
      account: (start + rest).slice(0, length - 4),
    }));
  const fours = [4, 4, 4, 4, 4, 4, 4];

  it('are found wherever their check digits are right', () => {
    fc.assert(
      fc.property(account, separator, surroundings, (made, by, [before, after]) => {
        const check = String(checkDigits(made.country, made.account)).padStart(2, '0');
        const number = group(made.country + check + made.account, fours, by);
        const text = before + number + after;
        expect(written(text, findBankAccounts(text))).toEqual([number]);
      }),
    );
  });

  it('are not found with other check digits', () => {
    fc.assert(
      fc.property(
        account,
        separator,
        surroundings,
        fc.integer({ min: 1, max: 96 }),
        (made, by, around, off) => {
          const right = Number(checkDigits(made.country, made.account));
          const check = String(((right - 2 + off) % 97) + 2).padStart(2, '0');
          const text = around[0] + group(made.country + check + made.account, fours, by) + around[1];
          expect(findBankAccounts(text)).toEqual([]);
        },
      ),
    );
  });

  it('are not found with another length than their country’s, nor among the published examples', () => {
    expect(findBankAccounts('FR76 9999 9999 9900 0012 3456 70')).toEqual([]);
    expect(findBankAccounts('DE89 3704 0044 0532 0130 00, FR7630006000011234567890189')).toEqual([]);
  });
});

describe('social security numbers', () => {
  const place = fc.oneof(digits(2), fc.constantFrom('2A', '2B'));
  const nir = fc
    .record({
      sex: fc.constantFrom('1', '2', '7', '8'),
      year: digits(2),
      month: fc.constantFrom('01', '12', '20', '42', '50', '99'),
      place,
      rest: digits(6),
    })
    .map(({ sex, year, month, place: department, rest }) => sex + year + month + department + rest);
  const key = (number: string) => 97 - Number(BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n);
  const grouped = (number: string, end: number, by: string) =>
    group(number + String(end).padStart(2, '0'), [1, 2, 2, 2, 3, 3], by);

  it('are found wherever their key is right, Corsica included', () => {
    fc.assert(
      fc.property(nir, separator, surroundings, (number, by, [before, after]) => {
        const text = before + grouped(number, key(number), by) + after;
        expect(written(text, findSocialSecurityNumbers(text))).toEqual([grouped(number, key(number), by)]);
      }),
    );
  });

  it('are not found with another key', () => {
    fc.assert(
      fc.property(nir, separator, fc.integer({ min: 1, max: 96 }), (number, by, off) => {
        const wrong = ((key(number) - 1 + off) % 97) + 1;
        expect(findSocialSecurityNumbers(grouped(number, wrong, by))).toEqual([]);
      }),
    );
  });
});

describe('every detector', () => {
  const detectors = [
    findPaymentCards,
    findBankAccounts,
    findSocialSecurityNumbers,
    findEmailAddresses,
    findPhoneNumbers,
    findSecrets,
  ];

  it('takes any text, and finds pieces of it in their order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0123456789+-. ()@:/AFR2Bab|=`*\n\u00A0\uD83D', 'password', 'eyJ', '://'),
        }),
        (text) => {
          for (const find of detectors) {
            for (const { start, end } of find(text)) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
    );
  });

  // With steps that grew as the square of the length, each of these would take minutes.
  it.each(
    [
      ...[
        '0',
        '4',
        '4 ',
        '4000 ',
        '1-',
        '+',
        '+3',
        '01 ',
        '2A',
        'FR76',
        'FR76 ',
        'a@',
        'a.',
        '@a.',
        'a@a.',
        'é',
      ],
      ...[
        'eyJ',
        '-eyJ',
        '.eyJ',
        '.eyJaaaaaaaa',
        'xoxb-',
        '://a:',
        '://',
        'a:',
        'password ',
        'password=',
        'mot de passe a ',
      ],
      ...['Bearer ', 'token=', 'secret', '-----BEGIN ', `-----BEGIN PRIVATE ${'KEY'}-----`, 'glpat-', 'a'],
    ].map((piece) => [piece]),
  )('gets to the end of a million characters of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const find of detectors) expect(find(`${text}!`)).toBeInstanceOf(Array);
  });

  const corpus = findCorpus('naughty-strings');
  it.skipIf(!corpus)('finds nobody’s data in the naughty strings', () => {
    for (const text of readCorpusJson<string[]>(corpus ?? '', 'blns.json'))
      for (const find of detectors) expect([text, find(text)]).toEqual([text, []]);
  });
});
