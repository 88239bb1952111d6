// An article as pieces for a retrieval system, one for each section: each says by itself what it is from and whether it holds.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import { articleUrl } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { planCard } from './article-card.ts';
import { sectionsOf } from './article-text.ts';
import { tellsTeam } from './select-articles.ts';

/** A piece as one line of JSON; `null` for what is not there. */
export interface Chunk {
  /** Article, language and anchor: the same from one export to the next. */
  readonly id: string;
  readonly article: string;
  readonly lang: string;
  readonly title: string;
  /** Headings from the outermost down to the section's own; empty for what stands before the first. */
  readonly headings: readonly string[];
  /** Address from the site's root. */
  readonly url: string;
  readonly text: string;
  readonly type: string;
  /** The team, and for whom the article is; absent where the audience is not told. */
  readonly owner?: string;
  readonly audience?: readonly string[];
  readonly reasons: readonly string[];
  readonly validity: string;
  readonly trust: string;
  readonly expires: IsoDate | null;
  readonly version: string;
}

export interface ChunkTerms {
  readonly parse: ParseMarkdown;
  readonly today: IsoDate;
  readonly obsolete: boolean;
  readonly audience: string;
}

/** The pieces of `documents` that are in force on `today`, or of all of them; each is Markdown, fragments and values in their place. */
export function* exportChunks(
  base: KnowledgeBase,
  documents: readonly ArticleDocument[],
  { parse, today, obsolete, audience }: ChunkTerms,
): Iterable<Chunk> {
  const terms = { base, parse, today, articles: new Set(documents) };
  for (const document of documents) {
    if (!obsolete && judgeAbsence(document, base, today) !== undefined) continue;
    const { article } = document;
    const { id, lang, title, type, owner, reasons, expires, digest } = article;
    const facts = {
      type,
      ...(tellsTeam(base.config, audience) ? { owner, audience: article.audience } : {}),
      reasons,
      validity: planCard(article, base.config, { today, tellsTeam: false }).validity.state,
      trust: judgeTrust(article),
      expires: expires ?? null,
      version: digest.replace(/^sha256:/, '').slice(0, 12),
    };
    for (const { slug, headings, text } of sectionsOf(document, terms)) {
      const anchor = slug === undefined ? '' : `#${slug}`;
      yield {
        id: `${lang}/${id}${anchor}`,
        article: id,
        lang,
        title,
        headings,
        url: `${articleUrl(article)}${slug === undefined ? '' : `#${encodeURIComponent(slug)}`}`,
        text,
        ...facts,
      };
    }
  }
}
