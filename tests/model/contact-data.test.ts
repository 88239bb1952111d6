// E-mail addresses and telephone numbers: found in every way of writing them, and not in what only looks like them. None is anybody's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findEmailAddresses,
  isReservedDomain,
  isWithinDomains,
} from '../../src/model/personal-data/email-addresses.ts';
import { findPhoneNumbers, isFictionalPhone } from '../../src/model/personal-data/phone-numbers.ts';
import { surroundings, written } from './surroundings.ts';

describe('e-mail addresses', () => {
  it.each([
    ['écrire à Camille.Roche@boite.perso.', 'Camille.Roche@boite.perso', 'boite.perso'],
    ['<a+colis@sous.boite.perso>', 'a+colis@sous.boite.perso', 'sous.boite.perso'],
    ['[x](mailto:a@boite.perso?subject=b)', 'a@boite.perso', 'boite.perso'],
    ['https://x.example/?de=a@boite.perso', 'a@boite.perso', 'boite.perso'],
    ['l’adresse d’agathe@boîte.perso', 'agathe@boîte.perso', 'boîte.perso'],
    ['a@xn--bote-vpa.xn--p1ai', 'a@xn--bote-vpa.xn--p1ai', 'xn--bote-vpa.xn--p1ai'],
  ])('are found in %s', (text, address, domain) => {
    const found = findEmailAddresses(text);
    expect(written(text, found)).toEqual([address]);
    expect(found[0]?.domain).toBe(domain);
  });

  it.each([
    ['a server’s account', 'https://agent:mot@hote.perso/ et ssh git@hote.perso'],
    ['a repository', 'depot@hote.perso:aide/base'],
    ['a name in a network', 'suivez @mirandelle@reseau.perso'],
    ['a picture', 'logo@2x.png'],
    ['a version', 'npm i outil@4.17.21'],
    ['a template', '{{prenom}}@boite.perso'],
    ['half of one', 'a@ et @b.perso et a@b et a@-b.perso et a@b..perso'],
  ])('are not found in %s', (_, text) => {
    expect(findEmailAddresses(text)).toEqual([]);
  });

  it('belong to nobody at the domains kept for examples, and to the team below its own', () => {
    const reserved = ['example.com', 'www.example.org', 'mirandelle.example', 'a.test', 'b.invalid'];
    expect(reserved.filter(isReservedDomain)).toEqual(reserved);
    expect(['exemple.perso', 'myexample.com', 'test.perso'].filter(isReservedDomain)).toEqual([]);
    expect(isWithinDomains('aide.boite.perso', ['boite.perso'])).toBe(true);
    expect(isWithinDomains('maboite.perso', ['boite.perso'])).toBe(false);
  });
});

describe('telephone numbers', () => {
  it('are found in every French way of writing, as the same number', () => {
    // 07 00 belongs to machines, with 14 digits: nobody has this number.
    const ways = [
      '07 00 00 12 34',
      '07.00.00.12.34',
      '07-00-00-12-34',
      '0700001234',
      '07\u00A000\u00A000\u00A012\u00A034',
      '+33 7 00 00 12 34',
      '+33 (0)7 00 00 12 34',
      '+33700001234',
      '0033 7 00 00 12 34',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...ways), surroundings, (way, [before, after]) => {
        const text = before + way + after;
        expect(written(text, findPhoneNumbers(text))).toEqual([way]);
        expect(findPhoneNumbers(text).map(({ number }) => number)).toEqual(['0700001234']);
      }),
    );
  });

  it('end where a French number ends, whatever follows', () => {
    const text =
      'Au +33 7 00 00 12 34 9 h à 18 h, ou au 07 00 00 12 35 24 h sur 24, 07 00 00 12 36/07 00 00 12 37';
    expect(written(text, findPhoneNumbers(text))).toEqual([
      '+33 7 00 00 12 34',
      '07 00 00 12 35',
      '07 00 00 12 36',
      '07 00 00 12 37',
    ]);
  });

  it.each([
    ['short numbers and those of services', 'Le 15, le 112, le 3900, le 0 800 000 000, le 08 92 00 00 00'],
    ['days and hours', '2026-11-22 08:00:00 +0000, J+30, 01-02-2026, 09.10.2026'],
    ['lists of numbers', '00 01 02 03 04 05 06 07 08 09'],
    ['names of files and ids', 'CMD-0700001234, facture-0700001234-01, v1.0700001234'],
    ['digits for filling in', '0123456789'],
    ['sums', '1+12345678'],
  ])('are not found in %s', (_, text) => {
    expect(findPhoneNumbers(text)).toEqual([]);
  });

  it('are fictional in the ranges kept for it', () => {
    const numbers = ['01 99 00 12 34', '+33 6 39 98 12 34', '+44 7700 900123', '+1 202 555 0143'];
    const found = numbers.flatMap(findPhoneNumbers);
    expect(found).toHaveLength(4);
    expect(found.every(({ number }) => isFictionalPhone(number))).toBe(true);
    expect(isFictionalPhone('0700001234')).toBe(false);
  });
});
