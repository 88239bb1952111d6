// dates-move-one-by-one: dates move with a review of the article, not with those of a whole shelf.
import type { ContentHistory, DateMove } from '../../history/content-history.ts';
import { daysBetween, type IsoDate } from '../../model/iso-date.ts';
import { judgeTrust } from '../../model/trust.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A commit that moves the dates of more articles than this looks like no review. */
const mostArticles = 10;

/** Days for which the rule asks; later on the article is near its next review anyway. */
const daysToAsk = 90;

function movedOn(day: string, articles: number, lastEdit = '2026-01-05'): ContentHistory {
  const move: DateMove = { commit: '4f2a91c', day: day as IsoDate, articles };
  const edit = { commit: '9be03d1', author: 'Paul Mercadier', day: lastEdit as IsoDate };
  return { lastEdits: new Map([['content/a.md', edit]]), dateMoves: new Map([['content/a.md', move]]) };
}

export const datesMoveOneByOne: Rule = {
  group: 'life',
  severity: 'warning',
  needsHistory: true,
  why: {
    fr: 'Repousser toutes les dates d’un coup fait taire les rappels sans que personne ait lu une ligne. Une date promet que quelqu’un a regardé.',
    en: 'Moving all dates at once silences the reminders without anybody having read a line. A date is a promise that somebody looked.',
  },
  *check({ article, path, fieldPlace }, { history, today }) {
    const move = history?.dateMoves.get(path);
    if (!article || article.status === 'archived' || !move || move.articles <= mostArticles) return;
    const age = daysBetween(move.day, today);
    if (age < 0 || age > daysToAsk) return;
    const { validation } = article;
    const looked = (history?.lastEdits.get(path)?.day ?? '') > move.day;
    if (looked || (validation && validation.on > move.day && judgeTrust(article) === 'validated')) return;
    const field = article.expires === undefined ? 'reviewed' : 'expires';
    const commit = move.commit.slice(0, 12);
    yield {
      ...fieldPlace(field),
      message: {
        fr: `Dates de ${move.articles} articles repoussées d’un coup (${commit}, ${move.day}), attendu : une relecture de chacun`,
        en: `Unexpected move of the dates of ${move.articles} articles at once (${commit}, ${move.day}), expected a review of each`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle() }, history: movedOn('2026-05-04', 10), findings: [] },
    { files: { 'content/a.md': exampleArticle() }, history: movedOn('2026-03-16', 40), findings: [] },
    {
      files: { 'content/a.md': exampleArticle() },
      history: movedOn('2026-05-04', 40, '2026-05-20'),
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({
          validation:
            '{ by: Claire Vasseur, on: 2026-05-05, digest: "sha256:a2e51bd5657014ee6138a1234ebd8e9ed91dca954da2642a48b63bdf3efa770b" }',
        }),
      },
      history: movedOn('2026-05-04', 40),
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle() },
      history: movedOn('2026-03-17', 40),
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Dates de 40 articles repoussées d’un coup (4f2a91c, 2026-03-17), attendu : une relecture de chacun',
          en: 'Unexpected move of the dates of 40 articles at once (4f2a91c, 2026-03-17), expected a review of each',
        },
      ],
    },
  ],
};
