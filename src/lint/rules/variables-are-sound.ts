// variables-are-sound: each variable of the base has one value for every day, in the languages of its others.
import { variablesFile } from '../../content/parse-variables.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const variablesAreSound: Rule = {
  group: 'structure',
  severity: 'error',
  why: {
    fr: 'Une seule ligne de variables.yaml change tous les articles : deux valeurs pour un même jour, ou aucune, et plus personne ne sait ce que dit la base.',
    en: 'One line of variables.yaml changes every article: with two values for one day, or none, nobody knows what the base says.',
  },
  *check() {
    // The file is the base's own, see `checkBase`.
  },
  *checkBase({ base }) {
    for (const { wording, ...place } of base.variablesFile.problems)
      yield { ...place, path: variablesFile, message: wording };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, 'Sous {{delai}}, de {{horaires}}.\n'),
        'variables.yaml':
          'delai: { fr: 5 jours, en: 5 days }\nhoraires:\n  - value: 9 h à 19 h\n  - { from: 2026-12-24, until: 2026-12-26, value: fermé }\n',
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(),
        'variables.yaml': [
          'Seuil: 30 €',
          'delai: { fr: 5 jours, es: 5 días }',
          'horaires:',
          '  - value: 9 h à 19 h',
          '  - { from: 2026-12-24, value: 10 h à 16 h }',
          '  - { from: 2026-12-24, value: 10 h à 18 h }',
          'reprise:',
          '  - value: lundi',
          '  - { from: 2026-02-30, value: mardi }',
          '',
        ].join('\n'),
      },
      findings: [
        {
          path: 'variables.yaml',
          line: 1,
          column: 1,
          fr: 'Nom de variable inattendu « Seuil », attendu : minuscules, chiffres et tirets, comme delai-remboursement',
          en: 'Unexpected variable name `Seuil`, expected lower-case letters, digits and hyphens, such as refund-delay',
        },
        {
          path: 'variables.yaml',
          line: 2,
          column: 23,
          fr: 'Langue inconnue « es », attendu : fr, en',
          en: 'Unknown language `es`, expected fr, en',
        },
        {
          path: 'variables.yaml',
          line: 6,
          column: 13,
          fr: 'Deux valeurs pour le 2026-12-24, attendu : un premier jour après le 2026-12-24',
          en: 'Unexpected second value for 2026-12-24, expected a first day after 2026-12-24',
        },
        {
          path: 'variables.yaml',
          line: 9,
          column: 13,
          fr: 'Valeur inattendue dans « reprise.1.from » : « 2026-02-30 », attendu : un jour réel, comme 2026-12-24',
          en: 'Unexpected `2026-02-30` in `reprise.1.from`, expected a real day, such as 2026-12-24',
        },
      ],
    },
  ],
};
