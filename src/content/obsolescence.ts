// Whether readers should still be led to an article: not once it expired, was archived, or has a successor in force.
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { judgeValidity, type Validity } from '../model/validity.ts';
import type { Wording } from '../model/wording.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from './knowledge-base.ts';

export type Obsolescence = 'expired' | 'archived' | 'replaced';

/** Why an article is no help to a reader on a day. */
export type Absence = Obsolescence | 'draft' | 'scheduled';

export const obsolescenceWords: Readonly<Record<Obsolescence, Wording>> = {
  expired: { fr: 'périmé', en: 'expired' },
  archived: { fr: 'archivé', en: 'archived' },
  replaced: { fr: 'remplacé', en: 'replaced' },
};

export interface ObsoleteState {
  readonly state: Obsolescence;
  /** The last in the line of successors that are in force. */
  readonly successor: ArticleDocument | undefined;
}

/** The article's validity as the base's configuration counts it. */
function validityOf({ article }: ArticleDocument, base: KnowledgeBase, today: IsoDate): Validity {
  const { expiresRequired, dueWithin } = base.config.validity;
  const { effective, expires, type } = article;
  return judgeValidity({ effective, expires, needsExpiry: expiresRequired.includes(type) }, today, dueWithin);
}

function hasBegun(document: ArticleDocument, base: KnowledgeBase, today: IsoDate): boolean {
  return judgeTrust(document.article) !== 'draft' && validityOf(document, base, today) !== 'scheduled';
}

/** Follows `replaced_by` as long as it leads to an article that has begun; a draft or a scheduled one replaces nothing yet. */
function lastSuccessor(
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): ArticleDocument | undefined {
  const seen = new Set<string>([document.article.id]);
  let last: ArticleDocument | undefined;
  for (let current = document; current.article.replacedBy !== undefined; ) {
    const next = findArticle(base, current.article.replacedBy, document.article.lang);
    if (!next || seen.has(next.article.id) || !hasBegun(next, base, today)) break;
    seen.add(next.article.id);
    last = next;
    current = next;
  }
  return last;
}

/** Why `document` is obsolete on `today`, or undefined where it is not (a draft is not; it was never in force). */
export function judgeObsolescence(
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): ObsoleteState | undefined {
  const trust = judgeTrust(document.article);
  if (trust === 'draft') return undefined;
  const successor = lastSuccessor(document, base, today);
  if (trust === 'archived') return { state: 'archived', successor };
  if (validityOf(document, base, today) === 'expired') return { state: 'expired', successor };
  return successor ? { state: 'replaced', successor } : undefined;
}

/** Why `document` is not in force on `today`, or undefined where it is. One without the end that its type needs counts as in force. */
export function judgeAbsence(
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): Absence | undefined {
  if (document.article.status === 'draft') return 'draft';
  const obsolete = judgeObsolescence(document, base, today);
  if (obsolete) return obsolete.state;
  return validityOf(document, base, today) === 'scheduled' ? 'scheduled' : undefined;
}
