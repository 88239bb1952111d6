// reasons-are-covered: every contact reason has an article in force, its own or one of a reason below it.
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../../content/knowledge-base.ts';
import { type Absence, judgeAbsence, obsolescenceWords } from '../../content/obsolescence.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { quote } from '../../model/quote.ts';
import { reasonsAbove } from '../../model/reasons.ts';
import type { Wording } from '../../model/wording.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

const absenceWords: Readonly<Record<Absence, Wording>> = {
  ...obsolescenceWords,
  draft: { fr: 'en brouillon', en: 'a draft' },
  scheduled: { fr: 'à venir', en: 'scheduled' },
};

/** Where a writer would mend it first: what was in force until lately, then what may soon be. */
const order: readonly Absence[] = ['expired', 'replaced', 'draft', 'scheduled', 'archived'];

/** Contact reason → the articles that name it, in the order of their paths. */
function articlesByReason(base: KnowledgeBase): ReadonlyMap<string, readonly ArticleDocument[]> {
  const found = new Map<string, ArticleDocument[]>();
  for (const document of articleDocuments(base)) {
    for (const reason of new Set(document.article.reasons)) {
      const group = found.get(reason);
      if (group) group.push(document);
      else found.set(reason, [document]);
    }
  }
  return found;
}

interface Anchor {
  readonly document: ArticleDocument;
  readonly absence: Absence;
}

/** The one among the articles of a reason on which to say that none is in force; undefined where one is. */
function chooseAnchor(
  documents: readonly ArticleDocument[],
  base: KnowledgeBase,
  today: IsoDate,
): Anchor | undefined {
  let chosen: Anchor | undefined;
  for (const document of documents) {
    const absence = judgeAbsence(document, base, today);
    if (absence === undefined) return undefined;
    if (!chosen || comesBefore({ document, absence }, chosen)) chosen = { document, absence };
  }
  return chosen;
}

/** By the kind of absence, then the one that was in force the longest. */
function comesBefore(a: Anchor, b: Anchor): boolean {
  if (a.absence !== b.absence) return order.indexOf(a.absence) < order.indexOf(b.absence);
  return (a.document.article.expires ?? '') > (b.document.article.expires ?? '');
}

/** Day → contact reason without an article in force → where to say so. */
const anchorsByDay = perBase(() => new Map<IsoDate, ReadonlyMap<string, Anchor>>());

function anchorsOn(today: IsoDate, base: KnowledgeBase): ReadonlyMap<string, Anchor> {
  const known = anchorsByDay(base).get(today);
  if (known) return known;
  const anchors = new Map<string, Anchor>();
  const named = articlesByReason(base);
  for (const [reason, documents] of named) {
    const anchor = Object.hasOwn(base.config.reasons, reason)
      ? chooseAnchor(documents, base, today)
      : undefined;
    if (anchor) anchors.set(reason, anchor);
  }
  const covered = new Set(
    [...named.keys()]
      .filter((reason) => !anchors.has(reason))
      .flatMap((reason) => reasonsAbove(base.config, reason)),
  );
  for (const reason of covered) anchors.delete(reason);
  anchorsByDay(base).set(today, anchors);
  return anchors;
}

export const reasonsAreCovered: Rule = {
  group: 'together',
  severity: 'warning',
  why: {
    fr: 'Un motif de contact sans article en vigueur est une question à laquelle les agents répondent de mémoire. On le dit à l’article qui y répondait, ou y répondra, sinon à la configuration.',
    en: 'A contact reason without an article in force is a question that agents answer from memory. It is said of the article that was, or will be, the one for it, or else of the configuration.',
  },
  *check(document, { base, today }) {
    for (const [index, reason] of (document.article?.reasons ?? []).entries()) {
      const anchor = anchorsOn(today, base).get(reason);
      if (anchor?.document !== document || document.article?.reasons.indexOf(reason) !== index) continue;
      const words = absenceWords[anchor.absence];
      yield {
        ...document.fieldPlace('reasons', index),
        message: {
          fr: `Aucun article en vigueur pour « ${quote(reason, 34)} » (celui-ci est ${words.fr}), attendu : au moins un`,
          en: `No article in force for \`${quote(reason, 34)}\` (this one is ${words.en}), expected at least one`,
        },
      };
    }
  },
  *checkBase({ base, only }) {
    if (only) return;
    const named = new Set(
      [...articlesByReason(base).keys()].flatMap((reason) => [reason, ...reasonsAbove(base.config, reason)]),
    );
    for (const reason of Object.keys(base.config.reasons)) {
      if (named.has(reason)) continue;
      yield {
        ...base.config.placeOf(['reasons', reason]),
        message: {
          fr: `Aucun article pour le motif « ${quote(reason, 40)} », attendu : au moins un, en vigueur`,
          en: `No article for the contact reason \`${quote(reason, 40)}\`, expected at least one in force`,
        },
      };
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', expires: '2026-06-01' }),
        'content/b.md': exampleArticle({ id: 'b', reasons: '[delivery.late]', expires: '2026-06-20' }),
        'content/c.md': exampleArticle({ id: 'c', reasons: '[delivery.lost]', expires: null }),
        'content/d.md': exampleArticle({ id: 'd', reasons: '[delivery.none]', status: 'draft' }),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', expires: '2025-06-01' }),
        'content/b.md': exampleArticle({
          id: 'b',
          reasons: '[delivery.lost, delivery.late]',
          expires: '2026-06-14',
        }),
        'content/c.md': exampleArticle({ id: 'c', reasons: '[delivery.late]', status: 'archived' }),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 7,
          column: 11,
          fr: 'Aucun article en vigueur pour « delivery.lost » (celui-ci est périmé), attendu : au moins un',
          en: 'No article in force for `delivery.lost` (this one is expired), expected at least one',
        },
        {
          path: 'content/b.md',
          line: 7,
          column: 26,
          fr: 'Aucun article en vigueur pour « delivery.late » (celui-ci est périmé), attendu : au moins un',
          en: 'No article in force for `delivery.late` (this one is expired), expected at least one',
        },
      ],
    },
    {
      files: {
        'content/a.md': exampleArticle({ reasons: '[delivery.late]', status: 'draft' }),
        'content/b.md': exampleArticle({ id: 'b', reasons: '[delivery.late]', effective: '2026-07-01' }),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 11,
          fr: 'Aucun article en vigueur pour « delivery.late » (celui-ci est en brouillon), attendu : au moins un',
          en: 'No article in force for `delivery.late` (this one is a draft), expected at least one',
        },
        {
          path: 'kb.config.yaml',
          line: 10,
          column: 3,
          fr: 'Aucun article pour le motif « delivery.lost », attendu : au moins un, en vigueur',
          en: 'No article for the contact reason `delivery.lost`, expected at least one in force',
        },
      ],
    },
  ],
};
