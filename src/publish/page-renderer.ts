// PagePlan → view → HTML: the one way in which `kb build` and `kb dev` turn a planned page into text.
import { posix } from 'node:path';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { renderPage } from '../../site/render-page.tsx';
import type { ArticleView } from '../../site/view.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { renderBody } from '../content/render-body.ts';
import { imageExtensions, resolveLink } from '../content/resolve-link.ts';
import { articleUrl } from '../model/article.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';
import { renderFlowchart } from './render-flowchart.ts';
import type { ArticlePagePlan, PagePlan, SitePlan } from './site-plan.ts';

export interface RenderContext {
  readonly base: KnowledgeBase;
  readonly plan: SitePlan;
  readonly parse: ParseMarkdown;
  /** What became of each flowchart, by its Mermaid source. */
  readonly flowcharts: ReadonlyMap<string, DrawnFlowchart>;
}

export type RenderPlannedPage = (page: PagePlan) => string;

/** A function that renders the pages of one plan. */
export function createPageRenderer(context: RenderContext): RenderPlannedPage {
  const completeArticle = createArticleCompleter(context);
  return (page) => renderPage(page.document === undefined ? page.view : completeArticle(page));
}

/** A function that gives the articles of one plan their bodies. */
export function createArticleCompleter(context: RenderContext): (page: ArticlePagePlan) => ArticleView {
  const inSite = new Set(context.plan.articles);
  return ({ document, view }) => ({
    ...view,
    bodyHtml: renderArticleBody(document, view.root, inSite, context),
  });
}

function renderArticleBody(
  document: ArticleDocument,
  root: string,
  inSite: ReadonlySet<ArticleDocument>,
  { base, plan, parse, flowcharts }: RenderContext,
): string {
  const { lang } = document.article;
  const words = bodyWordsFor(lang);
  const sources = document.markdown?.flowcharts ?? [];
  const mediaHref = (path: string): string | undefined => {
    const url = plan.mediaUrls.get(path);
    return url === undefined ? undefined : `${root}${url}`;
  };
  return renderBody(document.body, {
    parse,
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
        words: words.flow,
        index,
        several: sources.length > 1,
      });
    },
  });
}
