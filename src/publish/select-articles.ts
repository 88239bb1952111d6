// Decides which articles enter a site, and gathers them by the pages that list them. Nothing else may add an article.

import { didYouMean } from '../config/schema-issue.ts';
import { type ArticleDocument, articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';

export interface Selection {
  /** Articles that get a page. */
  readonly published: readonly ArticleDocument[];
  /** Articles that lists show: the published ones that are not archived. */
  readonly listed: readonly ArticleDocument[];
}

/** The audience to build for: the one asked for, else the most restricted. Raises a `Problem` where it is not configured. */
export function chooseAudience({ audiences }: Config, asked?: string): string {
  const audience = asked ?? audiences[0] ?? '';
  if (audiences.includes(audience)) return audience;
  const hint = didYouMean(audience, audiences);
  throw new Problem({
    fr: `Public inconnu « ${audience} », attendu : ${audiences.join(', ')}${hint.fr}`,
    en: `Unknown audience \`${audience}\`, expected one of ${audiences.join(', ')}${hint.en}`,
  });
}

/** Whether the readers of `audience` may read every article, and so be told of the whole base, its health and its past. */
export function tellsEverything({ audiences }: Config, audience: string): boolean {
  return audience === audiences[0];
}

/**
 * Whether the readers of `audience` are told who answers for an article and who validated it: the most open audience, where
 * there are several, is the public.
 */
export function tellsTeam({ audiences }: Config, audience: string): boolean {
  return audiences.length === 1 || audience !== audiences.at(-1);
}

/** The articles that `audience` may read, with the drafts where `drafts`. */
export function selectArticles(base: KnowledgeBase, audience: string, drafts: boolean): Selection {
  const published = articleDocuments(base).filter((document) => {
    const { article } = document;
    const first = base.byId.get(article.id)?.get(article.lang) === document;
    return first && isPublished(article, audience, drafts);
  });
  return { published, listed: published.filter(isListed) };
}

/** Whether the article has a page for `audience`. Drafts have one only where `drafts`: an agent must not act on one. */
export function isPublished(article: Article, audience: string, drafts: boolean): boolean {
  return article.audience.includes(audience) && (drafts || article.status !== 'draft');
}

/** Whether lists show the article: an archived one keeps its page and nothing more. */
export function isListed({ article }: ArticleDocument): boolean {
  return article.status !== 'archived';
}

/** Folders of the article as its category; a leading folder named after its language (`en/…`) is not part of it. */
export function categoryOf({ article }: ArticleDocument): readonly string[] {
  return article.category[0] === article.lang ? article.category.slice(1) : article.category;
}

/** Groups by key; an item may belong to several groups or none. Groups keep the order of their first item. */
export function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
