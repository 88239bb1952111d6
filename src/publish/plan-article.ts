// One article → its page's view, but for the body: what it says of itself, and where it leads.
import type { ArticleCard, SiteLink } from '../../site/view.ts';
import { flowchartsOf } from '../content/document.ts';
import { type ArticleDocument, findArticle } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { articleUrl } from '../model/article.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import { categoryOf } from './select-articles.ts';
import type { ArticlePlan } from './site-plan.ts';

/** How many related articles a page shows. */
const relatedShown = 5;

/** Articles that this one links to, then others with its first contact reason; never more than a handful. */
function planRelated(
  document: ArticleDocument,
  context: PlanContext,
  byReason: ReadonlyMap<string, readonly ArticleDocument[]>,
): ArticleCard[] {
  const { article } = document;
  const related = new Set<ArticleDocument>();
  for (const { url } of document.markdown?.links ?? []) {
    const target = resolveLink(url, document, context.base);
    if (target.kind === 'article') related.add(target.document);
  }
  for (const reason of article.reasons) {
    for (const other of (byReason.get(`${article.lang} ${reason}`) ?? []).slice(0, relatedShown + 1))
      related.add(other);
  }
  related.delete(document);
  return [...related]
    .filter((other) => context.has(other) && other.article.status === 'published')
    .slice(0, relatedShown)
    .map(context.cardOf);
}

function linkTo(id: string | undefined, lang: string, context: PlanContext): SiteLink | undefined {
  const target = id === undefined ? undefined : findArticle(context.base, id, lang);
  if (!target || !context.has(target)) return undefined;
  return { url: articleUrl(target.article), label: target.article.title };
}

/** Plans the page of `document`. `byReason` holds the listed articles by language and reason. */
export function planArticle(
  document: ArticleDocument,
  context: PlanContext,
  byReason: ReadonlyMap<string, readonly ArticleDocument[]>,
): ArticlePlan {
  const { article } = document;
  const { base, topics } = context;
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
    owner: topics.owner(article.lang, article.owner),
    ownerContact: base.config.owners[article.owner]?.contact,
    audience: article.audience,
    reasons: article.reasons
      .filter((reason) => reason in base.config.reasons)
      .map((reason) => topics.reason(article.lang, reason)),
    tags: article.tags,
    keywords: article.keywords,
    validity: card.validity,
    trust: card.trust,
    digest: article.digest,
    validation: article.validation,
    reviewed: article.reviewed,
    change: context.changeOf(document),
    // Asked for when the page is written, not before: these need the body parsed.
    get diagrams() {
      return flowchartsOf(document).length;
    },
    get toc() {
      return (document.markdown?.headings ?? []).map(({ depth, text, slug }) => ({ depth, text, slug }));
    },
    replacedBy: linkTo(article.replacedBy, article.lang, context),
    get related() {
      return planRelated(document, context, byReason);
    },
  };
}
