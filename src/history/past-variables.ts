// `variables.yaml` as each commit left it, and which of those commits changed what an article shows.
import { digestVariables } from '../content/digest.ts';
import type { Document } from '../content/document.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { parseVariables, variablesFile } from '../content/parse-variables.ts';
import { decodeText } from '../content/read-text.ts';
import type { Config } from '../model/config.ts';
import { noVariables, type Variables } from '../model/variable.ts';
import type { FileHistories, FileVersion } from './file-history.ts';
import { readBlobs } from './read-blobs.ts';

export interface VariablesVersion {
  readonly version: FileVersion;
  readonly variables: Variables;
}

/** Newest first. */
export type PastVariables = readonly VariablesVersion[];

/** The versions of the variables' file where one of `documents` shows a variable. Rejects where git can't read its objects. */
export async function readPastVariables(
  root: string,
  config: Config,
  documents: readonly Document[],
  { versions }: FileHistories,
): Promise<PastVariables> {
  const own = versions.get(variablesFile) ?? [];
  if (own.length === 0 || documents.every(({ variables }) => variables.size === 0)) return [];
  const blobs = await readBlobs(root, new Set(own.map(({ blob }) => blob)));
  return own.map((version) => {
    const text = decodeText(blobs.get(version.blob) ?? Buffer.alloc(0));
    const variables = text.ok ? parseVariables(text.text, config.languages).variables : noVariables;
    return { version, variables };
  });
}

/** What `document` shows of `past`, as one text: equal where no reader could tell the difference. */
export function shownOf({ article, variables }: ArticleDocument, past: Variables): string {
  const used = [...variables.keys()].flatMap((name) => {
    const then = past.get(name);
    return then ? [[name, then] as const] : [];
  });
  return JSON.stringify(digestVariables(article.lang, new Map(used)));
}

/** Those of `past` that changed what `document` shows. */
export function turnsOf(document: ArticleDocument, past: PastVariables): readonly FileVersion[] {
  if (document.variables.size === 0) return [];
  const shown = past.map(({ variables }) => shownOf(document, variables));
  return past.flatMap(({ version }, at) => (shown[at] === shown[at + 1] ? [] : [version]));
}
