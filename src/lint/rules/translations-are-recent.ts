// translations-are-recent: a translation follows the changes of its source.

import type { ContentHistory } from '../../history/content-history.ts';
import type { Article } from '../../model/article.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import type { Wording } from '../../model/wording.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** The later of an article's review and validation: the best guess at its age where git can't be asked. */
function lookedAt({ reviewed, validation }: Article): IsoDate | undefined {
  return [reviewed, validation?.on]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function describe(source: IsoDate, own: IsoDate, history: ContentHistory | undefined): Wording {
  return history
    ? {
        fr: `Traduction du ${own}, plus ancienne que sa source, modifiée le ${source} ; attendu : les mêmes changements`,
        en: `Unexpected translation of ${own}, older than its source, changed on ${source}; expected the same changes`,
      }
    : {
        fr: `Traduction relue le ${own}, avant sa source, relue le ${source} ; attendu : les mêmes changements`,
        en: `Unexpected translation reviewed on ${own}, before its source (${source}); expected the same changes`,
      };
}

function changed(source: string, translation: string): ContentHistory {
  const edit = (day: string) => ({ commit: '4f2a91c', author: 'Paul Mercadier', day: day as IsoDate });
  return {
    lastEdits: new Map([
      ['content/a.md', edit(source)],
      ['content/en/a.md', edit(translation)],
    ]),
    dateMoves: new Map(),
  };
}

const bothLanguages = {
  'content/a.md': exampleArticle({ reviewed: '2026-05-12' }),
  'content/en/a.md': exampleArticle({ title: 'Late parcel', lang: 'en', reviewed: '2026-03-02' }),
};

export const translationsAreRecent: Rule = {
  group: 'together',
  severity: 'warning',
  why: {
    fr: 'Deux agents qui donnent deux réponses à une question coûtent la confiance du client. Une traduction laissée en arrière le fait sans que personne le remarque.',
    en: 'Two agents who give two answers to one question cost the customer’s trust. A translation that was left behind does that without anybody noticing.',
  },
  *check({ article, path, fieldPlace }, { base, history }) {
    if (article?.status !== 'published' || article.lang === base.config.lang) return;
    const source = base.byId.get(article.id)?.get(base.config.lang);
    if (source?.article.status !== 'published') return;
    const own = history ? history.lastEdits.get(path)?.day : lookedAt(article);
    const theirs = history ? history.lastEdits.get(source.path)?.day : lookedAt(source.article);
    if (own === undefined || theirs === undefined || own >= theirs) return;
    yield { ...fieldPlace('lang'), message: describe(theirs, own, history) };
  },
  examples: [
    { files: bothLanguages, history: changed('2026-05-12', '2026-05-12'), findings: [] },
    {
      files: {
        'content/a.md': exampleArticle({ reviewed: '2026-05-12' }),
        'content/en/a.md': exampleArticle({ title: 'Late parcel', lang: 'en' }),
        'content/en/b.md': exampleArticle({
          id: 'b',
          title: 'Lost parcel',
          lang: 'en',
          reviewed: '2026-01-02',
        }),
      },
      findings: [],
    },
    {
      files: bothLanguages,
      history: changed('2026-05-12', '2026-03-02'),
      findings: [
        {
          path: 'content/en/a.md',
          line: 7,
          column: 7,
          fr: 'Traduction du 2026-03-02, plus ancienne que sa source, modifiée le 2026-05-12 ; attendu : les mêmes changements',
          en: 'Unexpected translation of 2026-03-02, older than its source, changed on 2026-05-12; expected the same changes',
        },
      ],
    },
    {
      files: bothLanguages,
      findings: [
        {
          path: 'content/en/a.md',
          line: 7,
          column: 7,
          fr: 'Traduction relue le 2026-03-02, avant sa source, relue le 2026-05-12 ; attendu : les mêmes changements',
          en: 'Unexpected translation reviewed on 2026-03-02, before its source (2026-05-12); expected the same changes',
        },
      ],
    },
  ],
};
