// Articles as Zendesk Guide takes them (Help Center API, Articles): one object for each, with the section that it belongs to. Pure.
import { flowchartsOf } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import { articleUrl } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { renderArticleBody } from './render-article-body.ts';
import { categoryOf } from './select-articles.ts';
import { absoluteUrl, encodePath, mediaUrl } from './site-plan.ts';
import { planTopics } from './topics.ts';

export interface GuideTerms {
  readonly today: IsoDate;
  /** Where the audience's own site is; without it links to articles are their words, and pictures are left out. */
  readonly siteUrl: string | undefined;
  /** Whether to take articles that nobody answers for as they are. */
  readonly unvalidated: boolean;
}

/** A section of the Help Center; `key` names it in this file. */
export interface GuideSection {
  readonly key: string;
  readonly locale: string;
  readonly name: string;
}

export interface GuideEntry {
  readonly id: string;
  readonly section: string;
  /** What `POST /api/v2/help_center/{locale}/sections/{section_id}/articles` takes as `article`, but for the ids of the account. */
  readonly article: {
    readonly title: string;
    readonly body: string;
    readonly locale: string;
    readonly draft: false;
    readonly label_names: readonly string[];
  };
}

/** Why an article is not taken: its validity, its approval, or that it lives from scripts of our pages. */
export type LeftOut = 'not in force' | 'unvalidated' | 'interactive';

export interface GuideExport {
  readonly sections: readonly GuideSection[];
  readonly articles: readonly GuideEntry[];
  readonly leftOut: ReadonlyMap<ArticleDocument, LeftOut>;
  /** Links and pictures that are only their words. */
  readonly lost: number;
}

/** The most labels of an article there. */
const mostLabels = 200;

/** Renders those of `documents`, which a public may read, that hold on `today`, in the order given. */
export function exportGuide(
  base: KnowledgeBase,
  documents: readonly ArticleDocument[],
  terms: GuideTerms,
): GuideExport {
  const topics = planTopics(base.config);
  const sections = new Map<string, GuideSection>();
  const leftOut = new Map<ArticleDocument, LeftOut>();
  let lost = 0;
  const readable = new Set(documents);
  const articles = documents.flatMap((document): GuideEntry[] => {
    const { id, lang, title, keywords, tags } = document.article;
    const rendered = renderFor(document, base, readable, terms);
    const why = whyLeftOut(document, base, terms) ?? (rendered.interactive ? 'interactive' : undefined);
    if (why !== undefined) {
      leftOut.set(document, why);
      return [];
    }
    const folders = categoryOf(document);
    const key = [lang, ...folders].join('/');
    const name = folders.length > 0 ? topics.category(lang, folders).label : base.config.name;
    sections.set(key, { key, locale: lang, name });
    lost += rendered.lost;
    const labels = [...new Set([...tags, ...keywords])].slice(0, mostLabels);
    const article = { title, body: rendered.html, locale: lang, draft: false as const, label_names: labels };
    return [{ id, section: key, article }];
  });
  return { sections: [...sections.values()], articles, leftOut, lost };
}

function whyLeftOut(
  document: ArticleDocument,
  base: KnowledgeBase,
  { today, unvalidated }: GuideTerms,
): LeftOut | undefined {
  if (judgeAbsence(document, base, today) !== undefined) return 'not in force';
  return unvalidated || judgeTrust(document.article) === 'validated' ? undefined : 'unvalidated';
}

function renderFor(
  document: ArticleDocument,
  base: KnowledgeBase,
  readable: ReadonlySet<ArticleDocument>,
  { today, siteUrl }: GuideTerms,
) {
  let lost = 0;
  const orLost = (address: string | undefined) => {
    if (address === undefined) lost++;
    return address;
  };
  const { html, cases, macros } = renderArticleBody(document, {
    base,
    today,
    bare: true,
    flowcharts: new Map(),
    articleHref: (target, anchor) => {
      const end = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
      if (target === document) return end;
      return orLost(
        siteUrl !== undefined && readable.has(target)
          ? absoluteUrl(siteUrl, `${articleUrl(target.article)}${end}`)
          : undefined,
      );
    },
    mediaHref: (path) =>
      orLost(siteUrl && absoluteUrl(siteUrl, encodePath(mediaUrl(path, base.config.content)))),
  });
  const isForm = document.article.type === 'quiz' || flowchartsOf(document).length > 0;
  return { html, lost, interactive: isForm || cases > 0 || macros > 0 };
}
