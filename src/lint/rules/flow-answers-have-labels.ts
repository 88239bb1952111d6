// flow-answers-have-labels: where a flowchart branches, each arrow says which answer it is.
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowAnswersHaveLabels: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Au carrefour, une flèche muette laisse l’agent deviner laquelle des réponses elle veut dire.',
    en: 'Where the ways part, an arrow that says nothing leaves the agent to guess which answer it stands for.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'unlabelled-answer')) {
      const { to } = checked.flow.edges[problem.edge] ?? { to: '' };
      const [from, next] = [checked.nameOf(problem.node, 20), checked.nameOf(to, 20)];
      yield {
        ...place,
        message: {
          fr: `Flèche muette de « ${from} » à « ${next} », attendu : une réponse, comme -->|Oui|`,
          en: `Unexpected arrow without an answer from \`${from}\` to \`${next}\`, expected one, such as -->|Yes|`,
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
          '```mermaid\nflowchart TD\n  a{Colis livré ?} -->|Oui| b([Clore])\n  a --> c([Relancer])\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 3,
          fr: 'Flèche muette de « Colis livré ? » à « Relancer », attendu : une réponse, comme -->|Oui|',
          en: 'Unexpected arrow without an answer from `Colis livré ?` to `Relancer`, expected one, such as -->|Yes|',
        },
      ],
    },
  ],
};
