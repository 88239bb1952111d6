// no-social-security-numbers: no French social security number stands in an article.
import { findSocialSecurityNumbers } from '../../model/personal-data/social-security-numbers.ts';
import { personalText } from '../personal-text.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const message = {
  fr: 'Numéro de sécurité sociale inattendu (sa clé est juste), attendu : aucun, ou un numéro masqué',
  en: 'Unexpected social security number (its key is right), expected none, or a masked one',
};

export const noSocialSecurityNumbers: Rule = {
  group: 'safety',
  severity: 'error',
  fragments: true,
  why: {
    fr: 'Un numéro de sécurité sociale (NIR) désigne une personne à vie, dit son sexe, son âge et son lieu de naissance, et un service client n’a pas le droit de s’en servir (article 30 de la loi « Informatique et libertés »).',
    en: 'A French social security number (NIR) names one person for life, tells sex, age and birthplace, and customer service has no lawful use for it (article 30 of the law “Informatique et libertés”).',
  },
  *check(document, { parts }) {
    for (const { start, end } of findSocialSecurityNumbers(personalText(document, parts)))
      yield { ...parts.placeAt(start, end), message };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Ne notez jamais le numéro de sécurité sociale (1 55 59 •• ••• ••• ••), même s’il est dicté.\n',
        ),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le client a dicté 1 55 99 99 999 001 48, ou bien 255992A99900124.\n',
        ),
      },
      findings: [
        { path: 'content/a.md', line: 9, column: 19, ...message },
        { path: 'content/a.md', line: 9, column: 50, ...message },
      ],
    },
  ],
};
