// cases-cover-values: of the cases of a conditional section exactly one holds, whatever the declared value.
import {
  type Assignment,
  type CaseProblem,
  checkCases,
  mostCombinations,
} from '../../content/check-cases.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function show(values: Assignment): string {
  return quote([...values].map(([name, value]) => `${name}=${value}`).join(' '), 50);
}

function describe(problem: CaseProblem): Wording | undefined {
  switch (problem.kind) {
    case 'uncovered':
      return {
        fr: `Aucun cas pour « ${show(problem.values)} », attendu : un cas par valeur, ou :::when{else} en dernier`,
        en: `No case for \`${show(problem.values)}\`, expected one per value, or :::when{else} at the end`,
      };
    case 'overlap':
      return {
        fr: `Second cas pour « ${show(problem.values)} », attendu : un seul`,
        en: `Unexpected second case for \`${show(problem.values)}\`, expected only one`,
      };
    case 'never':
      return {
        fr: 'Cas qui ne se présente jamais, attendu : une condition que rien autour n’exclut',
        en: 'Unexpected case that never holds, expected a condition that nothing around it rules out',
      };
    case 'too-many':
      return {
        fr: `${problem.combinations} combinaisons de valeurs, attendu : au plus ${mostCombinations} ; séparez les conditions`,
        en: `Unexpected ${problem.combinations} combinations of values, expected at most ${mostCombinations}; split the conditions`,
      };
    default:
      return undefined;
  }
}

const config = 'context: { order.status: [shipped, delivered, lost], order.carrier: [relais, express] }\n';

export const casesCoverValues: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'L’agent voit le cas de son client et lui seul. Sans cas, il n’a pas de réponse ; avec deux, il en a deux.',
    en: 'An agent sees the case of this customer and no other. With none there is no answer; with two there are two.',
  },
  *check({ body }, { base, parts }) {
    if (!body.includes(':::')) return;
    for (const problem of checkCases(parts.tree, base.config.context)) {
      const message = describe(problem);
      const { line, column } = parts.placeOf(problem.node);
      if (message) yield { line, column, message };
    }
  },
  examples: [
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          '::::when{order.status=shipped|delivered}\n:::when{order.carrier=relais}\nUn.\n:::\n:::when{order.carrier=express}\nDeux.\n:::\n::::\n\n:::when{order.status=lost}\nTrois.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::when{order.status=shipped}\nUn.\n:::\n\n:::when{order.status=shipped|delivered}\nDeux.\n:::\n\nTexte.\n\n::::when{order.status=lost}\n:::when{order.status=shipped}\nTrois.\n:::\n::::\n\n:::when{else}\nQuatre.\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Aucun cas pour « order.status=lost », attendu : un cas par valeur, ou :::when{else} en dernier',
          en: 'No case for `order.status=lost`, expected one per value, or :::when{else} at the end',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Second cas pour « order.status=shipped », attendu : un seul',
          en: 'Unexpected second case for `order.status=shipped`, expected only one',
        },
        {
          path: 'content/a.md',
          line: 20,
          column: 1,
          fr: 'Aucun cas pour « order.status=lost », attendu : un cas par valeur, ou :::when{else} en dernier',
          en: 'No case for `order.status=lost`, expected one per value, or :::when{else} at the end',
        },
        {
          path: 'content/a.md',
          line: 20,
          column: 1,
          fr: 'Cas qui ne se présente jamais, attendu : une condition que rien autour n’exclut',
          en: 'Unexpected case that never holds, expected a condition that nothing around it rules out',
        },
      ],
    },
  ],
};
