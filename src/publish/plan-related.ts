// Which articles belong beside one: those of its contact reasons, then of its tags, then of its category; obsolete ones never before valid ones. Pure.
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { categoryOf, groupBy } from './select-articles.ts';
import { tagKey } from './topics.ts';
import { placeOfType } from './type-order.ts';

/** How many related articles a page shows. */
export const relatedShown = 6;

/** How many of each group are looked at: enough to choose from, and no page takes longer in a base of thousands. */
const looked = 24;

/** For each article the articles beside it, the nearest first. */
export type RelatedOf = (document: ArticleDocument) => readonly ArticleDocument[];

type Group = readonly ArticleDocument[];

function reasonKeys({ article }: ArticleDocument): string[] {
  return article.reasons.map((reason) => `${article.lang} ${reason}`);
}

function tagKeys({ article }: ArticleDocument): string[] {
  return article.tags.map((tag) => `${article.lang} ${tagKey(tag)}`);
}

function categoryKeys(document: ArticleDocument): string[] {
  return [`${document.article.lang} ${categoryOf(document).join('/')}`];
}

const shared = (a: readonly string[], b: readonly string[]) => a.filter((key) => b.includes(key)).length;

/** Of `listed`, the related articles of any article. `isObsolete` judges by the day of the build. */
export function relateArticles(
  listed: readonly ArticleDocument[],
  isObsolete: (document: ArticleDocument) => boolean,
): RelatedOf {
  const published = listed.filter(({ article }) => article.status === 'published');
  // The head of each group is in the order of worth, so that it is what is best of a large one.
  const ordered = [...published].sort(
    (a, b) =>
      Number(isObsolete(a)) - Number(isObsolete(b)) ||
      placeOfType(a.article.type) - placeOfType(b.article.type) ||
      (a.path < b.path ? -1 : 1),
  );
  const place = new Map(ordered.map((document, at) => [document, at]));
  const groups: readonly (readonly [(document: ArticleDocument) => string[], ReadonlyMap<string, Group>])[] =
    [reasonKeys, tagKeys, categoryKeys].map((keysOf) => [keysOf, groupBy(ordered, keysOf)]);
  return (document) => {
    const candidates = new Set<ArticleDocument>();
    for (const [keysOf, members] of groups) {
      for (const key of keysOf(document))
        for (const other of (members.get(key) ?? []).slice(0, looked)) candidates.add(other);
    }
    candidates.delete(document);
    const keys = groups.map(([keysOf]) => keysOf(document));
    const ranks = [...candidates].map((other) => ({
      other,
      obsolete: Number(isObsolete(other)),
      // How much is shared, by kind: one reason weighs more than any number of tags.
      shares: groups.map(([keysOf], kind) => shared(keys[kind] ?? [], keysOf(other))),
    }));
    return ranks
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

function compareShares(a: readonly number[], b: readonly number[]): number {
  for (const [kind, count] of a.entries()) {
    const other = b[kind] ?? 0;
    if (count !== other) return other - count;
  }
  return 0;
}
