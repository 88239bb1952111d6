// flow-steps-are-reachable: a way leads from the start to every node.
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowStepsAreReachable: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Une étape que l’on ne peut pas atteindre est une consigne que personne ne suivra, et que la relecture croit appliquée.',
    en: 'A step that cannot be reached is an instruction that nobody follows, and that a reviewer believes in force.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'unreachable')) {
      const name = checked.nameOf(problem.node);
      yield {
        ...place,
        message: {
          fr: `Nœud « ${name} » hors d’atteinte, attendu : une flèche qui y mène depuis le début`,
          en: `Unexpected node \`${name}\` out of reach, expected an arrow to it from the start`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b{Colis livré ?}\n  b -->|Oui| c([Clore])\n  b -->|Non| d([Relancer])\n```\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Clore])\n  x[Attendre] --> y{Réponse ?}\n  y -->|Non| x\n  y -->|Oui| b\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 3,
          fr: 'Nœud « Attendre » hors d’atteinte, attendu : une flèche qui y mène depuis le début',
          en: 'Unexpected node `Attendre` out of reach, expected an arrow to it from the start',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 19,
          fr: 'Nœud « Réponse ? » hors d’atteinte, attendu : une flèche qui y mène depuis le début',
          en: 'Unexpected node `Réponse ?` out of reach, expected an arrow to it from the start',
        },
      ],
    },
  ],
};
