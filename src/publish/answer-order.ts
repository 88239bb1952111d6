// In which order articles answer a contact reason: what guides an agent before what to say, what is about that reason before what is about others too.
import type { Article, ArticleType } from '../model/article.ts';

const order: readonly ArticleType[] = [
  'decision',
  'procedure',
  'macro',
  'faq',
  'reference',
  'announcement',
  'quiz',
  'ivr',
];

/** The place of `type`, from 0. */
export function placeOfType(type: ArticleType): number {
  return order.indexOf(type);
}

/** Whether an article of `type` leads an agent through a call. */
export function isGuiding(type: ArticleType): boolean {
  return type === 'decision' || type === 'procedure';
}

/** How far from `reason` an article is: 0 where it is about nothing else, 1 where it names it first, 2 where it names it too. */
export function distanceTo(reason: string, { reasons }: Pick<Article, 'reasons'>): number {
  if (reasons[0] !== reason) return 2;
  return reasons.length === 1 ? 0 : 1;
}

/** Which of two articles answers `reason` first: negative for `a`, zero where nothing tells them apart. */
function compareAnswers(reason: string, a: Article, b: Article): number {
  const rank = (article: Article) => (isGuiding(article.type) ? distanceTo(reason, article) : 3);
  return rank(a) - rank(b) || placeOfType(a.type) - placeOfType(b.type);
}

/**
 * `articles` as they answer the reason `family[0]`: first its own, then those of each of the reasons below it, which `family`
 * names in their order. `sooner` tells apart what stands in the same place otherwise.
 */
export function sortAnswers<Item extends { readonly article: Article }>(
  family: readonly string[],
  articles: readonly Item[],
  sooner: (a: Item, b: Item) => number = () => 0,
): Item[] {
  const placeIn = ({ article }: Item) => family.findIndex((reason) => article.reasons.includes(reason));
  return [...articles].sort((a, b) => {
    const place = placeIn(a);
    return place - placeIn(b) || compareAnswers(family[place] ?? '', a.article, b.article) || sooner(a, b);
  });
}
