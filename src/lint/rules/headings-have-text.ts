// headings-have-text: every heading has words.
import { withoutComments } from '../../content/html-comments.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const headingsHaveText: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Un titre sans mots est une ligne vide du sommaire, et une section vers laquelle personne ne peut faire de lien.',
    en: 'A heading without words is an empty line in the table of contents, and a section that no one can link to.',
  },
  *check({ markdown }) {
    for (const { text, depth: _, slug: __, ...place } of markdown?.headings ?? []) {
      // Nobody sees a comment or a zero-width space.
      if (withoutComments(text).replaceAll('\u200B', '').trim() !== '') continue;
      yield {
        ...place,
        message: {
          fr: 'Titre vide inattendu, attendu : les mots qui annoncent la section',
          en: 'Unexpected empty heading, expected words that announce the section',
        },
      };
    }
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({}, '## Vérifier\n\nOuvrez la commande.\n') }, findings: [] },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## <!-- à nommer -->\n\nOuvrez la commande.\n\n#\n\nPuis le suivi.\n',
        ),
      },
      findings: [9, 13].map((line) => ({
        path: 'content/a.md',
        line,
        column: 1,
        fr: 'Titre vide inattendu, attendu : les mots qui annoncent la section',
        en: 'Unexpected empty heading, expected words that announce the section',
      })),
    },
  ],
};
