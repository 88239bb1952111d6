// dates-in-order: an article begins before it ends.
import { exampleArticle, type Rule } from '../rule.ts';

export const datesInOrder: Rule = {
  group: 'life',
  severity: 'error',
  why: {
    fr: 'Un article dont le premier jour vient après le dernier n’est jamais valide ; l’une des deux dates est une erreur de saisie.',
    en: 'An article whose first day comes after its last is never valid; one of the two dates is a slip.',
  },
  *check({ article, fieldPlace }) {
    if (article?.effective === undefined || article.expires === undefined) return;
    if (article.effective <= article.expires) return;
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Fin inattendue le ${article.expires}, attendu : un jour à partir du début (${article.effective})`,
        en: `Unexpected end on ${article.expires}, expected a day from the start (${article.effective}) on`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ effective: '2027-03-31' }) }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ effective: '2027-04-01' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Fin inattendue le 2027-03-31, attendu : un jour à partir du début (2027-04-01)',
          en: 'Unexpected end on 2027-03-31, expected a day from the start (2027-04-01) on',
        },
      ],
    },
  ],
};
