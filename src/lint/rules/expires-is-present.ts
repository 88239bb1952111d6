// expires-is-present: the types that the configuration names have a last valid day.
import { exampleArticle, type Rule } from '../rule.ts';

export const expiresIsPresent: Rule = {
  group: 'life',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'Une procédure sans fin de validité n’est plus jamais relue. C’est cette date qui la ramène à son responsable.',
    en: 'A procedure without an end is never looked at again. The end date is what brings it back to its owner.',
  },
  *check({ article, fieldPlace }, { base }) {
    if (!article || article.expires !== undefined || article.status === 'archived') return;
    if (!base.config.validity.expiresRequired.includes(article.type)) return;
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Clé « expires » absente d’un article de type ${article.type}, attendu : son dernier jour de validité`,
        en: `Missing key \`expires\` in an article of type ${article.type}, expected its last valid day`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ expires: null, type: 'reference' }) }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ expires: '' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Clé « expires » absente d’un article de type procedure, attendu : son dernier jour de validité',
          en: 'Missing key `expires` in an article of type procedure, expected its last valid day',
        },
      ],
    },
  ],
};
