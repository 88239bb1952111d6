// The whole base in memory, and the look-ups that every consumer shares.
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Variables } from '../model/variable.ts';
import type { Document } from './document.ts';
import { type Fragments, noFragments } from './fragments.ts';
import type { PathFile } from './parse-path.ts';
import { noVariablesFile, type VariablesFile } from './parse-variables.ts';

export interface KnowledgeBase {
  /** Absolute path of the folder that holds the configuration. */
  readonly root: string;
  readonly config: Config;
  /** Every Markdown file, sorted by path, readable or not. */
  readonly documents: readonly Document[];
  /** Pieces of Markdown that articles include. */
  readonly fragments: Fragments;
  /** The fragments that can be read, as checks look at them. */
  readonly fragmentDocuments: readonly Document[];
  /** The sound variables of `variables.yaml`. */
  readonly variables: Variables;
  /** What was read of that file, with what stands against it. */
  readonly variablesFile: VariablesFile;
  /** The training paths, sorted by path of their files. */
  readonly paths: readonly PathFile[];
  /** Paths of images and attachments. */
  readonly assets: ReadonlySet<string>;
  readonly byPath: ReadonlyMap<string, Document>;
  /** Lower-cased path of each document and folder → the first path that folds to it, for disks that ignore case. */
  readonly firstOfFoldedPath: ReadonlyMap<string, string>;
  /** Article documents of an id, by language; the first by path where two claim the same. */
  readonly byId: ReadonlyMap<string, ReadonlyMap<string, ArticleDocument>>;
  /** Present id of an article that was known by another id. */
  readonly formerIds: ReadonlyMap<string, string>;
}

/** What articles share, as its files say it. */
export type SharedFiles = Pick<KnowledgeBase, 'fragments' | 'fragmentDocuments' | 'variablesFile'>;

/** The shared files of a base that has none. */
export const noSharedFiles: SharedFiles = {
  fragments: noFragments,
  fragmentDocuments: [],
  variablesFile: noVariablesFile,
};

/** A document that was read as an article. */
export type ArticleDocument = Document & { readonly article: Article };

/** Whether a document was read as an article. */
export function isArticleDocument(document: Document): document is ArticleDocument {
  return document.article !== undefined;
}

/** The documents that are articles, sorted by path. */
export function articleDocuments(base: KnowledgeBase): readonly ArticleDocument[] {
  return base.documents.filter(isArticleDocument);
}

/** The folders on the way to `path`, outermost first, and `path` itself. */
export function pathAndFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

/** The first path or folder of `documents`, in their order, of all that differ in upper and lower case only. */
function foldPaths(documents: readonly Document[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const path of documents.flatMap((document) => pathAndFolders(document.path))) {
    const folded = path.toLowerCase();
    if (!first.has(folded)) first.set(folded, path);
  }
  return first;
}

/** Puts documents and assets together with their look-ups. */
export function indexKnowledgeBase(
  root: string,
  config: Config,
  documents: readonly Document[],
  assets: readonly string[],
  { fragments, fragmentDocuments, variablesFile }: SharedFiles,
  paths: readonly PathFile[] = [],
): KnowledgeBase {
  const byId = new Map<string, Map<string, ArticleDocument>>();
  const formerIds = new Map<string, string>();
  for (const document of documents.filter(isArticleDocument)) {
    const { id, lang, formerly } = document.article;
    const languages = byId.get(id) ?? new Map<string, ArticleDocument>();
    if (!languages.has(lang)) languages.set(lang, document);
    byId.set(id, languages);
    for (const former of formerly) if (!formerIds.has(former)) formerIds.set(former, id);
  }
  let folded: ReadonlyMap<string, string> | undefined;
  return {
    root,
    config,
    documents,
    fragments,
    fragmentDocuments,
    variables: variablesFile.variables,
    variablesFile,
    paths,
    assets: new Set(assets),
    byPath: new Map(documents.map((document) => [document.path, document])),
    // Few ask for it.
    get firstOfFoldedPath() {
      folded ??= foldPaths(documents);
      return folded;
    },
    byId,
    formerIds,
  };
}

/** `base` with `changed` in the place of the documents at their paths, or added to them; nothing is read from the disk. */
export function replaceDocuments(base: KnowledgeBase, changed: readonly Document[]): KnowledgeBase {
  const documents = new Map(base.byPath);
  for (const document of changed) documents.set(document.path, document);
  const sorted = [...documents.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return indexKnowledgeBase(base.root, base.config, sorted, [...base.assets], base, base.paths);
}

/** The article called `id`, in `lang` or else in the base's own language or any other; former ids count. */
export function findArticle(base: KnowledgeBase, id: string, lang: string): ArticleDocument | undefined {
  const languages = base.byId.get(id) ?? base.byId.get(base.formerIds.get(id) ?? '');
  return languages?.get(lang) ?? languages?.get(base.config.lang) ?? languages?.values().next().value;
}
