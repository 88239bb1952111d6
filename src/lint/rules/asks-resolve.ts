// asks-resolve: a question that the context answers is a question of the flowchart, and each value has one answer.
import { type AskProblem, resolveAsks } from '../../flow/resolve-asks.ts';
import { quote } from '../../model/quote.ts';
import { joinChoices, type Wording } from '../../model/wording.ts';
import { mainFlow } from '../flow-links.ts';
import { exampleArticle, type Rule } from '../rule.ts';

function describe(problem: AskProblem): Wording {
  const node = quote(problem.node, 30);
  switch (problem.kind) {
    case 'no-question':
      return {
        fr: `« ${node} » n’est pas une question du logigramme, attendu : l’identifiant d’un losange avec des réponses`,
        en: `Unexpected \`${node}\`, expected the id of a question of the flowchart`,
      };
    case 'unknown-variable': {
      const name = quote(problem.variable, 40);
      return {
        fr: `Variable inconnue « ${name} », attendu : une variable de « context » dans kb.config.yaml`,
        en: `Unknown variable \`${name}\`, expected a variable of \`context\` in kb.config.yaml`,
      };
    }
    case 'text-variable': {
      const name = quote(problem.variable, 40);
      return {
        fr: `Variable de texte inattendue « ${name} », attendu : une variable dont la configuration liste les valeurs`,
        en: `Unexpected text variable \`${name}\`, expected one whose values the configuration lists`,
      };
    }
    case 'unknown-answer': {
      const answer = quote(problem.answer, 30);
      const known = problem.answers.slice(0, 4).map((each) => quote(each, 24));
      return {
        fr: `« ${answer} » n’est pas une réponse de « ${node} », attendu : ${joinChoices(known, 'fr')}`,
        en: `Unexpected answer \`${answer}\` of \`${node}\`, expected ${joinChoices(known, 'en')}`,
      };
    }
    case 'unknown-value': {
      const value = quote(problem.value, 30);
      return {
        fr: `Valeur inconnue « ${value} » pour « ${node} », attendu : une valeur déclarée de sa variable`,
        en: `Unknown value \`${value}\` for \`${node}\`, expected a declared value of its variable`,
      };
    }
    case 'several-answers': {
      const value = quote(problem.value, 30);
      return {
        fr: `« ${value} » a plusieurs réponses à « ${node} », attendu : une seule`,
        en: `Unexpected second answer to \`${node}\` for \`${value}\`, expected one`,
      };
    }
    case 'no-answer': {
      const value = quote(problem.value, 30);
      return {
        fr: `« ${value} » est sans réponse à « ${node} », attendu : answers: { réponse: [${value}] }`,
        en: `Unexpected \`${value}\` without an answer to \`${node}\`, expected answers: { answer: [${value}] }`,
      };
    }
  }
}

const withoutFlowchart: Wording = {
  fr: '« asks » inattendu dans un article sans logigramme qui se suive',
  en: 'Unexpected `asks` in an article without a flowchart to follow',
};

const config = 'context: { order.status: [preparing, shipped] }\n';
const flowchart =
  '```mermaid\nflowchart TD\n  a{Commande expédiée ?} -->|Oui| b([Attendre])\n  a -->|Non| c([Annuler])\n```\n';

const asking = (asks: string) => exampleArticle({ asks }, flowchart);

export const asksResolve: Rule = {
  group: 'flow',
  severity: 'error',
  why: {
    fr: 'Une question mal reliée au dossier y répondrait de travers, ou n’y répondrait jamais.',
    en: 'A question that is tied to the context by mistake would be answered wrongly, or never.',
  },
  *check(document, { base, diagrams }) {
    const { asks } = document.article ?? {};
    if (asks === undefined) return;
    const place = document.fieldPlace('asks');
    const flow = mainFlow(document, diagrams);
    if (!flow) {
      yield { ...place, message: withoutFlowchart };
      return;
    }
    for (const problem of resolveAsks(asks, flow, base.config.context).problems)
      yield { ...place, message: describe(problem) };
  },
  examples: [
    {
      config,
      files: {
        'content/a.md': asking(
          '{ a: { variable: order.status, answers: { Oui: [shipped], Non: [preparing] } } }',
        ),
      },
      findings: [],
    },
    {
      config,
      files: { 'content/a.md': asking('{ a: order.status, b: order.status }') },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 7,
          fr: '« preparing » est sans réponse à « a », attendu : answers: { réponse: [preparing] }',
          en: 'Unexpected `preparing` without an answer to `a`, expected answers: { answer: [preparing] }',
        },
        {
          path: 'content/a.md',
          line: 7,
          column: 7,
          fr: '« shipped » est sans réponse à « a », attendu : answers: { réponse: [shipped] }',
          en: 'Unexpected `shipped` without an answer to `a`, expected answers: { answer: [shipped] }',
        },
        {
          path: 'content/a.md',
          line: 7,
          column: 7,
          fr: '« b » n’est pas une question du logigramme, attendu : l’identifiant d’un losange avec des réponses',
          en: 'Unexpected `b`, expected the id of a question of the flowchart',
        },
      ],
    },
  ],
};
