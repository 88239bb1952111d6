// terms-are-preferred: articles use the words that the team agreed on.

import { quote } from '../../model/quote.ts';
import { editInRun, placeInRun } from '../language/edits.ts';
import { compileGlossary, type Glossary } from '../language/glossary.ts';
import { proseOf } from '../language/prose.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const glossaries = perBase(() => new Map<string, Glossary | undefined>());

const config = [
  'writing:',
  '  glossary:',
  '    - { prefer: "point relais", avoid: [relais colis, consigne], lang: fr }',
  '    - { prefer: "e-mail", avoid: [email] }',
  '    - { prefer: "geste commercial", avoid: [geste], lang: fr }',
  '',
].join('\n');

export const termsArePreferred: Rule = {
  group: 'language',
  severity: 'warning',
  fragments: true,
  why: {
    fr: 'Deux mots pour une chose font se demander à l’agent s’il y en a deux, et partagent les résultats de la recherche. Nommez une fois les mots du métier, sous `writing.glossary`.',
    en: 'Two words for one thing make an agent wonder whether they are two things, and split the results of a search. Name the words of your trade once, under `writing.glossary`.',
  },
  *check(document, context) {
    const { base, parts, lang } = context;
    const terms = base.config.writing.glossary;
    if (terms.length === 0) return;
    const known = glossaries(base);
    if (!known.has(lang)) known.set(lang, compileGlossary(terms, lang));
    const glossary = known.get(lang);
    if (!glossary) return;
    for (const prose of proseOf(context)) {
      for (const { start, end, found, prefer, replacement } of glossary.find(prose.text)) {
        const [shown, expected] = [quote(found, 30), quote(prefer, 30)];
        yield {
          ...placeInRun(parts, prose.run, start, end),
          message: {
            fr: `Terme inattendu « ${shown} », attendu : « ${expected} », le mot de l’équipe`,
            en: `Unexpected term \`${shown}\`, expected \`${expected}\`, the team’s word for it`,
          },
          fix:
            replacement === undefined
              ? undefined
              : editInRun(document, context, prose, start, end, replacement),
        };
      }
    }
  },
  examples: [
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le client choisit un point relais. Un geste commercial s’annonce par e-mail, à `email` ou à email@mirandelle.example.\n',
        ),
        'content/b.md': exampleArticle(
          { id: 'gesture', lang: 'en' },
          'A kind geste costs nothing; the consigne is a locker.\n',
        ),
      },
      findings: [],
    },
    {
      config,
      files: {
        'content/a.md': exampleArticle(
          {},
          'Les relais colis ferment tôt. Envoyez un email. **Emails** et consigne.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 5,
          fr: 'Terme inattendu « relais colis », attendu : « point relais », le mot de l’équipe',
          en: 'Unexpected term `relais colis`, expected `point relais`, the team’s word for it',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 42,
          fr: 'Terme inattendu « email », attendu : « e-mail », le mot de l’équipe',
          en: 'Unexpected term `email`, expected `e-mail`, the team’s word for it',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 51,
          fr: 'Terme inattendu « Emails », attendu : « E-mail », le mot de l’équipe',
          en: 'Unexpected term `Emails`, expected `E-mail`, the team’s word for it',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 63,
          fr: 'Terme inattendu « consigne », attendu : « point relais », le mot de l’équipe',
          en: 'Unexpected term `consigne`, expected `point relais`, the team’s word for it',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          'Les relais colis ferment tôt. Envoyez un e-mail. **Emails** et consigne.\n',
        ),
      },
    },
  ],
};
