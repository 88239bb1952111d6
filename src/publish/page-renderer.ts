// PagePlan → view → HTML: the one way in which `kb build` and `kb dev` turn a planned page into text.
import { posix } from 'node:path';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { trainingWordsFor } from '../../site/locales/training-words.ts';
import { renderPage } from '../../site/render-page.tsx';
import type { ArticleView } from '../../site/view.ts';
import { flowchartsOf } from '../content/document.ts';
import { foldQuiz } from '../content/fold-quiz.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { prepareTree } from '../content/prepare-tree.ts';
import { renderBody } from '../content/render-body.ts';
import { imageExtensions, resolveLink } from '../content/resolve-link.ts';
import { articleUrl } from '../model/article.ts';
import type { Flow } from '../model/flow.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { drawUsage } from './draw-usage.ts';
import { isGuided, planGuide } from './plan-guide.ts';
import { renderFlowchart } from './render-flowchart.ts';
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
      return renderPage({ ...page.view, ...renderArticleBody(page, inSite, context) });
    if (page.view.kind !== 'usage') return renderPage(page.view);
    return renderPage({ ...page.view, pictures: drawUsage(page.view, context.flowcharts) });
  };
}

function renderArticleBody(
  { url: pageUrl, document }: ArticlePagePlan,
  inSite: ReadonlySet<ArticleDocument>,
  { base, flowcharts }: RenderContext,
): Pick<ArticleView, 'bodyHtml' | 'guides'> {
  const root = rootFrom(pageUrl);
  const { lang } = document.article;
  const words = bodyWordsFor(lang);
  const sources = flowchartsOf(document);
  let guides = 0;
  const guideOf = (flow: Flow | undefined) => {
    if (!isGuided(flow)) return undefined;
    guides += 1;
    const place = { document, base, has: (linked: ArticleDocument) => inSite.has(linked), root };
    return planGuide(flow, { ...place, number: guides, tellTitles: words.flow.tellTitles });
  };
  // Whatever a published article shows or offers is among the site's media.
  const mediaHref = (path: string) => `${root}${encodePath(mediaUrl(path, base.config.content))}`;
  const reading = document.parseReading();
  const tree = document.article.type === 'quiz' ? foldQuiz(reading, trainingWordsFor(lang)) : reading;
  const bodyHtml = renderBody(prepareTree(tree, words.alerts), {
    words,
    hrefOf: (url) => {
      const target = resolveLink(url, document, base);
      if (target.kind === 'external') return target.href;
      if (target.kind === 'asset') return mediaHref(target.path);
      if (target.kind === 'broken') return undefined;
      const anchor = target.anchor === undefined ? '' : `#${encodeURIComponent(target.anchor)}`;
      if (target.document === document) return anchor === '' ? '#' : anchor;
      return inSite.has(target.document)
        ? `${root}${articleUrl(target.document.article)}${anchor}`
        : undefined;
    },
    srcOf: (url) => {
      const target = resolveLink(url, document, base);
      const shown =
        target.kind === 'asset' && imageExtensions.includes(posix.extname(target.path).toLowerCase());
      return shown ? mediaHref(target.path) : undefined;
    },
    flowchart: (index) => {
      const source = sources[index];
      const drawn = source && flowcharts.get(source.code);
      return renderFlowchart(source?.code ?? '', drawn, {
        lang,
        words,
        index,
        several: sources.length > 1,
        guide: guideOf(drawn?.flow),
      });
    },
  });
  return { bodyHtml, guides };
}
