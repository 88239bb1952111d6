// What a site holds for programs: feeds, the list of articles, llms.txt, a sitemap where it is public, and the team's colours.
import { feedUrl } from '../../site/components/href.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { renderArticleIndex } from './article-index.ts';
import { brandStyleUrl, renderBrandStyle } from './brand-style.ts';
import { renderFeed } from './feed.ts';
import { findLastChange, type VersionsInGit } from './last-change.ts';
import { llmsUrl, renderLlmsText } from './llms-text.ts';
import type { PlanContext } from './plan-context.ts';
import { planLook } from './plan-look.ts';
import type { NewsItem } from './plan-news.ts';
import { encodePath, type PagePlan, type PlannedFile } from './site-plan.ts';
import { planSitemap, type SitemapEntry } from './sitemap.ts';

/** What the files tell of. */
export interface FileContents {
  readonly published: readonly ArticleDocument[];
  readonly listed: readonly ArticleDocument[];
  /** By language. */
  readonly news: ReadonlyMap<string, readonly NewsItem[]>;
  readonly pages: readonly PagePlan[];
}

export interface FileTerms {
  readonly audience: string;
  /** Whether the audience may be told of everything. */
  readonly tellsEverything: boolean;
  readonly baseUrl: string | undefined;
  readonly today: IsoDate;
  readonly git: VersionsInGit | undefined;
}

/** Pages that a search engine has no use for. */
const unlisted: ReadonlySet<PagePlan['view']['kind']> = new Set(['go', 'not-found', 'redirect', 'search']);

function sitemapEntries({ pages }: FileContents, { today, git }: FileTerms): SitemapEntry[] {
  return pages
    .filter(({ url, view }) => !unlisted.has(view.kind) && url !== 'index.html')
    .filter(({ document }) => document === undefined || document.article.status === 'published')
    .map(({ url, document }) => ({
      url: encodePath(url),
      lastChanged: document && git && findLastChange(git, document.path, today)?.day,
    }));
}

/** Plans the files, in the order of their addresses. */
export function planFiles(contents: FileContents, context: PlanContext, terms: FileTerms): PlannedFile[] {
  const { published, listed, news } = contents;
  const { audience, baseUrl, tellsEverything } = terms;
  const { site, base } = context;
  const { accent } = planLook(base.config, audience);
  const files: PlannedFile[] = [
    {
      url: 'articles.json',
      render: () =>
        renderArticleIndex(published, context, { audience, tellsTrust: tellsEverything, baseUrl }),
    },
    ...site.languages.flatMap((lang): PlannedFile[] => [
      { url: feedUrl(lang), render: () => renderFeed(lang, news.get(lang) ?? [], context, baseUrl) },
      {
        url: llmsUrl(lang, site.languages),
        render: () => renderLlmsText(lang, listed, context, { baseUrl, tellsTrust: tellsEverything }),
      },
    ]),
    ...(accent ? [{ url: brandStyleUrl, render: () => renderBrandStyle(accent) }] : []),
    // A site for colleagues is nobody else's to find, a past day's nobody's to act on; without an address there is nothing to list.
    ...(baseUrl !== undefined && !tellsEverything && !site.asOf
      ? planSitemap(sitemapEntries(contents, terms), baseUrl)
      : []),
  ];
  return files.sort((a, b) => (a.url < b.url ? -1 : 1));
}
