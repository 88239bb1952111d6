// How many articles link to each: what many procedures lead to is worth updating before what none does.
import { posix } from 'node:path';
import { type Document, flowchartsOf, mayHoldFlowchart } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { findPlainLinks } from '../content/plain-links.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { readClicks } from '../flow/read-statements.ts';

/**
 * Where the links of a document lead, as written, with a space between them: no plain address holds one. In one string of their
 * own, because a part of the body keeps all of it in memory.
 */
export type PlainLinks = string;

/** Whether links of `document` count: those of an article that readers are to follow. */
function isCounted({ article }: Document): boolean {
  return article?.status === 'published';
}

/** The links of `document` where no parser is needed to find them; none where they don't count. */
export function plainLinksOf(document: Document): PlainLinks | undefined {
  if (!isCounted(document)) return '';
  // A fragment's links are in no tree but that of the article as it is read, and a flowchart's are its own.
  if (document.included.size > 0) return undefined;
  const body = document.peekBytes();
  return mayHoldFlowchart(body) ? undefined : findPlainLinks(body)?.join(' ');
}

function parsedLinksOf(document: Document): readonly string[] {
  const links = document.markdown?.links.map(({ url }) => url) ?? [];
  const handOvers = flowchartsOf(document).flatMap(({ code }) => readClicks(code));
  return [...links, ...handOvers.map(({ address }) => address)];
}

/** An article, or null for what leads to none. */
type Target = ArticleDocument | null;
type FindTarget = (url: string) => Target;

/**
 * What finds the article that a link of a document leads to. A link that is written alike leads to the same one from all
 * articles of a folder and a language, and most links are written many times.
 */
function createTargetFinder(base: KnowledgeBase): (from: Document) => FindTarget {
  const known = new Map<string, Map<string, Target>>();
  const targetsAt = (place: string) => {
    const targets = known.get(place) ?? new Map<string, Target>();
    known.set(place, targets);
    return targets;
  };
  return (from) => {
    const language = `${from.article?.lang}`;
    const byId = targetsAt(language);
    const byPath = targetsAt(`${language} ${posix.dirname(from.path)}`);
    return (url) => {
      const targets = url.startsWith('id:') ? byId : byPath;
      const before = targets.get(url);
      if (before !== undefined) return before;
      const target = resolveLink(url, from, base);
      const document = target.kind === 'article' ? target.document : null;
      // An anchor alone leads to the article that it stands in.
      if (document !== from) targets.set(url, document);
      return document;
    };
  };
}

/**
 * Number of other articles that link to the document at a path; a path without any is absent. Archived articles and drafts
 * do not count. `links` are the plain links of documents of this very base, where they are known.
 */
export function countIncomingLinks(
  base: KnowledgeBase,
  links?: ReadonlyMap<Document, PlainLinks | undefined>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const finderOf = createTargetFinder(base);
  for (const document of base.documents.filter(isCounted)) {
    const plain = links?.has(document) ? links.get(document) : plainLinksOf(document);
    const urls = plain?.split(' ') ?? parsedLinksOf(document);
    const targets = new Set(urls.map(finderOf(document)));
    for (const target of targets) {
      if (target && target !== document) counts.set(target.path, (counts.get(target.path) ?? 0) + 1);
    }
  }
  return counts;
}
