// no-placeholders: what agents read has no blank that somebody meant to fill.

import { quote } from '../../model/quote.ts';
import { placeInRun } from '../language/edits.ts';
import { findPlaceholders, mayHoldPlaceholders } from '../language/placeholders.ts';
import { proseOf } from '../language/prose.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const noPlaceholders: Rule = {
  group: 'language',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'L’agent qui tombe sur « à compléter » au milieu d’un appel doit improviser ; un article se publie quand il est entier.',
    en: 'An agent who meets « à compléter » in the middle of a call has to improvise; an article is published when it is whole.',
  },
  *check(document, context) {
    if (!mayHoldPlaceholders(document.text)) return;
    for (const { run, text } of proseOf(context)) {
      for (const found of findPlaceholders(text)) {
        const shown = quote(found.text);
        yield {
          ...placeInRun(context.parts, run, found.start, found.start + found.text.length),
          message: {
            fr: `Texte provisoire inattendu « ${shown} », attendu : le texte définitif`,
            en: `Unexpected placeholder \`${shown}\`, expected the final text`,
          },
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Envoyez le formulaire à compléter par le client. Il écrit : « Le vendeur […] refuse. » Numéro : 06 XX XX XX XX. `TODO` est un nom de dossier.\n',
        ),
        'content/b.md': exampleArticle(
          { id: 'late-parcel', lang: 'en' },
          'The form is to be completed by the customer. A to-do list is no todo.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'TODO : écrire la suite.\n\nLe délai est de [...] jours (à définir).\n\n| Pays | Délai |\n|---|---|\n| Suisse | À compléter |\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Texte provisoire inattendu « TODO », attendu : le texte définitif',
          en: 'Unexpected placeholder `TODO`, expected the final text',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 17,
          fr: 'Texte provisoire inattendu « [...] », attendu : le texte définitif',
          en: 'Unexpected placeholder `[...]`, expected the final text',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 29,
          fr: 'Texte provisoire inattendu « (à définir) », attendu : le texte définitif',
          en: 'Unexpected placeholder `(à définir)`, expected the final text',
        },
        {
          path: 'content/a.md',
          line: 15,
          column: 12,
          fr: 'Texte provisoire inattendu « À compléter », attendu : le texte définitif',
          en: 'Unexpected placeholder `À compléter`, expected the final text',
        },
      ],
    },
  ],
};
