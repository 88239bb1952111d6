// Which documents a change concerns: those that changed, and those that point at what changed.
import { posix } from 'node:path';
import { configFileName } from '../config/read-config.ts';
import { type Document, documentId, flowchartsOf } from '../content/document.ts';
import { fragmentsFolder } from '../content/fragments.ts';
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { variablesFile } from '../content/parse-variables.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';
import type { ChangedFiles } from '../history/changed-files.ts';
import { findVariableNames } from '../model/variable.ts';

interface Change {
  readonly base: KnowledgeBase;
  /** Every path that changed, or at which there is no file any more. */
  readonly paths: ReadonlySet<string>;
  /** Ids of the articles that changed. */
  readonly ids: ReadonlySet<string>;
  /** Whether an id may have gone with a change: nothing in the base remembers it. */
  readonly mayLackIds: boolean;
}

function idChanged(id: string, { base, ids, mayLackIds }: Change): boolean {
  if (ids.has(id)) return true;
  const article = findArticle(base, id, base.config.lang)?.article;
  return article === undefined ? mayLackIds : ids.has(article.id);
}

function linkChanged(url: string, from: Document, change: Change): boolean {
  const target = resolveLink(url, from, change.base);
  if (target.kind === 'external') return false;
  if (target.kind === 'asset') return change.paths.has(target.path);
  if (target.kind === 'article') {
    const { path, article } = target.document;
    return change.paths.has(path) || (url.trim().startsWith('id:') && change.ids.has(article.id));
  }
  if (target.reason === 'no-id') return change.mayLackIds;
  const file = target.target.split('?')[0] ?? '';
  return change.paths.has(posix.join(posix.dirname(from.path), file));
}

/** The text of `document` with that of its fragments. */
function sharedTextOf({ body, included }: Document): string {
  const texts = [...included.values()].map((each) => (each?.content.ok ? each.content.text : ''));
  return [body, ...texts].join('\n');
}

function isConcerned(document: Document, change: Change): boolean {
  if (change.paths.has(document.path)) return true;
  const { article, markdown } = document;
  const id = documentId(document);
  // Translations share an id, and so do two articles that must not.
  if (id !== undefined && change.ids.has(id)) return true;
  // A fragment that is not there may have gone with the change.
  const includes = [...document.included].map(
    ([id, fragment]) => fragment?.path ?? `${fragmentsFolder}/${id}.md`,
  );
  if (includes.some((path) => change.paths.has(path))) return true;
  // What it shows may be another value, or one that went away.
  if (change.paths.has(variablesFile) && findVariableNames(sharedTextOf(document)).length > 0) return true;
  const named = [...(article?.replaces ?? []), ...(article?.replacedBy ? [article.replacedBy] : [])];
  if (named.some((other) => idChanged(other, change))) return true;
  const clicks = flowchartsOf(document).flatMap(({ code }) => readClicks(code));
  const urls = [...(markdown?.links ?? []), ...(markdown?.images ?? [])].map(({ url }) => url);
  return [...urls, ...clicks.map(({ address }) => address)].some((url) => linkChanged(url, document, change));
}

/** Paths of what articles share: the fragments, and the variables where there is anything to say of them. */
export function sharedPaths({ fragments, variablesFile: { declared, problems } }: KnowledgeBase): string[] {
  const hasVariables = declared === undefined || declared.size > 0 || problems.length > 0;
  return [...[...fragments.values()].map(({ path }) => path), ...(hasVariables ? [variablesFile] : [])];
}

/**
 * The paths of the documents of `base` that `changed` concerns: changed ones, those that share an id with one, and those
 * whose links (of flowcharts too), images, includes, variables or succession point at a path or an article that changed or went away;
 * and those of the shared files that changed. A change of the configuration concerns all of them.
 */
export function selectChanged(base: KnowledgeBase, { files }: ChangedFiles): ReadonlySet<string> {
  const paths = new Set(files.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])));
  if (paths.has(configFileName)) return new Set([...base.byPath.keys(), ...sharedPaths(base)]);
  const ids = base.documents
    .filter(({ path }) => paths.has(path))
    .flatMap((document) => documentId(document) ?? []);
  const mayLackIds = files.some(
    ({ mayLoseIds, path, from }) => mayLoseIds && /\.(md|markdown)$/i.test(from ?? path),
  );
  const change: Change = { base, paths, ids: new Set(ids), mayLackIds };
  return new Set([
    ...base.documents.filter((document) => isConcerned(document, change)).map(({ path }) => path),
    ...sharedPaths(base).filter((path) => paths.has(path)),
  ]);
}
