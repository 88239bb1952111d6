// `go.html`: where each contact reason leads for a link of another tool.
import { pageWordsFor } from '../../site/locales/page-words.ts';
import { publicWordsFor } from '../../site/locales/public-words.ts';
import type { GoTarget } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { articleUrl } from '../model/article.ts';
import { distanceTo, isGuiding } from './answer-order.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { ListTopic } from './plan-lists.ts';
import type { PagePlan } from './site-plan.ts';

/**
 * The article that opens for a reason: of the decisions and procedures in force that are most about it, the one decision, else
 * the one article; where there is neither, the only article that there is. Undefined where there is a choice to make.
 */
function findAnswer(reason: string, inForce: readonly ArticleDocument[]): ArticleDocument | undefined {
  const only = (documents: readonly ArticleDocument[]) => (documents.length === 1 ? documents[0] : undefined);
  const guiding = inForce.filter(({ article }) => isGuiding(article.type));
  if (guiding.length === 0) return only(inForce);
  const nearest = Math.min(...guiding.map(({ article }) => distanceTo(reason, article)));
  const about = guiding.filter(({ article }) => distanceTo(reason, article) === nearest);
  return only(about.filter(({ article }) => article.type === 'decision')) ?? only(about);
}

/** The article of each form, in the order of the forms; the first by path where several claim one, in force before obsolete. */
function findForms(
  lang: string,
  listed: readonly ArticleDocument[],
  context: PlanContext,
): readonly (readonly [form: string, url: string])[] {
  if (!context.site.tellsTeam) return [];
  const own = listed.filter(({ article }) => article.lang === lang && article.forms.length > 0);
  const ordered = [...own.filter((each) => !context.isObsolete(each)), ...own.filter(context.isObsolete)];
  const found = new Map<string, string>();
  for (const { article } of ordered)
    for (const form of article.forms) if (!found.has(form)) found.set(form, articleUrl(article));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Plans the page from the lists of each language. */
export function planGo(
  listsOf: ReadonlyMap<string, readonly ListTopic[]>,
  listed: readonly ArticleDocument[],
  context: PlanContext,
): PagePlan {
  const { languages } = context.site;
  const lang = languages[0] ?? context.base.config.lang;
  const title = publicWordsFor({ site: context.site, lang })?.reasons ?? pageWordsFor(lang).go.title;
  const shell = planShell(context, lang, 'go.html', title, () => undefined);
  return {
    url: 'go.html',
    view: {
      ...shell,
      kind: 'go',
      languages: languages.map((own) => ({
        lang: own,
        search: `${own}/search.html`,
        forms: findForms(own, listed, context),
        reasons: (listsOf.get(own) ?? [])
          .filter(({ of, total }) => of === 'reason' && total > 0)
          .map(({ key, link, articles }): GoTarget => {
            const answer = findAnswer(
              key,
              articles.filter((document) => !context.isObsolete(document)),
            )?.article;
            const label = link.label;
            return answer ? { key, label, url: articleUrl(answer), article: answer.title } : { key, ...link };
          }),
      })),
    },
  };
}
