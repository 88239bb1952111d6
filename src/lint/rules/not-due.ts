// not-due: a published article is reviewed before its end comes near.
import { daysBetween } from '../../model/iso-date.ts';
import { judgeValidity } from '../../model/validity.ts';
import { exampleArticle, type Rule } from '../rule.ts';

export const notDue: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Une relecture prend des jours et un second regard. Une alerte quelques semaines avant laisse le temps des deux.',
    en: 'A review takes days and a second pair of eyes. A warning some weeks ahead leaves the time for both.',
  },
  *check({ article, fieldPlace }, { base, today }) {
    if (article?.expires === undefined || article.status !== 'published') return;
    const { dueWithin } = base.config.validity;
    if (judgeValidity({ ...article, needsExpiry: true }, today, dueWithin) !== 'due') return;
    const days = daysBetween(today, article.expires);
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Article à relire : il se périme dans ${days} j (${article.expires})`,
        en: `Due for review: it expires in ${days} d (${article.expires})`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ expires: '2026-07-16' }) }, findings: [] },
    {
      files: { 'content/a.md': exampleArticle({ expires: '2026-07-15' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Article à relire : il se périme dans 30 j (2026-07-15)',
          en: 'Due for review: it expires in 30 d (2026-07-15)',
        },
      ],
    },
  ],
};
