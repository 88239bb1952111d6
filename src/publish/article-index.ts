// `articles.json`: every article with its dates, for other programs. Its shape is documented in docs/formats.md. Pure.
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { PlanContext } from './plan-context.ts';
import { isListed } from './select-articles.ts';
import { absoluteUrl } from './site-plan.ts';

export interface IndexTerms {
  readonly audience: string;
  /** Whether its readers may know who answers for an article and whether it is approved, of the archived ones too. */
  readonly tellsTrust: boolean;
  readonly baseUrl?: string | undefined;
}

/** Renders the list of `published` articles, one on a line. */
export function renderArticleIndex(
  published: readonly ArticleDocument[],
  context: PlanContext,
  { audience, tellsTrust, baseUrl }: IndexTerms,
): string {
  const articles = published
    .filter((document) => document.article.status !== 'draft' && (tellsTrust || isListed(document)))
    .map((document) => {
      const { article } = document;
      const { url, validity, trust } = context.cardOf(document);
      return JSON.stringify({
        id: article.id,
        lang: article.lang,
        title: article.title,
        url: baseUrl === undefined ? url : absoluteUrl(baseUrl, url),
        type: article.type,
        ...(tellsTrust ? { owner: article.owner } : {}),
        reasons: article.reasons,
        validity: validity.state,
        ...(tellsTrust ? { trust } : {}),
        effective: article.effective ?? null,
        expires: article.expires ?? null,
        summary: article.summary ?? null,
        digest: article.digest,
      });
    });
  const { builtOn, dueWithin, timezone } = context.site;
  const head = JSON.stringify({ version: 1, builtOn, timezone, dueWithin, audience }).slice(0, -1);
  const list = articles.length === 0 ? '[]' : `[\n${articles.join(',\n')}\n]`;
  return `${head},"articles":${list}}\n`;
}
