// flow-arrows-join-steps: arrows join steps, not the frames around them.
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const flowArrowsJoinSteps: Rule = {
  group: 'flow',
  severity: 'warning',
  why: {
    fr: 'Une flèche vers le cadre d’une phase ne dit pas à quelle étape y entrer : le guide s’arrête là, sur un titre.',
    en: 'An arrow to the frame of a phase does not say at which of its steps to go on: the guide stops there, at a title.',
  },
  *check(document, context) {
    for (const { problem, place, checked } of flowProblems(document, context, 'phase-arrow')) {
      const phase = checked.nameOf(problem.node);
      yield {
        ...place,
        message: {
          fr: `Flèche inattendue vers ou depuis la phase « ${phase} », attendu : l’une de ses étapes`,
          en: `Unexpected arrow to or from the phase \`${phase}\`, expected one of its steps`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  subgraph suivi [Le suivi]\n    b[Lire le suivi] --> c([Clore])\n  end\n  a[Accueillir] --> b\n```\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  subgraph suivi [Le suivi]\n    b[Lire le suivi] --> c([Clore])\n  end\n  a[Accueillir] --> suivi\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 14,
          column: 3,
          fr: 'Flèche inattendue vers ou depuis la phase « Le suivi », attendu : l’une de ses étapes',
          en: 'Unexpected arrow to or from the phase `Le suivi`, expected one of its steps',
        },
      ],
    },
  ],
};
