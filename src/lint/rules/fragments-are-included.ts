// fragments-are-included: each fragment stands in an article, itself or inside another.
import { quote } from '../../model/quote.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const includedIds = perBase(
  ({ documents }): ReadonlySet<string> => new Set(documents.flatMap(({ included }) => [...included.keys()])),
);

export const fragmentsAreIncluded: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Un fragment que plus rien n’inclut se corrige pour rien, et laisse croire que les agents lisent ce qu’il dit.',
    en: 'A fragment that nothing includes any more is corrected in vain, and looks as if agents read what it says.',
  },
  *check() {
    // A fragment is no article, see `checkBase`.
  },
  *checkBase({ base, only }) {
    const included = includedIds(base);
    for (const { id, path } of base.fragments.values()) {
      if (included.has(id) || !(only?.has(path) ?? true)) continue;
      const shown = quote(id, 40);
      yield {
        path,
        line: 1,
        column: 1,
        message: {
          fr: `Fragment « ${shown} » dans aucun article, attendu : ::include{id=${shown}} dans l’un d’eux`,
          en: `Unexpected fragment \`${shown}\` in no article, expected ::include{id=${shown}} in one of them`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, '::include{id=delais}\n'),
        'fragments/delais.md': 'Le remboursement arrive sous cinq jours.\n\n::include{id=contact}\n',
        'fragments/contact.md': 'Écrivez au service des retours.\n',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, 'Le remboursement arrive sous cinq jours.\n'),
        'fragments/delais.md': '::include{id=contact}\n',
        'fragments/contact.md': 'Écrivez au service des retours.\n',
      },
      findings: [
        {
          path: 'fragments/contact.md',
          line: 1,
          column: 1,
          fr: 'Fragment « contact » dans aucun article, attendu : ::include{id=contact} dans l’un d’eux',
          en: 'Unexpected fragment `contact` in no article, expected ::include{id=contact} in one of them',
        },
        {
          path: 'fragments/delais.md',
          line: 1,
          column: 1,
          fr: 'Fragment « delais » dans aucun article, attendu : ::include{id=delais} dans l’un d’eux',
          en: 'Unexpected fragment `delais` in no article, expected ::include{id=delais} in one of them',
        },
      ],
    },
  ],
};
