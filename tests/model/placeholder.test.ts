// What counts as a placeholder in a text, and how texts are filled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPlaceholders, findPlaceholders } from '../../src/model/placeholder.ts';

describe('findPlaceholders', () => {
  it('finds variables of the base, and those of a case with their fallback', () => {
    expect(
      findPlaceholders('Sous {{delai-remboursement}}, {{ customer.first_name | Madame, Monsieur }}.'),
    ).toEqual([
      { name: 'delai-remboursement', fallback: undefined, start: 5, end: 28 },
      { name: 'customer.first_name', fallback: 'Madame, Monsieur', start: 30, end: 74 },
    ]);
  });

  it.each([
    '{{}}',
    '{{ }}',
    '{{Nom}}',
    '{{a b}}',
    '{{a.}}',
    '{{a|b\nc}}',
    '{a}',
    '{{#if a}}',
    `{{a|${'x'.repeat(201)}}}`,
  ])('takes %j for text', (text) => {
    expect(findPlaceholders(text)).toEqual([]);
  });
});

describe('fillPlaceholders', () => {
  it('leaves what has no value as it was typed', () => {
    const values: Record<string, string> = { prenom: 'Léa' };
    expect(
      fillPlaceholders('{{prenom}}, {{ nom }} {{x|y}}', ({ name, fallback }) => values[name] ?? fallback),
    ).toBe('Léa, {{ nom }} y');
  });

  it('never reads a value for another placeholder', () => {
    expect(fillPlaceholders('{{a}}{{b}}', ({ name }) => (name === 'a' ? '{{b}}' : 'B'))).toBe('{{b}}B');
  });

  it('gives the text back when each placeholder is filled with itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}|a.\- é]*$/), (text) => {
        expect(fillPlaceholders(text, ({ start, end }) => text.slice(start, end))).toBe(text);
      }),
    );
  });
});
