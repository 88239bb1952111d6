// List pages of categories, contact reasons, owners and tags, cut so that no page grows with the base.
import type { ListView, ReasonTargetsView } from '../../site/list-view.ts';
import type { CountedLink, SiteLink } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { sortAnswers } from './answer-order.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { PagePlan } from './site-plan.ts';

/** One list: a category, a contact reason, an owner or a tag. */
export interface ListTopic {
  readonly of: ListView['of'];
  /** Folders of the category, or the key of the configuration. */
  readonly key: string;
  /** Its first page. */
  readonly link: SiteLink;
  readonly intro?: string | undefined;
  /** Of a contact reason. */
  readonly targets?: ReasonTargetsView | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** Its own articles. */
  readonly articles: readonly ArticleDocument[];
  /** Of a contact reason: itself and those below it, in their order. */
  readonly family?: readonly string[] | undefined;
  /** The articles of the contact reasons below it that are not its own; its pages show them after these. */
  readonly below?: readonly ArticleDocument[] | undefined;
  /** All articles below it, those of sub-categories and of reasons below it too. */
  readonly total: number;
  /** The category or the contact reason that holds this one. */
  readonly parent?: SiteLink | undefined;
}

/** Articles on one page of a list. */
export const articlesPerPage = 50;

function pageUrl(first: string, page: number): string {
  return page === 1 ? first : first.replace(/index\.html$/, `page-${page}.html`);
}

/** The way from the home page to a list: its ancestors, outermost first. */
function ancestorsOf(topic: ListTopic, topics: readonly ListTopic[]): SiteLink[] {
  const { parent } = topic;
  if (parent === undefined) return [];
  const above = topics.find(({ link }) => link.url === parent.url);
  return above ? [...ancestorsOf(above, topics), parent] : [parent];
}

/**
 * Plans every page of every list in `topics`, those of `lang`, articles sorted by title as the language sorts; a contact
 * reason's by what answers first. `has` tells whether the site has the list at an address.
 */
export function planLists(
  topics: readonly ListTopic[],
  lang: string,
  context: PlanContext,
  has: (url: string) => boolean,
): PagePlan[] {
  const collator = new Intl.Collator(lang, { numeric: true });
  const byTitle = (a: ArticleDocument, b: ArticleDocument) =>
    collator.compare(a.article.title, b.article.title) || (a.path < b.path ? -1 : 1);
  const byAnswer = (family: readonly string[], members: readonly ArticleDocument[]) => {
    const ordered = sortAnswers(family, members, byTitle);
    const obsolete = new Set(ordered.filter(context.isObsolete));
    return [...ordered.filter((document) => !obsolete.has(document)), ...obsolete];
  };
  return topics.flatMap((topic) => {
    const { family, below = [] } = topic;
    const own = family ? byAnswer(family, topic.articles) : [...topic.articles].sort(byTitle);
    const articles = family ? [...own, ...byAnswer(family, below)] : own;
    const children: CountedLink[] = topics
      .filter(({ of, parent }) => of === topic.of && parent?.url === topic.link.url)
      .map(({ link, total }) => ({ ...link, count: total }));
    // Reasons stand in the order of the configuration.
    if (topic.of !== 'reason') children.sort((a, b) => collator.compare(a.label, b.label));
    const translate = (other: string): string => {
      const same = topic.link.url.replace(/^[^/]+\//, `${other}/`);
      // Where the list does not exist in another language, the switch leads to that language's home page.
      return has(same) ? same : `${other}/index.html`;
    };
    const pages = Math.max(1, Math.ceil(articles.length / articlesPerPage));
    return Array.from({ length: pages }, (_, index): PagePlan => {
      const page = index + 1;
      const shown = articles.slice(index * articlesPerPage, page * articlesPerPage).map(context.cardOf);
      const ownShown = Math.max(0, own.length - index * articlesPerPage);
      const url = decodeURIComponent(pageUrl(topic.link.url, page));
      const shell = planShell(context, lang, url, topic.link.label, translate);
      return {
        url,
        view: {
          ...shell,
          trail: [...shell.trail, ...ancestorsOf(topic, topics)],
          kind: 'list',
          of: topic.of,
          intro: topic.intro,
          targets: page === 1 ? topic.targets : undefined,
          keywords: page === 1 ? topic.keywords : undefined,
          children: page === 1 ? children : [],
          articles: shown.slice(0, ownShown),
          below: shown.slice(ownShown),
          page,
          pages,
          previousUrl: page > 1 ? pageUrl(topic.link.url, page - 1) : undefined,
          nextUrl: page < pages ? pageUrl(topic.link.url, page + 1) : undefined,
          total: topic.total,
        },
      };
    });
  });
}
