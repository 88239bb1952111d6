// flow-nodes-have-text: every node says what to do or to ask.
import { quote } from '../../model/quote.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowNodesHaveText: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Un nœud « A » ou vide ne dit rien à l’agent, ni au lecteur d’écran, ni à la recherche.',
    en: 'A node `A`, or an empty one, says nothing to the agent, to a screen reader or to the search.',
  },
  *check(document, context) {
    for (const { problem, place } of flowProblems(document, context, 'no-text')) {
      const id = quote(problem.node, 14);
      yield {
        ...place,
        message: {
          fr: `Nœud « ${id} » sans texte, attendu : ce que l’agent fait ou demande, comme ${id}[Lire le suivi]`,
          en: `Unexpected node \`${id}\` without a text, expected what the agent does or asks: ${id}[Read the tracking]`,
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
          '```mermaid\nflowchart TD\n  debut --> B2\n  B2 --> c["  "]\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 13,
          fr: 'Nœud « B2 » sans texte, attendu : ce que l’agent fait ou demande, comme B2[Lire le suivi]',
          en: 'Unexpected node `B2` without a text, expected what the agent does or asks: B2[Read the tracking]',
        },
        {
          path: 'content/a.md',
          line: 12,
          column: 10,
          fr: 'Nœud « c » sans texte, attendu : ce que l’agent fait ou demande, comme c[Lire le suivi]',
          en: 'Unexpected node `c` without a text, expected what the agent does or asks: c[Read the tracking]',
        },
      ],
    },
  ],
};
