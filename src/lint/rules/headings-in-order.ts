// headings-in-order: no heading is more than one level below the one before it.
import { exampleArticle, type Rule } from '../rule.ts';

export const headingsInOrder: Rule = {
  group: 'structure',
  severity: 'warning',
  why: {
    fr: 'Les lecteurs d’écran et le sommaire suivent les niveaux : un niveau sauté se lit comme une section disparue.',
    en: 'Screen readers and the table of contents follow the levels: a level that is left out reads as a section that went missing.',
  },
  *check({ markdown }) {
    // The page's own title is level 1, so the first heading may be 2; an article that writes its headings from 1 on is shown one level lower.
    let previous: number | undefined;
    for (const { line, column, depth } of markdown?.headings ?? []) {
      const most = (previous ?? 1) + 1;
      const marks = '#'.repeat(most);
      if (depth > most) {
        yield {
          line,
          column,
          endLine: line,
          endColumn: column + depth,
          message:
            previous === undefined
              ? {
                  fr: `Premier titre de niveau ${depth} inattendu, attendu : « ${marks} » au plus`,
                  en: `Unexpected first heading of level ${depth}, expected at most \`${marks}\``,
                }
              : {
                  fr: `Titre de niveau ${depth} inattendu après le niveau ${previous}, attendu : « ${marks} » au plus`,
                  en: `Unexpected heading of level ${depth} after level ${previous}, expected at most \`${marks}\``,
                },
        };
      }
      previous = depth;
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '## Vérifier\n\n### Le numéro de commande\n\n#### Commande d’un vendeur partenaire\n\n## Répondre\n',
        ),
        'content/b.md': exampleArticle({ id: 'b' }, '# Vérifier\n\n## Le numéro de commande\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '### Vérifier\n\nOuvrez la commande.\n\n## Répondre\n\n#### Par e-mail\n\n#### Par téléphone\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Premier titre de niveau 3 inattendu, attendu : « ## » au plus',
          en: 'Unexpected first heading of level 3, expected at most `##`',
        },
        {
          path: 'content/a.md',
          line: 15,
          column: 1,
          fr: 'Titre de niveau 4 inattendu après le niveau 2, attendu : « ### » au plus',
          en: 'Unexpected heading of level 4 after level 2, expected at most `###`',
        },
      ],
    },
  ],
};
