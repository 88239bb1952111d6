// letters-are-of-one-script: no word mixes Latin letters with Cyrillic or Greek ones that look the same.
import { findMixedWords, type MixedWord } from '../../model/deceptive-text/mixed-scripts.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const scriptNames: Readonly<Record<MixedWord['script'], { readonly one: string; readonly many: string }>> = {
  Latin: { one: 'latine', many: 'latines' },
  Greek: { one: 'grecque', many: 'grecques' },
  Cyrillic: { one: 'cyrillique', many: 'cyrilliques' },
};

function describeMixed({ word, letter, script, expected }: MixedWord): Wording {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = quote(word, 25);
  return {
    fr: `Lettre ${scriptNames[script].one} « ${letter} » (${code}) inattendue dans « ${shown} », attendu : des lettres ${scriptNames[expected].many}`,
    en: `Unexpected ${script} letter \`${letter}\` (${code}) in \`${shown}\`, expected ${expected} letters`,
  };
}

export const lettersAreOfOneScript: Rule = {
  group: 'safety',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Un « а » cyrillique dans un mot latin a l’air juste et ne l’est pas : la recherche ne trouve pas le mot, et une adresse ainsi écrite mène chez un autre. Unités et formules (µg, kΩ, Δt) sont admises.',
    en: 'A Cyrillic “а” in a Latin word looks right and is not: search does not find the word, and an address with it leads to somebody else’s site. Units and formulas such as µg, kΩ and Δt are fine.',
  },
  *check({ text }, { parts }) {
    for (const mixed of findMixedWords(text))
      yield { ...parts.placeAt(mixed.start, mixed.end), message: describeMixed(mixed) };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le flacon de 50 μg, la résistance de 10 kΩ et l’écart Δt ; Привет, Καλημέρα.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Ouvrez https://mir\u0430ndelle.example, puis « \u0395xpress ».\n\nЗд\u0070авствуйте !\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 19,
          fr: 'Lettre cyrillique « \u0430 » (U+0430) inattendue dans « mir\u0430ndelle », attendu : des lettres latines',
          en: 'Unexpected Cyrillic letter `\u0430` (U+0430) in `mir\u0430ndelle`, expected Latin letters',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 43,
          fr: 'Lettre grecque « \u0395 » (U+0395) inattendue dans « \u0395xpress », attendu : des lettres latines',
          en: 'Unexpected Greek letter `\u0395` (U+0395) in `\u0395xpress`, expected Latin letters',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Lettre latine « p » (U+0070) inattendue dans « Зд\u0070авствуйте », attendu : des lettres cyrilliques',
          en: 'Unexpected Latin letter `p` (U+0070) in `Зд\u0070авствуйте`, expected Cyrillic letters',
        },
      ],
    },
  ],
};
