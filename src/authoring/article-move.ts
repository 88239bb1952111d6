// A move of an article through its life: the file as it is and as it will be, or why it must stay.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import type { Article } from '../model/article.ts';
import type { Wording } from '../model/wording.ts';

export interface ArticleMove {
  readonly kind: 'move';
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  readonly before: string;
  /** The same text as before where there is nothing to change. */
  readonly after: string;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly path: string;
  readonly wording: Wording;
}

/** What a move is planned in. */
export interface MoveContext {
  readonly base: KnowledgeBase;
  readonly parse: ParseMarkdown;
}

export function refuse({ path }: ArticleDocument, fr: string, en: string): Refusal {
  return { kind: 'refusal', path, wording: { fr, en } };
}

export function moveTo({ path, text }: ArticleDocument, after: string): ArticleMove {
  return { kind: 'move', path, before: text, after };
}

/** The article that `document` would be with `text`. Raises an `Error` where it would be none: an edit of ours never makes it so. */
export function readAs({ path }: ArticleDocument, text: string, { base, parse }: MoveContext): Article {
  const { article } = parseDocument(path, text, base.config, parse, base);
  if (!article) throw new Error(`The edit of ${path} would leave no article`);
  return article;
}
