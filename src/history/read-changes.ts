// When and by whom each validated article was changed, and which lines: for reports and for the pages of those who may know.
import type { DiffLine } from '../content/diff-lines.ts';
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { FileHistories } from './file-history.ts';
import { findValidatedVersions } from './find-validated-version.ts';

export interface ArticleChange {
  /** The day of the first change after the validation, and who made it; undefined where it is not committed yet. */
  readonly since: IsoDate | undefined;
  readonly by: string | undefined;
  /** The validated article against today's; none where nobody asked for them. */
  readonly lines: readonly DiffLine[];
}

/**
 * The changes of the `changed` articles of `base`, by path; one whose validated version git does not have is absent.
 * `histories` are those of the whole base; the lines that differ are there for `withLines`. Never raises: what git can't tell is unknown.
 */
export async function readChanges(
  base: KnowledgeBase,
  histories: FileHistories,
  parse: ParseMarkdown,
  { withLines }: { readonly withLines: boolean },
): Promise<ReadonlyMap<string, ArticleChange>> {
  if (!histories.complete) return new Map();
  const documents = articleDocuments(base);
  const found = await findValidatedVersions(base, documents, histories, parse).catch(() => undefined);
  // Loaded where somebody wants to see the lines: what compares texts takes as long to load as 200 articles to read.
  const diffArticles =
    withLines && found?.size ? (await import('../content/diff-lines.ts')).diffArticles : undefined;
  return new Map(
    documents.flatMap((document): [string, ArticleChange][] => {
      const change = found?.get(document.path);
      if (!change) return [];
      const { since, by, validated } = change;
      return [[document.path, { since, by, lines: diffArticles?.(validated, document) ?? [] }]];
    }),
  );
}
