// not-expired: a published article has not passed its last valid day.
import { daysBetween } from '../../model/iso-date.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const notExpired: Rule = {
  group: 'life',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'L’agent qui suit une procédure périmée dit au client ce qui n’est plus vrai. La péremption bloque, pour que quelqu’un décide : prolonger, réécrire ou archiver.',
    en: 'An agent who follows an expired procedure tells the customer something that is no longer true. Expiry fails the check, so that somebody decides: extend, rewrite or archive.',
  },
  *check({ article, fieldPlace }, { today }) {
    if (article?.expires === undefined || article.status !== 'published' || article.expires >= today) return;
    const days = daysBetween(article.expires, today);
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Article périmé depuis ${days} j (${article.expires}) ; relisez-le et repoussez « expires », ou archivez-le`,
        en: `Expired ${days} d ago (${article.expires}); review it and move \`expires\`, or archive it`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ expires: '2026-06-15' }) }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ expires: '2026-06-14' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Article périmé depuis 1 j (2026-06-14) ; relisez-le et repoussez « expires », ou archivez-le',
          en: 'Expired 1 d ago (2026-06-14); review it and move `expires`, or archive it',
        },
      ],
    },
  ],
};
