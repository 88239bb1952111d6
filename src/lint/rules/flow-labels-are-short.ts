// flow-labels-are-short: a node’s text and an answer can be taken in at a glance.
import type { Wording } from '../../model/wording.ts';
import { flowProblems } from '../checked-flows.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function longText(count: number, most: number): Wording {
  return {
    fr: `Texte inattendu de ${count} signes, attendu : ${most} au plus ; mettez le détail dans une section`,
    en: `Unexpected text of ${count} characters, expected at most ${most}; put the details into a section`,
  };
}

function longAnswer(count: number, most: number): Wording {
  return {
    fr: `Réponse inattendue de ${count} signes, attendu : ${most} au plus ; abrégez-la`,
    en: `Unexpected answer of ${count} characters, expected at most ${most}; shorten it`,
  };
}

export const flowLabelsAreShort: Rule = {
  group: 'flow',
  severity: 'warning',
  why: {
    fr: 'Un nœud se lit d’un coup d’œil pendant que le client parle : le détail a sa place dans une section qui porte le même titre.',
    en: 'A node is read at a glance while the customer speaks: details belong in a section with the same heading.',
  },
  *check(document, context) {
    const { labelCharacters, answerCharacters } = context.base.config.flowcharts;
    for (const { problem, place } of flowProblems(document, context, 'long-text', 'long-answer')) {
      const message =
        problem.kind === 'long-text'
          ? longText(problem.count, labelCharacters)
          : longAnswer(problem.count, answerCharacters);
      yield { ...place, message };
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
      config: 'flowcharts: { label_characters: 40, answer_characters: 12 }\n',
      files: {
        'content/a.md': exampleArticle(
          {},
          '```mermaid\nflowchart TD\n  a{Le colis est-il déjà livré chez le client ?} -->|Oui, depuis hier| b([Clore])\n  a -->|Non| c([Relancer])\n```\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Réponse inattendue de 16 signes, attendu : 12 au plus ; abrégez-la',
          en: 'Unexpected answer of 16 characters, expected at most 12; shorten it',
        },
        {
          path: 'content/a.md',
          line: 11,
          column: 3,
          fr: 'Texte inattendu de 43 signes, attendu : 40 au plus ; mettez le détail dans une section',
          en: 'Unexpected text of 43 characters, expected at most 40; put the details into a section',
        },
      ],
    },
  ],
};
