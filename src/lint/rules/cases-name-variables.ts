// cases-name-variables: a conditional section asks about a variable and values that the configuration declares.
import { suggestName } from '../../config/schema-issue.ts';
import { type CaseProblem, checkCases } from '../../content/check-cases.ts';
import type { ContextVariable } from '../../model/context.ts';
import { quote } from '../../model/quote.ts';
import { joinChoices, type Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** The rest of a sentence on an unknown name: the one that was meant, or those that there are. */
function hintOf(name: string, known: readonly string[]): Wording {
  const near = suggestName(name, known);
  if (near !== undefined)
    return {
      fr: ` ; vouliez-vous dire « ${quote(near, 30)} » ?`,
      en: `; did you mean \`${quote(near, 30)}\`?`,
    };
  const shown = known.slice(0, 4).map((one) => quote(one, 30));
  return { fr: `, attendu : ${joinChoices(shown, 'fr')}`, en: `, expected ${joinChoices(shown, 'en')}` };
}

function describe(problem: CaseProblem, variables: readonly ContextVariable[]): Wording | undefined {
  switch (problem.kind) {
    case 'no-condition':
      return {
        fr: 'Section conditionnelle sans condition, attendu : :::when{variable=valeur}',
        en: 'Unexpected conditional section without a condition, expected :::when{variable=value}',
      };
    case 'otherwise-first':
      return {
        fr: 'Cas « else » sans autre cas devant lui, attendu : d’abord une section avec une condition',
        en: 'Unexpected `else` without a case before it, expected a section with a condition first',
      };
    case 'otherwise-with-condition':
      return {
        fr: '« else » inattendu à côté d’une condition, attendu : :::when{else} seul',
        en: 'Unexpected `else` beside a condition, expected :::when{else} alone',
      };
    case 'unknown-variable': {
      const hint = hintOf(
        problem.variable,
        variables.map(({ name }) => name),
      );
      const name = quote(problem.variable, 40);
      const none = {
        fr: ', attendu : une variable de « context » dans kb.config.yaml',
        en: ', expected a variable of `context` in kb.config.yaml',
      };
      const rest = variables.length === 0 ? none : hint;
      return { fr: `Variable inconnue « ${name} »${rest.fr}`, en: `Unknown variable \`${name}\`${rest.en}` };
    }
    case 'text-variable': {
      const name = quote(problem.variable, 40);
      return {
        fr: `Variable de texte inattendue « ${name} », attendu : une variable dont la configuration liste les valeurs`,
        en: `Unexpected text variable \`${name}\`, expected one whose values the configuration lists`,
      };
    }
    case 'unknown-value': {
      const declared = variables.find(({ name }) => name === problem.variable)?.values ?? [];
      const hint = hintOf(
        problem.value,
        declared.map(({ value }) => value),
      );
      const [value, name] = [quote(problem.value, 30), quote(problem.variable, 30)];
      return {
        fr: `Valeur inconnue « ${value} » de « ${name} »${hint.fr}`,
        en: `Unknown value \`${value}\` of \`${name}\`${hint.en}`,
      };
    }
    default:
      return undefined;
  }
}

const config = 'context: { order.status: [shipped, lost], customer.first_name: text }\n';

export const casesNameVariables: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Une condition mal orthographiée ne se vérifie jamais : le bon cas resterait caché à l’agent qui en a besoin.',
    en: 'A misspelt condition never holds: the right case would stay hidden from the agent who needs it.',
  },
  *check({ body }, { base, parts }) {
    if (!body.includes(':::')) return;
    for (const problem of checkCases(parts.tree, base.config.context)) {
      const message = describe(problem, base.config.context);
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
          ':::when{order.status=shipped}\nPatientez.\n:::\n\n:::when{else}\nOuvrez une enquête.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::when{order.statut=shipped}\nUn.\n:::\n\n:::when{order.status=perdu}\nDeux.\n:::\n\n:::when{customer.first_name=Léa}\nTrois.\n:::\n\n:::when\nQuatre.\n:::\n\nTexte.\n\n:::when{else}\nCinq.\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Variable inconnue « order.statut » ; vouliez-vous dire « order.status » ?',
          en: 'Unknown variable `order.statut`; did you mean `order.status`?',
        },
        {
          path: 'content/a.md',
          line: 13,
          column: 1,
          fr: 'Valeur inconnue « perdu » de « order.status », attendu : shipped ou lost',
          en: 'Unknown value `perdu` of `order.status`, expected shipped or lost',
        },
        {
          path: 'content/a.md',
          line: 17,
          column: 1,
          fr: 'Variable de texte inattendue « customer.first_name », attendu : une variable dont la configuration liste les valeurs',
          en: 'Unexpected text variable `customer.first_name`, expected one whose values the configuration lists',
        },
        {
          path: 'content/a.md',
          line: 21,
          column: 1,
          fr: 'Section conditionnelle sans condition, attendu : :::when{variable=valeur}',
          en: 'Unexpected conditional section without a condition, expected :::when{variable=value}',
        },
        {
          path: 'content/a.md',
          line: 27,
          column: 1,
          fr: 'Cas « else » sans autre cas devant lui, attendu : d’abord une section avec une condition',
          en: 'Unexpected `else` without a case before it, expected a section with a condition first',
        },
      ],
    },
  ],
};
