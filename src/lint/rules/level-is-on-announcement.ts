// level-is-on-announcement: only announcements have a level.
import { exampleArticle, type Rule } from '../rule.ts';

export const levelIsOnAnnouncement: Rule = {
  group: 'life',
  severity: 'error',
  why: {
    fr: 'Un niveau dit avec quelle force une annonce se présente. Sur un autre article, il n’a aucun effet, et qui l’a écrit croit le contraire ; `acknowledge: true` y demande une confirmation de lecture.',
    en: 'A level says how loudly an announcement speaks. On any other article it has no effect, and whoever wrote it believes that it has; `acknowledge: true` asks there for a confirmation that it was read.',
  },
  *check({ article, fieldPlace }) {
    if (article?.level === undefined || article.type === 'announcement') return;
    yield {
      ...fieldPlace('level'),
      message: {
        fr: `Clé « level » inattendue dans un article de type ${article.type}, attendu : une annonce, ou « acknowledge: true » à sa place`,
        en: `Unexpected key \`level\` in an article of type ${article.type}, expected an announcement, or \`acknowledge: true\` in its place`,
      },
    };
  },
  examples: [
    {
      files: { 'content/a.md': exampleArticle({ type: 'announcement', level: 'major' }) },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({ level: 'urgent' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 8,
          fr: 'Clé « level » inattendue dans un article de type procedure, attendu : une annonce, ou « acknowledge: true » à sa place',
          en: 'Unexpected key `level` in an article of type procedure, expected an announcement, or `acknowledge: true` in its place',
        },
      ],
    },
  ],
};
