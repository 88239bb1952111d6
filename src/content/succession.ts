// Who takes whose place: the line of articles along `replaced_by`.
import type { Article } from '../model/article.ts';
import { findArticle, type KnowledgeBase } from './knowledge-base.ts';

/** Ids of the articles that took the place of `article` one after the other; the last one stands there twice where the line runs into a circle. */
export function successorsOf(article: Article, base: KnowledgeBase): string[] {
  const ids = [article.id];
  for (let next = article.replacedBy; next !== undefined; ) {
    const successor = findArticle(base, next, article.lang)?.article;
    if (!successor) break;
    const known = ids.includes(successor.id);
    ids.push(successor.id);
    if (known) break;
    next = successor.replacedBy;
  }
  return ids.slice(1);
}
