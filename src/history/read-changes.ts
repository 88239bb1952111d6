// When and by whom each validated article was changed, and which lines: for reports and for the pages of those who may know.
import type { DiffLine } from '../content/diff-lines.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { variablesFile } from '../content/parse-variables.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import type { FileHistories } from './file-history.ts';
import { type ChangeSinceValidation, findValidatedVersions } from './find-validated-version.ts';

export interface ArticleChange {
  /** The day of the first change after the validation, and who made it; undefined where it is not committed yet. */
  readonly since: IsoDate | undefined;
  readonly by: string | undefined;
  /** The validated article against today's; none where nobody asked for them. */
  readonly lines: readonly DiffLine[];
}

/** The files that `document` shares with others. */
function sharedFilesOf({ included, variables }: ArticleDocument): readonly string[] {
  const fragments = [...included.values()].flatMap((fragment) => fragment?.path ?? []);
  return variables.size > 0 ? [...fragments, variablesFile] : fragments;
}

/** The files whose older versions have to be known where those that are known do not hold what was validated of `documents`. */
function filesToExtend(
  documents: readonly ArticleDocument[],
  found: ReadonlyMap<string, ChangeSinceValidation>,
  { versions }: FileHistories,
): ReadonlySet<string> {
  const changed = documents.filter(({ article }) => judgeTrust(article) === 'changed');
  const files = changed.flatMap((document) => [
    ...(found.has(document.path) ? [] : [document.path]),
    // What a fragment said then counts for the digest of every version, and so does a variable.
    ...sharedFilesOf(document),
  ]);
  return new Set(files.filter((file) => versions.get(file)?.at(-1)?.mayContinue));
}

/** What is asked of a base whose documents may still be read. */
export type BaseFolder = Pick<KnowledgeBase, 'root' | 'config'>;

/** What `findValidatedVersions` finds, in older versions too where `histories` can be extended. */
async function findChanges(
  base: BaseFolder,
  documents: readonly ArticleDocument[],
  histories: FileHistories,
  parse: ParseMarkdown,
): Promise<ReadonlyMap<string, ChangeSinceValidation>> {
  const found = await findValidatedVersions(base, documents, histories, parse);
  const files = filesToExtend(documents, found, histories);
  if (!histories.extend || files.size === 0) return found;
  const concerned = documents.filter(
    (document) => files.has(document.path) || sharedFilesOf(document).some((file) => files.has(file)),
  );
  const more = await findValidatedVersions(
    base,
    concerned,
    await histories.extend([...files, ...concerned.map(({ path }) => path)]),
    parse,
  );
  const kept = [...found].filter(([path]) => !concerned.some((document) => document.path === path));
  return new Map([...kept, ...more]);
}

/**
 * The changes of those of `documents`, articles of `base`, that are `changed`, by path; one whose validated version git does not have is absent.
 * `histories` are those of the whole base; the lines that differ are there for `withLines`. Never raises: what git can't tell is unknown.
 */
export async function readChanges(
  base: BaseFolder,
  documents: readonly ArticleDocument[],
  histories: FileHistories,
  parse: ParseMarkdown,
  { withLines }: { readonly withLines: boolean },
): Promise<ReadonlyMap<string, ArticleChange>> {
  if (!histories.complete) return new Map();
  const found = await findChanges(base, documents, histories, parse).catch(() => undefined);
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
