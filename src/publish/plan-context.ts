// What the planners of single pages share: the site, which articles it has, how each shows in a list, and where the lists are.
import { messagesFor } from '../../site/locales/messages-for.ts';
import type { ArticleCard, ChangeView, PageView, SiteView } from '../../site/view.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { planCard } from './article-card.ts';
import { rootFrom } from './site-plan.ts';
import { planTopics, type Topics } from './topics.ts';

export interface PlanContext {
  readonly base: KnowledgeBase;
  readonly site: SiteView;
  /** Whether the site holds an article. */
  readonly has: (document: ArticleDocument) => boolean;
  readonly cardOf: (document: ArticleDocument) => ArticleCard;
  readonly topics: Topics;
  /** Whether an article is to be shown after those that hold: expired on the day of the build, or archived. */
  readonly isObsolete: (document: ArticleDocument) => boolean;
  /** What changed in an article since its validation, where that is known and may be told. */
  readonly changeOf: (document: ArticleDocument) => ChangeView | undefined;
}

export interface ContextTerms {
  readonly today: IsoDate;
  /** By path. */
  readonly changes: ReadonlyMap<string, ChangeView> | undefined;
}

/** The context of a site that holds the articles `published`. */
export function createPlanContext(
  base: KnowledgeBase,
  site: SiteView,
  published: readonly ArticleDocument[],
  { today, changes }: ContextTerms,
): PlanContext {
  const inSite = new Set(published);
  const cards = new Map<ArticleDocument, ArticleCard>();
  const cardOf = (document: ArticleDocument): ArticleCard => {
    const card =
      cards.get(document) ?? planCard(document.article, base.config, { today, tellsTeam: site.tellsTeam });
    cards.set(document, card);
    return card;
  };
  return {
    base,
    site,
    has: (document) => inSite.has(document),
    cardOf,
    isObsolete: (document) => {
      const { validity, trust } = cardOf(document);
      return validity.state === 'expired' || trust === 'archived';
    },
    topics: planTopics(base.config),
    changeOf: ({ path }) => changes?.get(path),
  };
}

/** What every page of `context`'s site shares, with the same page in the other languages where `translate` names it. */
export function planShell(
  context: PlanContext,
  lang: string,
  url: string,
  title: string,
  translate: (lang: string) => string | undefined = (other) => url.replace(/^[^/]+\//, `${other}/`),
): PageView {
  const translations = context.site.languages
    .filter((other) => other !== lang)
    .flatMap((other) => {
      const address = translate(other);
      return address === undefined ? [] : [{ lang: other, url: address }];
    });
  const home = {
    url: lang === context.site.languages[0] ? 'index.html' : `${lang}/index.html`,
    label: messagesFor(lang).home,
  };
  return { site: context.site, lang, url, root: rootFrom(url), title, trail: [home], translations };
}
