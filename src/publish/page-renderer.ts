// PagePlan → view → HTML: the one way in which `kb build` and `kb dev` turn a planned page into text.
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { renderPage } from '../../site/render-page.tsx';
import type { ArticleView } from '../../site/view.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { articleUrl } from '../model/article.ts';
import type { Flow } from '../model/flow.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { drawUsage } from './draw-usage.ts';
import { isGuided, planGuide } from './plan-guide.ts';
import { planKeypad } from './plan-keypad.ts';
import { renderArticleBody } from './render-article-body.ts';
import {
  type ArticlePagePlan,
  encodePath,
  mediaUrl,
  type PagePlan,
  rootFrom,
  type SitePlan,
} from './site-plan.ts';

export interface RenderContext {
  readonly base: KnowledgeBase;
  readonly plan: SitePlan;
  /** What became of each flowchart, by its Mermaid source. */
  readonly flowcharts: ReadonlyMap<string, DrawnFlowchart>;
}

export type RenderPlannedPage = (page: PagePlan) => string;

/** A function that renders the pages of one plan. */
export function createPageRenderer(context: RenderContext): RenderPlannedPage {
  const inSite = new Set(context.plan.articles);
  return (page) => {
    if (page.document !== undefined)
      return renderPage({ ...page.view, ...renderPageBody(page, inSite, context) });
    if (page.view.kind !== 'usage') return renderPage(page.view);
    return renderPage({ ...page.view, pictures: drawUsage(page.view, context.flowcharts) });
  };
}

function renderPageBody(
  { url: pageUrl, document, view }: ArticlePagePlan,
  inSite: ReadonlySet<ArticleDocument>,
  { base, flowcharts }: RenderContext,
): Pick<ArticleView, 'bodyHtml' | 'guides' | 'cases' | 'macros' | 'values' | 'keypad'> {
  const root = rootFrom(pageUrl);
  const { tellTitles } = bodyWordsFor(document.article.lang).flow;
  const { tellsTeam, builtOn: today } = view.site;
  let guides = 0;
  let keypad: ArticleView['keypad'];
  const guideOf = (flow: Flow | undefined) => {
    if (!isGuided(flow)) return undefined;
    guides += 1;
    if (guides === 1) keypad = planKeypad(flow, document, { base, today, tellsTeam });
    const has = (linked: ArticleDocument) => inSite.has(linked);
    const hasContext = view.site.context !== undefined;
    return planGuide(flow, { document, base, has, root, hasContext, number: guides, tellTitles });
  };
  const { html, cases, macros, values } = renderArticleBody(document, {
    base,
    today,
    flowcharts,
    guideOf,
    // Whatever a published article shows or offers is among the site's media.
    mediaHref: (path) => `${root}${encodePath(mediaUrl(path, base.config.content))}`,
    articleHref: (target, named) => {
      const anchor = named === undefined ? '' : `#${encodeURIComponent(named)}`;
      if (target === document) return anchor === '' ? '#' : anchor;
      return inSite.has(target) ? `${root}${articleUrl(target.article)}${anchor}` : undefined;
    },
  });
  return { bodyHtml: html, guides, cases, macros, values, keypad };
}
