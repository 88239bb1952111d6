// variables-are-used: each variable of the base is shown by an article or a fragment.
import { variablesFile } from '../../content/parse-variables.ts';
import { quote } from '../../model/quote.ts';
import { findVariableNames } from '../../model/variable.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const usedNames = perBase(
  ({ documents, fragments }): ReadonlySet<string> =>
    new Set([
      ...documents.flatMap((document) => [
        ...document.variables.keys(),
        // An unsound variable is in nobody's, and has its own finding.
        ...findVariableNames(document.peekBody()),
      ]),
      ...[...fragments.values()].flatMap(({ content }) =>
        content.ok ? findVariableNames(content.text) : [],
      ),
    ]),
);

export const variablesAreUsed: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Qui corrige une variable croit avoir corrigé la base ; si aucun article ne la montre, l’ancienne valeur est restée écrite quelque part.',
    en: 'Whoever corrects a variable believes the base is corrected; where no article shows it, the old value still stands written somewhere.',
  },
  *check() {
    // The file is the base's own, see `checkBase`.
  },
  *checkBase({ base, only }) {
    const { declared } = base.variablesFile;
    if (!declared?.size || !(only?.has(variablesFile) ?? true)) return;
    const used = usedNames(base);
    for (const [name, place] of declared) {
      if (used.has(name)) continue;
      const shown = quote(name, 40);
      yield {
        ...place,
        path: variablesFile,
        message: {
          fr: `Variable « ${shown} » inutilisée, attendu : {{${shown}}} dans un article ou un fragment`,
          en: `Unused variable \`${shown}\`, expected {{${shown}}} in an article or a fragment`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, 'Sous {{delai}}.\n'),
        'fragments/contact.md': 'De {{horaires}}.\n',
        'variables.yaml': 'delai: 5 jours\nhoraires: 9 h à 19 h\n',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, 'Sous 5 jours.\n'),
        'variables.yaml': '# Délais\ndelai: 5 jours\n',
      },
      findings: [
        {
          path: 'variables.yaml',
          line: 2,
          column: 1,
          fr: 'Variable « delai » inutilisée, attendu : {{delai}} dans un article ou un fragment',
          en: 'Unused variable `delai`, expected {{delai}} in an article or a fragment',
        },
      ],
    },
  ],
};
