// expiry-within-limit: an article ends within the longest time that the configuration allows its type.
import type { Article } from '../../model/article.ts';
import { addPeriod, type IsoDate, type Period } from '../../model/iso-date.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const unitWords: Readonly<Record<Period['unit'], { readonly fr: [string, string]; readonly en: string }>> = {
  d: { fr: ['jour', 'jours'], en: 'day' },
  w: { fr: ['semaine', 'semaines'], en: 'week' },
  m: { fr: ['mois', 'mois'], en: 'month' },
  y: { fr: ['an', 'ans'], en: 'year' },
};

function describePeriod({ amount, unit }: Period): Wording {
  const { fr, en } = unitWords[unit];
  return { fr: `${amount} ${fr[amount < 2 ? 0 : 1]}`, en: `${amount} ${en}${amount === 1 ? '' : 's'}` };
}

/** The day from which the time runs, and what it is. */
function startOf({ reviewed, validation, effective }: Article, today: IsoDate): [IsoDate, Wording] {
  if (reviewed !== undefined) return [reviewed, { fr: 'la relecture', en: 'the review' }];
  if (validation !== undefined) return [validation.on, { fr: 'la validation', en: 'the validation' }];
  if (effective !== undefined) return [effective, { fr: 'le début', en: 'the start' }];
  return [today, { fr: 'aujourd’hui', en: 'today' }];
}

export const expiryWithinLimit: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Une fin dans dix ans n’est pas une fin : personne ne relira l’article avant qu’il soit faux. `validity.longest` fixe, par type, combien de temps une relecture peut valoir.',
    en: 'An end ten years away is no end: nobody will read the article again before it is wrong. `validity.longest` sets, for each type, how long a review may hold.',
  },
  *check({ article, fieldPlace }, { base, today }) {
    if (article?.expires === undefined || article.status === 'archived') return;
    const limit = base.config.validity.longest[article.type];
    if (limit === undefined) return;
    const [start, what] = startOf(article, today);
    const last = addPeriod(start, limit);
    if (article.expires <= last) return;
    const period = describePeriod(limit);
    yield {
      ...fieldPlace('expires'),
      message: {
        fr: `Fin inattendue le ${article.expires}, attendu : ${last} au plus tard (${period.fr} après ${what.fr}, ${start})`,
        en: `Unexpected end on ${article.expires}, expected ${last} at the latest (${period.en} after ${what.en}, ${start})`,
      },
    };
  },
  examples: [
    { files: { 'content/a.md': exampleArticle({ expires: '2036-06-15' }) }, findings: [] },
    {
      files: {
        'content/a.md': exampleArticle({ expires: '2027-02-28', reviewed: '2026-02-28' }),
        'content/b.md': exampleArticle({ id: 'b', type: 'faq', expires: '2036-06-15' }),
        'content/c.md': exampleArticle({ id: 'c', status: 'archived', expires: '2036-06-15' }),
      },
      config: 'validity: { longest: { procedure: 1y } }\n',
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ reviewed: '2026-03-30', effective: '2026-05-01' }),
        'content/b.md': exampleArticle({
          id: 'b',
          expires: '2026-09-01',
          validation: '{ by: Claire Vasseur, on: 2026-02-28, digest: "sha256:00" }',
        }),
        'content/c.md': exampleArticle({ id: 'c', effective: '2026-09-01' }),
        'content/d.md': exampleArticle({ id: 'd', expires: '2026-12-16' }),
      },
      config: 'validity: { longest: { procedure: 6m } }\n',
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Fin inattendue le 2027-03-31, attendu : 2026-09-30 au plus tard (6 mois après la relecture, 2026-03-30)',
          en: 'Unexpected end on 2027-03-31, expected 2026-09-30 at the latest (6 months after the review, 2026-03-30)',
        },
        {
          path: 'content/b.md',
          line: 6,
          column: 10,
          fr: 'Fin inattendue le 2026-09-01, attendu : 2026-08-28 au plus tard (6 mois après la validation, 2026-02-28)',
          en: 'Unexpected end on 2026-09-01, expected 2026-08-28 at the latest (6 months after the validation, 2026-02-28)',
        },
        {
          path: 'content/c.md',
          line: 6,
          column: 10,
          fr: 'Fin inattendue le 2027-03-31, attendu : 2027-03-01 au plus tard (6 mois après le début, 2026-09-01)',
          en: 'Unexpected end on 2027-03-31, expected 2027-03-01 at the latest (6 months after the start, 2026-09-01)',
        },
        {
          path: 'content/d.md',
          line: 6,
          column: 10,
          fr: 'Fin inattendue le 2026-12-16, attendu : 2026-12-15 au plus tard (6 mois après aujourd’hui, 2026-06-15)',
          en: 'Unexpected end on 2026-12-16, expected 2026-12-15 at the latest (6 months after today, 2026-06-15)',
        },
      ],
    },
  ],
};
