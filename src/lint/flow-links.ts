// Where the nodes of an article's flows lead on to, and which articles hand over to each other for ever.
import { type Document, flowchartsOf } from '../content/document.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { resolveLink } from '../content/resolve-link.ts';
import { buildGraph, findClosedLoops, type Graph, isDoor, reachFrom, startsOf } from '../flow/flow-graph.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { Flow } from '../model/flow.ts';

export type Diagrams = ReadonlyMap<string, DiagramResult>;

/** Stands for an end in the graph of articles; no path is empty. */
const end = '';

/** The flow that an article's guide follows: the first of its flowcharts that has one. */
export function mainFlow(document: Document, diagrams: Diagrams): Flow | undefined {
  for (const { code } of flowchartsOf(document)) {
    const result = diagrams.get(code);
    if (result?.ok && result.flow) return result.flow;
  }
  return undefined;
}

/** The articles that nodes of the flows in `document` link to, as far as `diagrams` has its flows. */
export function linkedArticles(
  document: Document,
  base: KnowledgeBase,
  diagrams: Diagrams,
): ArticleDocument[] {
  return flowchartsOf(document).flatMap(({ code }) => {
    const result = diagrams.get(code);
    const nodes = (result?.ok && result.flow?.nodes) || [];
    return nodes.flatMap(({ link }) => {
      const target = link === undefined ? undefined : resolveLink(link, document, base);
      return target?.kind === 'article' ? [target.document] : [];
    });
  });
}

/** The path of the article whose flow goes on from an end of a flow in `document`; undefined where the link leads to no flow. */
export function handsOverTo(
  link: string,
  document: Document,
  base: KnowledgeBase,
  diagrams: Diagrams,
): ArticleDocument | undefined {
  const target = resolveLink(link, document, base);
  if (target.kind !== 'article') return undefined;
  // A section of the article itself is where to read on, not where to begin anew.
  if (target.document === document && target.anchor !== undefined) return undefined;
  return mainFlow(target.document, diagrams) ? target.document : undefined;
}

const known = new WeakMap<Diagrams, Map<Document, readonly string[]>>();

/** What the flow of `document` can come to: paths of articles, `end` for an outcome of its own. */
function outcomesOf(document: Document, base: KnowledgeBase, diagrams: Diagrams): readonly string[] {
  const remembered = known.get(diagrams) ?? new Map<Document, readonly string[]>();
  known.set(diagrams, remembered);
  const outcomes = remembered.get(document) ?? readOutcomes(document, base, diagrams);
  remembered.set(document, outcomes);
  return outcomes;
}

function readOutcomes(document: Document, base: KnowledgeBase, diagrams: Diagrams): string[] {
  const flow = mainFlow(document, diagrams);
  if (!flow) return [end];
  const graph = buildGraph(flow);
  const starts = startsOf(graph);
  const links = new Map(flow.nodes.map(({ id, link }) => [id, link]));
  const reached = reachFrom(graph, starts.length > 0 ? starts : [...graph.keys()].slice(0, 1));
  const ends = [...reached].filter((id) => graph.get(id)?.length === 0 && !isDoor(id));
  // A flow that goes round in itself is no fault of the articles that lead to it.
  if (ends.length === 0) return [end];
  const paths = ends.map((id) => {
    const link = links.get(id);
    const next = link === undefined ? undefined : handsOverTo(link, document, base, diagrams);
    return next?.path ?? end;
  });
  return [...new Set(paths)];
}

/** Paths of the articles that `document` is one of and that hand over to each other for ever; empty where it is in no such circle. */
export function circleOf(document: Document, base: KnowledgeBase, diagrams: Diagrams): readonly string[] {
  const graph = new Map<string, readonly string[]>([[end, []]]);
  const waiting = [document.path];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const next = base.byPath.get(path);
    if (!next || graph.has(path)) continue;
    const outcomes = outcomesOf(next, base, diagrams);
    graph.set(path, outcomes);
    waiting.push(...outcomes.filter((outcome) => !graph.has(outcome)));
  }
  return findClosedLoops(graph satisfies Graph).find((loop) => loop.includes(document.path)) ?? [];
}
