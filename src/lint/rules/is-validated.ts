// is-validated: somebody answers for a published article.

import { quote } from '../../model/quote.ts';
import { judgeTrust } from '../../model/trust.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const isValidated: Rule = {
  group: 'life',
  severity: 'warning',
  suppressible: false,
  why: {
    fr: 'N’importe qui peut écrire une procédure ; quelqu’un doit en répondre. La validation nomme le contenu même qui a été approuvé.',
    en: 'Anyone can write a procedure; someone has to answer for it before an agent relies on it.',
  },
  *check({ article, fieldPlace }) {
    if (!article || judgeTrust(article) !== 'unvalidated') return;
    const command = `kb validate ${quote(article.id, 58)} --by …`;
    yield {
      ...fieldPlace('id'),
      message: {
        fr: `Article jamais validé ; après relecture : ${command}`,
        en: `Never validated; after a review: ${command}`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ status: 'draft' }) }, findings: [] },
    {
      files: {
        'content/a.md': exampleArticle({
          validation: '{ by: Claire Vasseur, on: 2026-05-02, digest: "sha256:00" }',
        }),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle() },
      findings: [
        {
          path: 'content/a.md',
          line: 2,
          column: 5,
          fr: 'Article jamais validé ; après relecture : kb validate colis-en-retard --by …',
          en: 'Never validated; after a review: kb validate colis-en-retard --by …',
        },
      ],
    },
  ],
};
