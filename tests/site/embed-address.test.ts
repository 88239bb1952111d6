// What an embedded link asks `go.html` for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGoContext, readGoReference, readGoRequest } from '../../site/go-address.ts';
import { embedAddress, readEmbedValues } from '../../site/scripts/embed/embed-address.ts';

const root = 'https://kb.example/base/';

describe('an embedded link', () => {
  it.each([
    [{ form: 'refund-request' }, 'go.html#form=refund-request&lang=fr'],
    [{ reason: 'delivery.late', order: 'MIR 7' }, 'go.html#reason=delivery.late&lang=fr&order=MIR%207'],
    [{ article: 'colis', form: 'x' }, 'go.html#form=x&id=colis&lang=fr'],
    [
      { form: 'x', values: '{"order.status":"shipped","customer.first_name":"Zoé & Cie"}' },
      'go.html#form=x&lang=fr&order.status=shipped&customer.first_name=Zo%C3%A9%20%26%20Cie',
    ],
  ])('that asks for %j is %s', (request, address) => {
    expect(embedAddress(root, request, 'fr')).toBe(root + address);
  });

  it('is none where nothing is asked for', () => {
    expect(embedAddress(root, { form: '', order: '7', values: '{"a.b":"c"}' }, '')).toBeUndefined();
  });

  it('takes no value that would be a parameter of the link, or no text', () => {
    const values = '{"id":"evil","lang":"xx","a.b":{"c":1},"a.c":null,"a.d":" ","a.e":4,"a.f":true}';
    expect(readEmbedValues(values)).toEqual([
      ['a.e', '4'],
      ['a.f', 'true'],
    ]);
  });

  it.each(['{', '[]', 'null', '"text"', '4'])('says that %j is no object of values', (written) => {
    expect(readEmbedValues(written)).toBeUndefined();
  });

  it('is read by go.html as it was meant, whatever is in it, and puts everything behind #', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((each) => each.trim());
    const name = fc.tuple(text, text).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(text, fc.dictionary(name, text.filter(Boolean), { maxKeys: 4 }), (form, values) => {
        fc.pre(form !== '');
        const address = embedAddress(root, { form, order: 'A-1', values: JSON.stringify(values) }, 'en');
        const { search, hash, origin, pathname } = new URL(address ?? '');
        expect([origin + pathname, search]).toEqual([`${root}go.html`, '']);
        expect(readGoRequest(search, hash)).toMatchObject({ form, lang: 'en', id: '', reason: '' });
        expect(readGoReference(search, hash)).toBe('A-1');
        expect(Object.fromEntries(readGoContext(search, hash))).toEqual(
          Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()])),
        );
      }),
    );
  });
});
