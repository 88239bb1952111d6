// What is odd about an item that came from the field: it is kept all the same, and said.
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { acknowledgedVersions } from '../model/article-version.ts';
import type { ArticleReference } from '../model/field-item.ts';
import { daysBetween, type IsoDate } from '../model/iso-date.ts';
import type { Wording } from '../model/wording.ts';

export const itemMarks = ['other-base', 'unknown-article', 'older-version', 'clock-ahead'] as const;

export type ItemMark = (typeof itemMarks)[number];

export const itemMarkWords: Readonly<Record<ItemMark, Wording>> = {
  'other-base': { fr: 'autre base', en: 'other base' },
  'unknown-article': { fr: 'article inconnu', en: 'unknown article' },
  'older-version': { fr: 'version antérieure', en: 'earlier version' },
  'clock-ahead': { fr: 'horloge en avance', en: 'clock ahead' },
};

export interface MarkedItem {
  readonly on: IsoDate;
  readonly about?: ArticleReference | undefined;
  /** The base that the device named, where it is another. */
  readonly base?: string | undefined;
}

/** The marks of an item in `base` on `today`. A device in another time zone may be one day ahead. */
export function markItem(
  { on, about, base: named }: MarkedItem,
  base: KnowledgeBase,
  today: IsoDate,
): ItemMark[] {
  const marks: ItemMark[] = [];
  if (named !== undefined && named !== base.config.name) marks.push('other-base');
  if (about) {
    const document = findArticle(base, about.id, about.lang);
    if (!document) marks.push('unknown-article');
    else if (document.article.lang !== about.lang) marks.push('unknown-article');
    else if (!acknowledgedVersions(document.article).includes(about.version)) marks.push('older-version');
  }
  if (daysBetween(today, on) > 1) marks.push('clock-ahead');
  return marks;
}
