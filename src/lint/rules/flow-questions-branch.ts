// flow-questions-branch: a question has at least two answers.
import type { Wording } from '../../model/wording.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function unanswered(question: string): Wording {
  return {
    fr: `Question « ${question} » sans réponse, attendu : deux au moins, ou une fin : a([…])`,
    en: `Unexpected question \`${question}\` without an answer, expected two or more, or an end: a([…])`,
  };
}

function oneAnswer(question: string): Wording {
  return {
    fr: `Question « ${question} » à une seule réponse, attendu : deux au moins, ou une étape : a[…]`,
    en: `Unexpected question \`${question}\` with one answer, expected two or more, or a step: a[…]`,
  };
}

export const flowQuestionsBranch: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Une question dont la réponse ne change rien fait perdre du temps au client ; et s’il répond autre chose, l’agent est seul.',
    en: 'A question whose answer changes nothing takes the customer’s time; and to any other answer the agent is left alone.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'few-answers')) {
      const name = checked.nameOf(problem.node, 36);
      yield { ...place, message: problem.count === 0 ? unanswered(name) : oneAnswer(name) };
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
          '```mermaid\nflowchart TD\n  a{Colis livré ?} -->|Oui| b{Intact ?}\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Question « Colis livré ? » à une seule réponse, attendu : deux au moins, ou une étape : a[…]',
          en: 'Unexpected question `Colis livré ?` with one answer, expected two or more, or a step: a[…]',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 29,
          fr: 'Question « Intact ? » sans réponse, attendu : deux au moins, ou une fin : a([…])',
          en: 'Unexpected question `Intact ?` without an answer, expected two or more, or an end: a([…])',
        },
      ],
    },
  ],
};
