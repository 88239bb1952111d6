// Blanks of drafts, and the sound sentences that hold the same words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaceholders } from '../../../src/lint/language/placeholders.ts';

describe('findPlaceholders', () => {
  it.each([
    ['TODO', ['TODO']],
    ['Délai : TBD', ['TBD']],
    ['Lorem ipsum dolor', ['Lorem ipsum']],
    ['À définir', ['À définir']],
    ['Délai\u00A0: à compléter…', ['à compléter']],
    ['Le prix (à confirmer) est fixe', ['(à confirmer)']],
    ['Price: to be confirmed', ['to be confirmed']],
    ['Appelez le [...] ou le [xxx]', ['[...]', '[xxx]']],
    ['Le tarif est de ??? euros', ['???']],
    ['A COMPLETER', ['A COMPLETER']],
    ['??', ['??']],
  ])('finds those of %j', (text, found) =>
    expect(findPlaceholders(text).map((one) => one.text)).toEqual(found),
  );

  it.each([
    'Le formulaire à compléter par le client.',
    'Les URL sont à définir dans la page de chaque produit.',
    'The form to be completed by the customer.',
    'a todo list, le mot todo, TODOS, XXXX, XXX-12, /TODO/',
    '«\u00A0Le vendeur […] refuse.\u00A0»',
    'Vraiment ??? Non ! Quoi??',
  ])('lets %j be', (text) => expect(findPlaceholders(text)).toEqual([]));

  it('never throws, and gives what stands where it says', () => {
    const piece = fc.oneof(
      fc.constantFrom('TODO', '[...]', '«', 'à définir', ' ', ':', '(', '???'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        for (const { start, text: found } of findPlaceholders(text)) {
          expect(text.slice(start, start + found.length)).toBe(found);
        }
      }),
    );
  });
});
