// Which articles belong beside one: those of its contact reasons, then of its tags, then of its category; obsolete ones never before valid ones. Pure.
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { placeOfType } from './answer-order.ts';
import { categoryOf, groupBy } from './select-articles.ts';
import { tagKey } from './topics.ts';

/** How many related articles a page shows. */
const relatedShown = 6;

/** How many of each group are looked at: enough to choose from, and no page takes longer in a base of thousands. */
const looked = 12;

/** For each article the articles beside it, the nearest first. */
export type RelatedOf = (document: ArticleDocument) => readonly ArticleDocument[];

/** What an article belongs to, by kind: its contact reasons, tags and category. */
type Belongings = readonly (readonly string[])[];

function belongingsOf(document: ArticleDocument): Belongings {
  const { lang, reasons, tags } = document.article;
  const inLanguage = (keys: readonly string[]) => keys.map((key) => `${lang} ${key}`);
  return [reasons, tags.map(tagKey), [categoryOf(document).join('/')]].map(inLanguage);
}

/** How much two articles share, by kind. */
function sharesOf(a: Belongings, b: Belongings): number[] {
  return a.map((keys, kind) => keys.filter((key) => b[kind]?.includes(key)).length);
}

/** One contact reason weighs more than any number of tags. */
function compareShares(a: readonly number[], b: readonly number[]): number {
  const kind = a.findIndex((count, at) => count !== b[at]);
  return (b[kind] ?? 0) - (a[kind] ?? 0);
}

/** Of `listed`, the related articles of any article. `isObsolete` judges by the day of the build. */
export function relateArticles(
  listed: readonly ArticleDocument[],
  isObsolete: (document: ArticleDocument) => boolean,
): RelatedOf {
  // In the order of worth, so that the head of a large group is the best of it.
  const ordered = listed
    .filter(({ article }) => article.status === 'published')
    .sort(
      (a, b) =>
        Number(isObsolete(a)) - Number(isObsolete(b)) ||
        placeOfType(a.article.type) - placeOfType(b.article.type) ||
        (a.path < b.path ? -1 : 1),
    );
  const place = new Map(ordered.map((document, at) => [document, at]));
  const belongings = new Map(ordered.map((document) => [document, belongingsOf(document)]));
  const groups = [0, 1, 2].map((kind) => groupBy(ordered, (other) => belongings.get(other)?.[kind] ?? []));
  return (document) => {
    const own = belongings.get(document) ?? belongingsOf(document);
    const members = own.flatMap((keys, kind) =>
      keys.flatMap((key) => (groups[kind]?.get(key) ?? []).slice(0, looked)),
    );
    return [...new Set(members)]
      .filter((other) => other !== document)
      .map((other) => ({
        other,
        obsolete: Number(isObsolete(other)),
        shares: sharesOf(own, belongings.get(other) ?? []),
      }))
      .sort(
        (a, b) =>
          a.obsolete - b.obsolete ||
          compareShares(a.shares, b.shares) ||
          (place.get(a.other) ?? 0) - (place.get(b.other) ?? 0),
      )
      .slice(0, relatedShown)
      .map(({ other }) => other);
  };
}
