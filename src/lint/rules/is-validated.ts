// is-validated: a published article was approved as it stands.
import { judgeTrust } from '../../model/trust.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const isValidated: Rule = {
  group: 'life',
  severity: 'warning',
  suppressible: false,
  why: 'Anyone can write a procedure; someone has to answer for it. A validation names the very content that was approved, so any later edit asks for a new one.',
  *check({ article, fieldPlace }) {
    if (!article) return;
    const trust = judgeTrust(article);
    const command = `kb validate ${article.id} --by …`;
    if (trust === 'unvalidated') {
      yield {
        ...fieldPlace('id'),
        message: {
          fr: `Article jamais validé ; après relecture : ${command}`,
          en: `Never validated; after a review: ${command}`,
        },
      };
    }
    if (trust === 'changed' && article.validation) {
      yield {
        ...fieldPlace('validation'),
        message: {
          fr: `Article modifié depuis sa validation du ${article.validation.on} ; après relecture : ${command}`,
          en: `Changed since its validation on ${article.validation.on}; after a review: ${command}`,
        },
      };
    }
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ status: 'draft' }) }, findings: [] },
    {
      files: {
        'content/a.md': exampleArticle({
          validation:
            '{ by: Claire Vasseur, on: 2026-05-02, digest: "sha256:a2e51bd5657014ee6138a1234ebd8e9ed91dca954da2642a48b63bdf3efa770b" }',
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
    {
      files: {
        'content/a.md': exampleArticle({
          validation: '{ by: Claire Vasseur, on: 2026-05-02, digest: "sha256:00" }',
        }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 13,
          fr: 'Article modifié depuis sa validation du 2026-05-02 ; après relecture : kb validate colis-en-retard --by …',
          en: 'Changed since its validation on 2026-05-02; after a review: kb validate colis-en-retard --by …',
        },
      ],
    },
  ],
};
