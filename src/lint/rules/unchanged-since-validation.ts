// unchanged-since-validation: a published article says what it said when it was validated.

import { quote } from '../../model/quote.ts';
import { judgeTrust } from '../../model/trust.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const unchangedSinceValidation: Rule = {
  group: 'life',
  severity: 'warning',
  suppressible: false,
  why: {
    fr: 'Une validation nomme le contenu même qui a été approuvé. Après une modification, personne n’a répondu de ce que lisent les agents ; il en faut donc une nouvelle.',
    en: 'A validation names the very content that was approved. After an edit nobody has answered for what agents now read, so it asks for a new one.',
  },
  *check({ article, fieldPlace }) {
    if (!article?.validation || judgeTrust(article) !== 'changed') return;
    const { on } = article.validation;
    const command = `kb validate ${quote(article.id, 36)} --by …`;
    yield {
      ...fieldPlace('validation'),
      message: {
        fr: `Modifié depuis sa validation du ${on} ; après relecture : ${command}`,
        en: `Changed since its validation on ${on}; after a review: ${command}`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle() }, findings: [] },
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
          fr: 'Modifié depuis sa validation du 2026-05-02 ; après relecture : kb validate colis-en-retard --by …',
          en: 'Changed since its validation on 2026-05-02; after a review: kb validate colis-en-retard --by …',
        },
      ],
    },
  ],
};
