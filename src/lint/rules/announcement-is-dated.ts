// announcement-is-dated: an announcement says from when it holds, and an urgent one when it is over.
import { exampleArticle, type Rule } from '../rule.ts';

export const announcementIsDated: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Une annonce est nouvelle à partir d’un jour : sans `effective`, ni la boîte de réception du site ni `kb announce` ne savent lequel. Une annonce urgente se place devant chaque page ; sans `expires`, elle y reste et n’est plus lue.',
    en: 'An announcement is new from some day on: without `effective`, neither the site’s inbox nor `kb announce` can tell which. An urgent one stands before every page; without `expires` it stays there, and nobody reads it any more.',
  },
  *check({ article, fieldPlace }) {
    if (article?.type !== 'announcement' || article.status === 'archived') return;
    if (article.effective === undefined) {
      yield {
        ...fieldPlace('effective'),
        message: {
          fr: 'Clé « effective » absente d’une annonce, attendu : son premier jour',
          en: 'Missing key `effective` in an announcement, expected its first day',
        },
      };
    }
    if (article.level === 'urgent' && article.expires === undefined) {
      yield {
        ...fieldPlace('level'),
        message: {
          fr: 'Clé « expires » absente d’une annonce urgente, attendu : son dernier jour',
          en: 'Missing key `expires` in an urgent announcement, expected its last day',
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ type: 'announcement', effective: '2026-06-10', level: 'urgent' }),
        'content/b.md': exampleArticle({
          id: 'b',
          type: 'announcement',
          effective: '2026-06-10',
          expires: null,
        }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ type: 'announcement', level: 'urgent', expires: null }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 2,
          column: 1,
          fr: 'Clé « effective » absente d’une annonce, attendu : son premier jour',
          en: 'Missing key `effective` in an announcement, expected its first day',
        },
        {
          path: 'content/a.md',
          line: 6,
          column: 8,
          fr: 'Clé « expires » absente d’une annonce urgente, attendu : son dernier jour',
          en: 'Missing key `expires` in an urgent announcement, expected its last day',
        },
      ],
    },
  ],
};
