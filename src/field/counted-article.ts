// Counts → the articles that they are of: what the figures of use share.
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { CounterKind } from '../model/field-item.ts';
import type { UsageEntry } from './usage-ledger.ts';

/** An article as figures name it. */
export interface UsedArticle {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly owner: string;
  readonly path: string;
}

export interface CountedArticle extends UsedArticle {
  readonly count: number;
}

/** How often, by what was counted. */
type Counts = ReadonlyMap<string, number>;

/** What `entries` come to for one kind of count. */
export function sumBy(entries: readonly UsageEntry[], of: CounterKind): Counts {
  const sums = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === 'count' && entry.of === of)
      sums.set(entry.what, (sums.get(entry.what) ?? 0) + entry.count);
  return sums;
}

/** The article that `<lang>/<id>` names, by an earlier id too. */
export function articleOf(what: string, base: KnowledgeBase): ArticleDocument | undefined {
  const at = what.indexOf('/');
  const document = findArticle(base, what.slice(at + 1), what.slice(0, at));
  return document?.article.lang === what.slice(0, at) ? document : undefined;
}

export function nameOf({ article, path }: ArticleDocument): UsedArticle {
  const { id, lang, title, owner } = article;
  return { id, lang, title, owner, path };
}

/** The largest count first, then by name. */
export const byCount =
  <One extends { readonly count: number }>(nameIt: (one: One) => string) =>
  (a: One, b: One) =>
    b.count - a.count || (nameIt(a) < nameIt(b) ? -1 : 1);
