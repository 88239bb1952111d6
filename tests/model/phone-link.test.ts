// Which links call, and what paper shows of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeDialled, isPhoneLink, phoneOfLink } from '../../src/model/phone-link.ts';

describe('a link that calls', () => {
  it.each([
    ['tel:+33199005210', '+33 1 99 00 52 10'],
    ['TEL:+33-1-99-00-52-10', '+33 1 99 00 52 10'],
    ['tel:+33199005210;ext=12', '+33 1 99 00 52 10 - 12'],
    ['tel:+44-20-7946-0000', '+44-20-7946-0000'],
    ['tel:+1(201)555-0123;isub=1;x-y', '+1(201)555-0123'],
    ['tel:3631;phone-context=+33', '3631'],
    ['tel:7042;phone-context=example.org', '7042'],
    ['tel:*21%23;phone-context=+33', '*21#'],
  ])('such as %s can be dialled and is shown as %s', (url, shown) => {
    expect([isPhoneLink(url), canBeDialled(url), phoneOfLink(url)]).toEqual([true, true, shown]);
  });

  it.each([
    'tel:',
    'tel:+',
    'tel:0199005210',
    'tel:3631',
    'tel:112',
    'tel:+33 1 99 00 52 10',
    'tel:+33%201%2099',
    'tel://+33199005210',
    'tel:+33199005210?x=1',
    'tel:+33199005210;ext=',
    'tel:+12',
    'tel:+1234567890123456',
    'tel:---;phone-context=+33',
    'tel:3631;phone-context=',
    'tel:3631;phone-context=+',
    'tel:3631;my-phone-context=+33',
    'tel:+33١٩٩٠٠٥٢١٠',
    'tel:+33199005210\n',
  ])('such as %j can’t be dialled from anywhere, and paper shows nothing of it', (url) => {
    expect([isPhoneLink(url), canBeDialled(url), phoneOfLink(url)]).toEqual([true, false, undefined]);
  });

  it('is shown with nothing but what a number is written with, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789-().;=%23exthpnco* \'"<') }), (rest) => {
        expect(phoneOfLink(`tel:${rest}`) ?? '').toMatch(/^[+\da-f *#().-]*$/i);
      }),
    );
  });
});
