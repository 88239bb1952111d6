// `go.html`: where each contact reason leads for a link of another tool.
import { pageWordsFor } from '../../site/locales/page-words.ts';
import type { GoTarget } from '../../site/view.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { articleUrl } from '../model/article.ts';
import { type PlanContext, planShell } from './plan-context.ts';
import type { ListTopic } from './plan-lists.ts';
import type { PagePlan } from './site-plan.ts';

/** The article that answers for a reason: its one decision, else its one article; undefined where there is a choice to make. */
function findAnswer(articles: readonly ArticleDocument[], context: PlanContext): ArticleDocument | undefined {
  const inForce = articles.filter((document) => !context.isObsolete(document));
  const decisions = inForce.filter(({ article }) => article.type === 'decision');
  const [first, second] = decisions.length > 0 ? decisions : inForce;
  return second === undefined ? first : undefined;
}

/** Plans the page from the lists of each language. */
export function planGo(listsOf: ReadonlyMap<string, readonly ListTopic[]>, context: PlanContext): PagePlan {
  const { languages } = context.site;
  const lang = languages[0] ?? context.base.config.lang;
  const shell = planShell(context, lang, 'go.html', pageWordsFor(lang).go.title, () => undefined);
  return {
    url: 'go.html',
    view: {
      ...shell,
      kind: 'go',
      languages: languages.map((own) => ({
        lang: own,
        search: `${own}/search.html`,
        reasons: (listsOf.get(own) ?? [])
          .filter(({ of, total }) => of === 'reason' && total > 0)
          .map(({ key, link, articles }): GoTarget => {
            const answer = findAnswer(articles, context)?.article;
            const label = link.label;
            return answer ? { key, label, url: articleUrl(answer), article: answer.title } : { key, ...link };
          }),
      })),
    },
  };
}
