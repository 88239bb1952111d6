// What a service's answer becomes: values of declared variables, and nothing else of it.
import { describe, expect, it } from 'vitest';
import type { ContextVariable } from '../../src/model/context.ts';
import {
  type ContextSource,
  readReference,
  readSourcedValues,
  sourceAddress,
} from '../../src/model/context-source.ts';

const variables: ContextVariable[] = [
  { name: 'order.status', label: {}, values: [{ value: 'shipped', label: {} }], samples: [] },
  { name: 'customer.first_name', label: {}, values: undefined, samples: [] },
];
const source: ContextSource = {
  url: 'https://orders.example.org/api?number={order}&by=kb',
  ask: {},
  timeout: 5000,
  values: [
    { variable: 'order.status', path: ['parcels', '0', 'state'], codes: [['20', 'shipped']] },
    { variable: 'customer.first_name', path: ['customer', 'first'], codes: [] },
  ],
};
const read = (json: unknown) => {
  const { values, unfit } = readSourcedValues(source, variables, json);
  return [Object.fromEntries(values), unfit];
};

describe('an answer of the service', () => {
  it('gives what stands at the paths, its codes put into our values', () => {
    expect(read({ parcels: [{ state: 20 }], customer: { first: ' Zoé ', last: 'Petit' } })).toEqual([
      { 'order.status': 'shipped', 'customer.first_name': 'Zoé' },
      [],
    ]);
  });

  it('gives nothing for what is missing, empty or no text', () => {
    for (const json of [
      null,
      7,
      [],
      {},
      { parcels: {} },
      { customer: { first: {} } },
      { customer: { first: '' } },
    ])
      expect(read(json)).toEqual([{}, []]);
  });

  it('names what is no value of its variable, and reads no inherited property', () => {
    expect(read({ parcels: [{ state: 'EATEN' }], customer: { first: 'x'.repeat(201) } })).toEqual([
      {},
      ['order.status', 'customer.first_name'],
    ]);
    const inherited = {
      ...source,
      values: [{ variable: 'customer.first_name', path: ['constructor', 'name'], codes: [] }],
    };
    expect(readSourcedValues(inherited, variables, {}).values.size).toBe(0);
  });
});

describe('a reference', () => {
  it('is asked for in its place of the address, and can lead nowhere else', () => {
    expect(sourceAddress(source, 'MIR 1/../é#')).toBe(
      'https://orders.example.org/api?number=MIR%201%2F..%2F%C3%A9%23&by=kb',
    );
  });

  it.each([
    ['MIR-204817', 'MIR-204817'],
    [' 4711 ', '4711'],
    ['', undefined],
    ['<b>', undefined],
    ['../x', undefined],
    ['a\nb', undefined],
    ['x'.repeat(81), undefined],
  ])('is read from %j', (text, expected) => expect(readReference(text)).toBe(expected));
});
