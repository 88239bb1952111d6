// flow-paths-end: every way through a flowchart can come to an end.
import { countWords } from '../../model/wording.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowPathsEnd: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Une boucle sans sortie fait tourner l’agent, et le client avec lui, jusqu’à ce que l’un des deux raccroche.',
    en: 'A loop without a way out sends the agent round, and the customer too, until one of them hangs up.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'endless')) {
      const name = checked.nameOf(problem.node, 30);
      const count = problem.nodes.length;
      yield {
        ...place,
        message: {
          fr: `Boucle sans sortie à partir de « ${name} » (${countWords(count, 'nœud', 'fr')}), attendu : une réponse vers une fin`,
          en: `Unexpected loop without a way out from \`${name}\` (${countWords(count, 'node', 'en')}), expected an answer to an end`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b{Colis livré ?}\n  b -->|Non| w[Attendre un jour] --> b\n  b -->|Oui| c([Clore])\n```\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b[Relancer]\n  b --> c{Réponse ?}\n  c -->|Non| b\n  c -->|Oui| d[Lire la réponse] --> b\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 24,
          fr: 'Boucle sans sortie à partir de « Relancer » (3 nœuds), attendu : une réponse vers une fin',
          en: 'Unexpected loop without a way out from `Relancer` (3 nodes), expected an answer to an end',
        },
      ],
    },
  ],
};
