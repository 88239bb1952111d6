// Which tags have a page: those that at least two articles of a language bear. A list of one leads nowhere.
import type { Mention } from '../../site/health-figures.ts';
import type { SiteLink } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { groupBy, isListed } from './select-articles.ts';
import { type Topics, tagKey } from './topics.ts';

/** A tag with a page. */
export interface TagGroup {
  readonly key: string;
  readonly link: SiteLink;
  readonly articles: readonly ArticleDocument[];
}

const fewestArticles = 2;

/** The tags of one language that have a page, in the order of their labels. */
export function groupTags(lang: string, published: readonly ArticleDocument[], topics: Topics): TagGroup[] {
  const listed = published.filter((document) => document.article.lang === lang && isListed(document));
  const groups = groupBy(listed, ({ article }) => article.tags.map(tagKey).filter((key) => key !== ''));
  const collator = new Intl.Collator(lang, { numeric: true });
  return [...groups]
    .filter(([, articles]) => articles.length >= fewestArticles)
    .map(([key, articles]) => ({ key, link: topics.tag(lang, key, usualSpelling(key, articles)), articles }))
    .sort((a, b) => collator.compare(a.link.label, b.link.label) || (a.key < b.key ? -1 : 1));
}

/** The spelling that most of `articles` use, the first in the order of code units where several are as usual. */
function usualSpelling(key: string, articles: readonly ArticleDocument[]): string {
  const counts = new Map<string, number>();
  for (const tag of articles.flatMap(({ article }) => article.tags)) {
    if (tagKey(tag) === key) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? key;
}

/** The tags of an article, each once, with the page of those that have one. */
export function mentionTags(
  tags: readonly string[],
  pages: ReadonlyMap<string, TagGroup>,
): readonly Mention[] {
  const byKey = new Map(tags.map((tag) => [tagKey(tag) || tag, tag]));
  return [...byKey].map(([key, tag]) => ({ label: tag, url: pages.get(key)?.link.url }));
}
