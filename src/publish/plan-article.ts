// One article → its page's view, but for the body: what it says of itself, and where it leads.
import type { RemarkView } from '../../site/field-view.ts';
import type { SiteLink } from '../../site/view.ts';
import { flowchartsOf } from '../content/document.ts';
import { type ArticleDocument, findArticle } from '../content/knowledge-base.ts';
import type { ArticleVersion } from '../history/read-versions.ts';
import { type Article, articleUrl } from '../model/article.ts';
import { acknowledgedVersions } from '../model/article-version.ts';
import type { Capped } from '../model/capped.ts';
import type { Config } from '../model/config.ts';
import { formatPeriod, type Period } from '../model/iso-date.ts';
import { printable } from '../model/printable.ts';
import { quote } from '../model/quote.ts';
import { targetsOfReason } from '../model/reasons.ts';
import { planValidationView } from './article-card.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { RelatedOf } from './plan-related.ts';
import { mentionTags, type TagGroup } from './plan-tags.ts';
import { categoryOf } from './select-articles.ts';
import type { ArticlePlan } from './site-plan.ts';

/** How many versions a page shows. */
export const versionsShown = 5;

/** What the site knows of an article beside itself. */
export interface ArticleSurroundings {
  readonly relatedOf: RelatedOf;
  /** The tags with a page, by key, in the article's language. */
  readonly tags: ReadonlyMap<string, TagGroup>;
  /** Its last versions, newest first; none where readers must not know of the past. */
  readonly versions: readonly ArticleVersion[];
  /** Whether its readers talk with customers, and so have something to follow up. */
  readonly hasContacts: boolean;
  /** What readers said of it. */
  readonly remarks?: Capped<RemarkView> | undefined;
}

function linkTo(id: string | undefined, lang: string, context: PlanContext): SiteLink | undefined {
  const target = id === undefined ? undefined : findArticle(context.base, id, lang);
  if (!target || !context.has(target)) return undefined;
  return { url: articleUrl(target.article), label: target.article.title };
}

/** Plans the page of `document`. */
export function planArticle(
  document: ArticleDocument,
  context: PlanContext,
  { relatedOf, tags, versions, remarks, hasContacts }: ArticleSurroundings,
): ArticlePlan {
  const { article } = document;
  const { base, topics } = context;
  const { tellsTeam } = context.site;
  const url = articleUrl(article);
  const shell = planShell(context, article.lang, url, article.title, (lang) => {
    const translation = base.byId.get(article.id)?.get(lang);
    return translation && context.has(translation) ? articleUrl(translation.article) : undefined;
  });
  const folders = categoryOf(document);
  const trail = folders.map((_, depth) => topics.category(article.lang, folders.slice(0, depth + 1)));
  const card = context.cardOf(document);
  return {
    ...shell,
    kind: 'article',
    description: article.summary,
    trail: [...shell.trail, ...trail],
    id: article.id,
    type: article.type,
    summary: article.summary,
    owner: tellsTeam ? topics.owner(article.lang, article.owner) : undefined,
    ownerContact: tellsTeam ? base.config.owners[article.owner]?.contact : undefined,
    audience: tellsTeam ? article.audience : [],
    reasons: article.reasons
      .filter((reason) => reason in base.config.reasons)
      .map((reason) => topics.reason(article.lang, reason)),
    tags: mentionTags(article.tags, tags),
    keywords: article.keywords,
    validity: card.validity,
    trust: card.trust,
    digest: article.digest,
    validation: planValidationView(article, tellsTeam),
    reviewed: article.reviewed,
    change: context.changeOf(document),
    acknowledge: article.acknowledge && context.site.field !== undefined,
    acknowledged:
      article.acknowledge || article.type === 'announcement' ? acknowledgedVersions(article) : undefined,
    remarks,
    // Asked for when the page is written, not before: these need the body parsed.
    get diagrams() {
      return flowchartsOf(document).length;
    },
    quiz: article.type === 'quiz' ? (article.quiz ?? {}) : undefined,
    followUps: hasContacts ? (article.followUps ?? []) : [],
    // The public is promised nothing.
    resolveWithin: tellsTeam ? periodsOf(article, base.config) : [],
    get toc() {
      // A list of the questions says nothing, and the script draws some of them.
      if (article.type === 'quiz') return [];
      return (document.markdown?.headings ?? []).map(({ depth, text, slug }) => ({ depth, text, slug }));
    },
    replacedBy: linkTo(article.replacedBy, article.lang, context),
    get related() {
      return relatedOf(document).map(context.cardOf);
    },
    versions: versions.slice(0, versionsShown).map(({ day, author, subject, trust }) => ({
      day,
      author: printable(author),
      subject: quote(printable(subject), 120),
      trust,
    })),
  };
}

/** The periods in which the article's contact reasons are to be resolved, each once. */
function periodsOf({ reasons }: Article, config: Config): Period[] {
  const periods = reasons.flatMap((reason) => targetsOfReason(config, reason)?.resolveWithin ?? []);
  return [...new Map(periods.map((period) => [formatPeriod(period), period])).values()];
}
