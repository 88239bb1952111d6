// In which order the types of article answer a contact reason: what decides and what to do before what to say, then the rest.
import type { ArticleType } from '../model/article.ts';

const order: readonly ArticleType[] = ['decision', 'procedure', 'macro', 'faq', 'reference', 'announcement'];

/** The place of `type`, from 0. */
export function placeOfType(type: ArticleType): number {
  return order.indexOf(type);
}
