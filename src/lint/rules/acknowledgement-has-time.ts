// acknowledgement-has-time: what readers are asked to confirm is before them for some days.
import { daysBetween } from '../../model/iso-date.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** Fewest valid days: a weekend off, and the day after. */
const fewestDays = 3;

export const acknowledgementHasTime: Rule = {
  group: 'life',
  severity: 'info',
  why: {
    fr: 'Un brouillon ne demande rien à personne, et ce qui se périme avant la fin d’un week-end n’est pas lu par toute l’équipe : `kb receipts` montrerait des absents là où il n’y a que des congés.',
    en: 'A draft asks nobody for anything, and what expires before a weekend is over is not read by the whole team: `kb receipts` would show people missing who were only off.',
  },
  *check({ article, fieldPlace }) {
    if (!article?.acknowledge || article.status === 'archived') return;
    const { effective, expires, status } = article;
    if (status === 'draft') {
      yield {
        ...fieldPlace('acknowledge'),
        message: {
          fr: 'Confirmation demandée dans un brouillon : personne ne la verra avant sa publication',
          en: 'Acknowledgement asked for in a draft: nobody sees it before it is published',
        },
      };
    }
    if (effective === undefined || expires === undefined) return;
    const days = daysBetween(effective, expires) + 1;
    if (days < 1 || days >= fewestDays) return;
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Durée inattendue de ${days} j pour un article à confirmer, attendu : ${fewestDays} j au moins`,
        en: `Unexpected ${days} d of validity for an article to acknowledge, expected at least ${fewestDays} d`,
      },
    };
  },
  examples: [
    {
      files: { 'content/a.md': exampleArticle({ acknowledge: 'true', effective: '2026-06-12' }) },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({
          effective: '2026-06-15',
          expires: '2026-06-16',
          acknowledge: 'true',
          status: 'draft',
        }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Durée inattendue de 2 j pour un article à confirmer, attendu : 3 j au moins',
          en: 'Unexpected 2 d of validity for an article to acknowledge, expected at least 3 d',
        },
        {
          path: 'content/a.md',
          line: 8,
          column: 14,
          fr: 'Confirmation demandée dans un brouillon : personne ne la verra avant sa publication',
          en: 'Acknowledgement asked for in a draft: nobody sees it before it is published',
        },
      ],
    },
  ],
};
