// How many articles link to each: what many procedures lead to is worth updating before what none does.
import { type Document, flowchartsOf, mayHoldFlowchart } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { findPlainLinks } from '../content/plain-links.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';

/** Where the links of documents lead, as written; undefined where only a parser can tell. */
type PlainLinks = ReadonlyMap<Document, readonly string[] | undefined>;

/** Whether links of `document` count: those of an article that readers are to follow. */
function isCounted({ article }: Document): boolean {
  return article?.status === 'published';
}

/** The links of `document` where no parser is needed to find them; none where they don't count. */
export function plainLinksOf(document: Document): readonly string[] | undefined {
  if (!isCounted(document)) return [];
  // A fragment's links are in no tree but that of the article as it is read, and a flowchart's are its own.
  if (document.included.size > 0) return undefined;
  const body = document.peekBytes();
  return mayHoldFlowchart(body) ? undefined : findPlainLinks(body);
}

function parsedLinksOf(document: Document): readonly string[] {
  const links = document.markdown?.links.map(({ url }) => url) ?? [];
  const handOvers = flowchartsOf(document).flatMap(({ code }) => readClicks(code));
  return [...links, ...handOvers.map(({ address }) => address)];
}

/**
 * Number of other articles that link to the document at a path; a path without any is absent. Archived articles and drafts
 * do not count. `links` are the plain links of documents of this very base, where they are known.
 */
export function countIncomingLinks(base: KnowledgeBase, links?: PlainLinks): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of base.documents.filter(isCounted)) {
    const plain = links?.has(document) ? links.get(document) : plainLinksOf(document);
    const targets = new Set<string>();
    for (const url of plain ?? parsedLinksOf(document)) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'article' && target.document !== document) targets.add(target.document.path);
    }
    for (const path of targets) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}
