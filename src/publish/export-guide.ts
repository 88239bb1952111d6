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

/** Renders those of `documents`, which a public may read, that hold on `today`, in the order given. */
export function exportGuide(
  base: KnowledgeBase,
  documents: readonly ArticleDocument[],
  terms: GuideTerms,
): GuideExport {
  const topics = planTopics(base.config);
  const sections = new Map<string, GuideSection>();
  const leftOut = new Map<ArticleDocument, LeftOut>();
  const articles: GuideEntry[] = [];
  let lost = 0;
  const readable = new Set(documents);
  for (const document of documents) {
    const rendered = whyLeftOut(document, base, terms) ?? renderFor(document, base, readable, terms);
    if (typeof rendered === 'string') {
      leftOut.set(document, rendered);
      continue;
    }
    const { id, lang, title, keywords, tags } = document.article;
    const folders = categoryOf(document);
    const key = [lang, ...folders].join('/');
    const name = folders.length > 0 ? topics.category(lang, folders).label : base.config.name;
    sections.set(key, { key, locale: lang, name });
    lost += rendered.lost;
    articles.push({
      id,
      section: key,
      article: {
        title,
        body: rendered.html,
        locale: lang,
        draft: false,
        label_names: [...new Set([...tags, ...keywords])],
      },
    });
  }
  return { sections: [...sections.values()], articles, leftOut, lost };
}

function whyLeftOut(
  document: ArticleDocument,
  base: KnowledgeBase,
  { today, unvalidated }: GuideTerms,
): LeftOut | undefined {
  if (judgeAbsence(document, base, today) !== undefined) return 'not in force';
  if (!unvalidated && judgeTrust(document.article) !== 'validated') return 'unvalidated';
  const isForm = document.article.type === 'quiz' || flowchartsOf(document).length > 0;
  return isForm ? 'interactive' : undefined;
}

/** The body, and how many links and pictures are only their words; or that it can't do without our scripts. */
function renderFor(
  document: ArticleDocument,
  base: KnowledgeBase,
  readable: ReadonlySet<ArticleDocument>,
  { today, siteUrl }: GuideTerms,
): { readonly html: string; readonly lost: number } | LeftOut {
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
  return cases > 0 || macros > 0 ? 'interactive' : { html, lost };
}
