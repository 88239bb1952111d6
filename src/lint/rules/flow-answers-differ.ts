// flow-answers-differ: no two answers to a question are the same.
import { quote } from '../../model/quote.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowAnswersDiffer: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Deux fois « Oui » à la même question : le guide montre deux boutons pareils, et un appel sur deux prend le mauvais.',
    en: 'Twice “Yes” to the same question: the guide shows two equal buttons, and every other call takes the wrong one.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'same-answer')) {
      const answer = quote(checked.flow.edges[problem.edge]?.answer ?? '', 20);
      const question = checked.nameOf(problem.node, 28);
      yield {
        ...place,
        message: {
          fr: `Réponse « ${answer} » donnée deux fois à « ${question} », attendu : des réponses différentes`,
          en: `Unexpected second answer \`${answer}\` to \`${question}\`, expected answers that differ`,
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
          '```mermaid\nflowchart TD\n  a{Colis livré ?} -->|Oui| b([Clore])\n  a -->|Non| c([Relancer])\n  a -->|oui| d([Attendre])\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 13,
          column: 3,
          fr: 'Réponse « oui » donnée deux fois à « Colis livré ? », attendu : des réponses différentes',
          en: 'Unexpected second answer `oui` to `Colis livré ?`, expected answers that differ',
        },
      ],
    },
  ],
};
