// flows-have-one-start: a flowchart begins at one node.
import type { Wording } from '../../model/wording.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const empty: Wording = {
  fr: 'Logigramme vide inattendu, attendu : au moins une étape',
  en: 'Unexpected empty flowchart, expected at least one step',
};

const noStart: Wording = {
  fr: 'Aucun début : une flèche mène à chaque nœud, attendu : une première étape que rien ne précède',
  en: 'Unexpected flow without a start, expected a first step that no arrow leads to',
};

function secondStart(node: string, first: string): Wording {
  return {
    fr: `Second début « ${node} », attendu : un seul (« ${first} ») ; reliez-le à une étape`,
    en: `Unexpected second start \`${node}\`, expected only \`${first}\`; join it to a step`,
  };
}

export const flowsHaveOneStart: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'L’agent qui prend l’appel commence quelque part : avec deux débuts, il choisit au hasard ; sans aucun, il ne sait pas où entrer.',
    en: 'An agent who takes the call begins somewhere: with two starts, at either of them by chance; with none, nowhere.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(
      document,
      context,
      'empty',
      'no-start',
      'second-start',
    )) {
      if (problem.kind === 'empty') yield { ...place, message: empty };
      else if (problem.kind === 'no-start') yield { ...place, message: noStart };
      else
        yield {
          ...place,
          message: secondStart(checked.nameOf(problem.node, 26), checked.nameOf(problem.first, 24)),
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
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b([Clore])\n  x[Appeler le dépôt] --> b\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 12,
          column: 3,
          fr: 'Second début « Appeler le dépôt », attendu : un seul (« Lire le suivi ») ; reliez-le à une étape',
          en: 'Unexpected second start `Appeler le dépôt`, expected only `Lire le suivi`; join it to a step',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Rappeler] --> b{Joint ?}\n  b -->|Non| a\n  b -->|Oui| c([Clore])\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Aucun début : une flèche mène à chaque nœud, attendu : une première étape que rien ne précède',
          en: 'Unexpected flow without a start, expected a first step that no arrow leads to',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({}, '```mermaid\nflowchart TD\n```\n') },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Logigramme vide inattendu, attendu : au moins une étape',
          en: 'Unexpected empty flowchart, expected at least one step',
        },
      ],
    },
  ],
};
