// flows-are-small: a flowchart has no more nodes than the team agreed on.
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowsAreSmall: Rule = {
  group: 'flow',
  severity: 'warning',
  why: {
    fr: 'Au-delà de quelques dizaines de nœuds, plus personne ne voit l’ensemble, et le dessin ne tient sur aucun écran.',
    en: 'Beyond some dozens of nodes nobody sees the whole any more, and the picture fits no screen.',
  },
  *check(document, context) {
    const { maxNodes } = context.base.config.flowcharts;
    for (const { problem, place } of flowProblems(document, context, 'many-nodes')) {
      yield {
        ...place,
        message: {
          fr: `Logigramme de ${problem.count} nœuds, attendu : ${maxNodes} au plus ; découpez-le et reliez les parties par « click »`,
          en: `Unexpected flowchart of ${problem.count} nodes, expected at most ${maxNodes}; split it and join the parts by \`click\``,
        },
      };
    }
  },
  examples: [
    {
      config: 'flowcharts: { max_nodes: 4 }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b{Colis livré ?}\n  b -->|Oui| c([Clore])\n  b -->|Non| d([Relancer])\n```\n',
        ),
      },
      findings: [],
    },
    {
      config: 'flowcharts: { max_nodes: 3 }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a[Lire le suivi] --> b{Colis livré ?}\n  b -->|Oui| c([Clore])\n  b -->|Non| d([Relancer])\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 13,
          column: 14,
          fr: 'Logigramme de 4 nœuds, attendu : 3 au plus ; découpez-le et reliez les parties par « click »',
          en: 'Unexpected flowchart of 4 nodes, expected at most 3; split it and join the parts by `click`',
        },
      ],
    },
  ],
};
