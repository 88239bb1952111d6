// The field `reasons` of the configuration: labels, aims, keywords, and the tree that reasons may form.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import {
  keywordsOfReason,
  listReasonTree,
  reasonsAbove,
  reasonsBelow,
  withReasonsAbove,
} from '../../src/model/reasons.ts';
import { minimal, problemOf } from './config-text.ts';

describe('the configuration', () => {
  it('takes contact reasons by their label alone, or with what is aimed at', () => {
    const reasons = `reasons:
  a: { fr: Retard }
  b: { title: { fr: Perdu }, contacts: 2, resolve_within: 2w, escalation: { fr: Voir le chef. } }
  c: { title: { fr: Abîmé } }
`;
    const config = parseConfig(minimal + reasons);
    expect(config.reasons).toEqual({ a: { fr: 'Retard' }, b: { fr: 'Perdu' }, c: { fr: 'Abîmé' } });
    expect(config.reasonTargets).toEqual({
      b: { contacts: 2, resolveWithin: { amount: 2, unit: 'w' }, escalation: { fr: 'Voir le chef.' } },
    });
  });
  it.each([
    'a: Retard',
    'a: {}',
    'a: { title: Retard }',
    'a: { title: { fr: Retard }, contacts: 0 }',
    'a: { title: { fr: Retard }, resolve_within: 0d }',
    'a: { title: { fr: Retard }, escalation: Chef }',
    'a: { title: { fr: Retard }, titel: b }',
    'a: { title: { fr: Retard }, keywords: retard }',
    'a: { title: { fr: Retard }, keywords: [""] }',
    'a: { title: { fr: Retard }, keywords: ["pas\\nreçu"] }',
    `a: { title: { fr: Retard }, keywords: [${'x'.repeat(81)}] }`,
    'a: { title: { fr: Retard }, keywords: { fr: [] } }',
  ])('refuses the reason %s, at its place', (line) => {
    const { place, en } = problemOf(`${minimal}reasons:\n  ${line}\n`);
    expect(en).toMatch(/reasons\.a|`titel`/);
    expect(place).toMatch(/^kb\.config\.yaml:5:/);
  });
  it('takes reasons as a tree of four levels, in any order', () => {
    const reasons = `reasons:
  d: { title: { fr: D }, parent: c }
  c: { title: { fr: C }, parent: b }
  b: { title: { fr: B }, parent: a }
  e: { title: { fr: E }, parent: a }
  a: { fr: A }
`;
    const config = parseConfig(minimal + reasons);
    expect(listReasonTree(config).map(({ key, depth }) => key + depth)).toEqual([
      'a0',
      'b1',
      'c2',
      'd3',
      'e1',
    ]);
    expect(reasonsAbove(config, 'd')).toEqual(['a', 'b', 'c']);
    expect(reasonsBelow(config, 'b')).toEqual(['c', 'd']);
    expect(withReasonsAbove(config, ['e', 'b'])).toEqual(['e', 'b', 'a']);
  });
  it.each([
    [
      'an unknown parent',
      ['a: { title: { fr: A } }', 'b: { title: { fr: B }, parent: aa }'],
      '6:34',
      /Unknown parent `aa`; did you mean `a`/,
    ],
    ['itself', ['a: { title: { fr: A }, parent: a }'], '5:34', /circle of reasons `a › a`/],
    [
      'a circle',
      ['a: { title: { fr: A }, parent: b }', 'b: { title: { fr: B }, parent: a }'],
      '5:34',
      /circle of reasons `a › b › a`/,
    ],
    [
      'what leads into a circle',
      ['x: { title: { fr: X }, parent: a }', 'a: { title: { fr: A }, parent: a }'],
      '6:34',
      /circle of reasons `a › a`/,
    ],
    [
      'a fifth level',
      [
        'a: { fr: A }',
        ...['b', 'c', 'd', 'e'].map((key, at) => `${key}: { title: { fr: X }, parent: ${'abcd'[at]} }`),
      ],
      '9:34',
      /level 5 \(`a › b › c › d › e`\), expected 4/,
    ],
  ])('refuses %s as a parent, at its place', (_, lines, where, words) => {
    const { place, en } = problemOf(`${minimal}reasons:\n${lines.map((line) => `  ${line}\n`).join('')}`);
    expect(en).toMatch(words);
    expect(place).toBe(`kb.config.yaml:${where}`);
  });
  it('says of any tree whether it is one, and never fails to end', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.dictionary(key, fc.option(key), { minKeys: 1 }), (parents) => {
        const lines = Object.entries(parents).map(([own, parent]) =>
          parent === null ? `  ${own}: { fr: X }\n` : `  ${own}: { title: { fr: X }, parent: ${parent} }\n`,
        );
        const text = `${minimal}reasons:\n${lines.join('')}`;
        const depths = Object.keys(parents).map((own) => {
          let depth = 0;
          let at: string | null | undefined = own;
          while (at !== null && at !== undefined && Object.hasOwn(parents, at) && depth < 9) {
            depth++;
            at = parents[at];
          }
          return at === null ? depth : 9;
        });
        if (Math.max(...depths) > 4) expect(problemOf(text).place).toMatch(/^kb\.config\.yaml:\d+:34$/);
        else expect(listReasonTree(parseConfig(text))).toHaveLength(depths.length);
      }),
    );
  });
  it('takes what else a reason is called, for all languages or for each', () => {
    const reasons = `reasons:
  a: { title: { fr: Retard }, keywords: [" Pas reçu ", en retard] }
  b: { title: { fr: Perdu }, keywords: { fr: [égaré], en: [pas recu bis, gone] } }
  c: { title: { fr: Abîmé }, keywords: { de: [égaré] } }
`;
    const config = parseConfig(minimal + reasons);
    expect(keywordsOfReason(config, 'a', 'en')).toEqual(['Pas reçu', 'en retard']);
    expect(keywordsOfReason(config, 'b', 'en')).toEqual(['pas recu bis', 'gone']);
    expect(keywordsOfReason(config, 'b', 'nl')).toEqual([]);
    expect(keywordsOfReason(config, 'constructor', 'fr')).toEqual([]);
  });
  it.each([
    ['of another reason', 'a: { title: { fr: A }, keywords: [Pas reçu] }', 'keywords: [x, "PAS  RECU"]', 41],
    [
      'of another, in one language',
      'a: { title: { fr: A }, keywords: [Pas reçu] }',
      'keywords: { en: [pas recu] }',
      44,
    ],
    ['of the same', 'a: { title: { fr: A } }', 'keywords: [retard, Retard]', 46],
  ])('refuses a keyword that is also one %s, at its place, and names both', (_, first, keywords, column) => {
    const { place, en } = problemOf(
      `${minimal}reasons:\n  ${first}\n  b: { title: { fr: Bb }, ${keywords} }\n`,
    );
    expect(en).toMatch(/^Unexpected keyword `[^`]+` of `b`, also of `[ab]`/);
    expect(place).toMatch(/^kb\.config\.yaml:6:/);
    expect(Number(place?.split(':')[2])).toBe(column);
  });
});
