// How many articles link to each: what many procedures lead to is worth updating before what none does.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Document, flowchartsOf, mayHoldFlowchart } from '../content/document.ts';
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { findPlainLinks } from '../content/plain-links.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';

/** Where the links of documents lead, as written; undefined where only a parser can tell. */
export type PlainLinks = ReadonlyMap<Document, readonly string[] | undefined>;

function plainLinksOf(document: Document): readonly string[] | undefined {
  // A fragment's links are in no tree but that of the article as it is read, and a flowchart's are its own.
  if (document.included.size > 0) return undefined;
  const body = document.peekBody();
  return mayHoldFlowchart(body) ? undefined : findPlainLinks(body);
}

/** The articles whose links count. */
function linkingDocuments(base: KnowledgeBase): Document[] {
  return articleDocuments(base).filter(({ article }) => article.status === 'published');
}

/** How many articles are looked at before the process looks up, at what git may have answered meanwhile. */
const articlesPerTurn = 64;

/** The links of every article that counts, found without a parser as far as that goes. */
export async function findLinks(base: KnowledgeBase): Promise<PlainLinks> {
  const links = new Map<Document, readonly string[] | undefined>();
  for (const document of linkingDocuments(base)) {
    if (links.size % articlesPerTurn === 0) await nextTurn();
    links.set(document, plainLinksOf(document));
  }
  return links;
}

function parsedLinksOf(document: Document): readonly string[] {
  const links = document.markdown?.links.map(({ url }) => url) ?? [];
  const handOvers = flowchartsOf(document).flatMap(({ code }) => readClicks(code));
  return [...links, ...handOvers.map(({ address }) => address)];
}

/**
 * Number of other articles that link to the document at a path; a path without any is absent. Archived articles and drafts
 * do not count. `links` is what `findLinks` found in this very base.
 */
export function countIncomingLinks(base: KnowledgeBase, links?: PlainLinks): ReadonlyMap<string, number> {
  const found =
    links ?? linkingDocuments(base).map((document) => [document, plainLinksOf(document)] as const);
  const counts = new Map<string, number>();
  for (const [document, plain] of found) {
    const targets = new Set<string>();
    for (const url of plain ?? parsedLinksOf(document)) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'article' && target.document !== document) targets.add(target.document.path);
    }
    for (const path of targets) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}
