// succession-without-gap: an article takes over at the latest on the day after the end of the one that it replaces.
import { type ArticleDocument, articleDocuments, findArticle } from '../../content/knowledge-base.ts';
import { addPeriod, daysBetween, type Period } from '../../model/iso-date.ts';
import { quote } from '../../model/quote.ts';
import { countWords } from '../../model/wording.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const oneDay: Period = { amount: 1, unit: 'd' };

/** Article → those that it takes over from, whichever of the two says so. Drafts were never in force. */
const predecessors = perBase((base) => {
  const found = new Map<ArticleDocument, Set<ArticleDocument>>();
  const add = (old: ArticleDocument | undefined, successor: ArticleDocument | undefined) => {
    if (!old || !successor || old === successor || old.article.status === 'draft') return;
    found.set(successor, (found.get(successor) ?? new Set()).add(old));
  };
  for (const document of articleDocuments(base)) {
    const { lang, replacedBy, replaces } = document.article;
    if (replacedBy !== undefined) add(document, findArticle(base, replacedBy, lang));
    for (const id of replaces) add(findArticle(base, id, lang), document);
  }
  return found;
});

export const successionWithoutGap: Rule = {
  group: 'life',
  severity: 'warning',
  why: {
    fr: 'Entre la fin d’une procédure et le début de la suivante, les agents n’en ont aucune. Un trou à venir peut encore être comblé ; un trou passé est laissé en paix.',
    en: 'Between the end of one procedure and the beginning of the next, agents have none to follow. A gap that lies ahead can still be closed; one that is over is left in peace.',
  },
  *check(document, { base, today }) {
    const effective = document.article?.effective;
    if (effective === undefined || effective <= today) return;
    for (const { article: old } of predecessors(base).get(document as ArticleDocument) ?? []) {
      if (old.expires === undefined) continue;
      const latest = addPeriod(old.expires, oneDay);
      if (effective <= latest) continue;
      const days = daysBetween(latest, effective);
      const gap = { fr: countWords(days, 'jour', 'fr'), en: countWords(days, 'day', 'en') };
      const id = quote(old.id, 30);
      yield {
        ...document.fieldPlace('effective'),
        message: {
          fr: `Trou de ${gap.fr} après « ${id} » (fin : ${old.expires}), attendu : ${latest} au plus tard`,
          en: `Unexpected gap of ${gap.en} after \`${id}\` (to ${old.expires}), expected ${latest} at the latest`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ id: 'a', expires: '2026-08-31', replaced_by: 'b' }),
        'content/b.md': exampleArticle({ id: 'b', effective: '2026-09-01' }),
        'content/c.md': exampleArticle({ id: 'c', effective: '2026-07-01', replaces: '[a]' }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ id: 'noel-2025', expires: '2026-01-15', replaced_by: 'noel-2026' }),
        'content/b.md': exampleArticle({ id: 'noel-2026', effective: '2026-06-15' }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({
          id: 'retour-papier',
          expires: '2026-08-31',
          replaced_by: 'retour-en-ligne',
        }),
        'content/b.md': exampleArticle({ id: 'retour-en-ligne', effective: '2026-09-02' }),
        'content/c.md': exampleArticle({ id: 'c', effective: '2026-09-10', replaces: '[retour-papier]' }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 7,
          column: 12,
          fr: 'Trou de 1 jour après « retour-papier » (fin : 2026-08-31), attendu : 2026-09-01 au plus tard',
          en: 'Unexpected gap of 1 day after `retour-papier` (to 2026-08-31), expected 2026-09-01 at the latest',
        },
        {
          path: 'content/c.md',
          line: 7,
          column: 12,
          fr: 'Trou de 9 jours après « retour-papier » (fin : 2026-08-31), attendu : 2026-09-01 au plus tard',
          en: 'Unexpected gap of 9 days after `retour-papier` (to 2026-08-31), expected 2026-09-01 at the latest',
        },
      ],
    },
  ],
};
