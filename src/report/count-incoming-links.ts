// How many articles link to each: what many procedures lead to is worth updating before what none does.
import { flowchartsOf, mayHoldFlowchart } from '../content/document.ts';
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { findPlainLinks } from '../content/plain-links.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';

/** Number of other articles that link to the document at a path; a path without any is absent. Archived articles and drafts do not count. */
export function countIncomingLinks(base: KnowledgeBase): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of articleDocuments(base)) {
    if (document.article.status !== 'published') continue;
    const targets = new Set<string>();
    // A fragment's links are in no tree but that of the article as it is read.
    const body = document.included.size === 0 ? document.peekBody() : undefined;
    const plain = body === undefined ? undefined : findPlainLinks(body);
    const urls = plain ?? document.markdown?.links.map(({ url }) => url) ?? [];
    const flowcharts = body === undefined || mayHoldFlowchart(body) ? flowchartsOf(document) : [];
    const handOvers = flowcharts.flatMap(({ code }) => readClicks(code));
    for (const url of [...urls, ...handOvers.map(({ address }) => address)]) {
      const target = resolveLink(url, document, base);
      if (target.kind === 'article' && target.document !== document) targets.add(target.document.path);
    }
    for (const path of targets) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}
