// macro-fields-are-declared: each place for a value in a text for customers names a declared variable, and says what stands there without one.
import { readMacros } from '../../content/read-macros.ts';
import { fieldsOf } from '../../model/macro.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { describeUnknownVariable } from '../unknown-variable.ts';

const ofContext: Wording = {
  fr: 'une variable de « context » dans kb.config.yaml',
  en: 'a variable of `context` in kb.config.yaml',
};

function describeBare(name: string): Wording {
  const place = quote(name, 40);
  return {
    fr: `Place « ${place} » sans formule de remplacement, attendu : {{${place}|…}}`,
    en: `Unexpected place \`${place}\` without words to fall back on, expected {{${place}|…}}`,
  };
}

const config = 'context: { order.number: text, customer.first_name: text }\n';

export const macroFieldsAreDeclared: Rule = {
  group: 'structure',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Une place mal nommée resterait entre accolades dans le message du client ; sans formule de remplacement, l’agent pressé envoie « Bonjour , ».',
    en: 'A misspelt place would stay in braces in the customer’s message; without words to fall back on, an agent in a hurry sends “Hello ,”.',
  },
  *check({ body }, { base, parts }) {
    if (!body.includes(':::macro')) return;
    const known = base.config.context.map(({ name }) => name);
    for (const { node, subject = '', text } of readMacros(parts.tree)) {
      const { line, column } = parts.placeOf(node);
      for (const { name, fallback } of fieldsOf(`${subject}\n${text}`)) {
        if (!known.includes(name))
          yield { line, column, message: describeUnknownVariable(name, known, ofContext) };
        else if (fallback === undefined) yield { line, column, message: describeBare(name) };
      }
    }
  },
  examples: [
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro[Commande {{order.number|en cours}}]{channel=email}\nBonjour {{customer.first_name|Madame, Monsieur}}.\n:::\n',
        ),
      },
      findings: [],
    },
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          ':::macro{channel=chat}\nBonjour {{customer.firstname|vous}}, votre commande {{order.number}} part demain.\n:::\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Variable inconnue « customer.firstname » ; vouliez-vous dire « customer.first_name » ?',
          en: 'Unknown variable `customer.firstname`; did you mean `customer.first_name`?',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 1,
          fr: 'Place « order.number » sans formule de remplacement, attendu : {{order.number|…}}',
          en: 'Unexpected place `order.number` without words to fall back on, expected {{order.number|…}}',
        },
      ],
    },
  ],
};
