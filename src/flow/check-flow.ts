// What keeps an agent from following a flow: no clear start, steps that nothing leads to, paths that never end, unclear answers, texts that say too much or nothing.
import type { Flow, FlowEdge, FlowNode } from '../model/flow.ts';
import { buildGraph, findClosedLoops, isDoor, reachFrom, startsOf } from './flow-graph.ts';

/** The most that a flow may hold; texts are measured in characters (Unicode code points). */
export interface FlowLimits {
  readonly maxNodes: number;
  readonly labelCharacters: number;
  readonly answerCharacters: number;
}

/** One thing that is wrong with a flow. `node` is a node's id, `edge` an index in the flow's edges. */
export type FlowProblem =
  | { readonly kind: 'empty' }
  /** Something leads to every node; `node` is the first one, from where the rest is judged. */
  | { readonly kind: 'no-start'; readonly node: string }
  | { readonly kind: 'second-start'; readonly node: string; readonly first: string }
  | { readonly kind: 'unreachable'; readonly node: string }
  /** From each of `nodes` only they can be reached. */
  | { readonly kind: 'endless'; readonly node: string; readonly nodes: readonly string[] }
  | { readonly kind: 'few-answers'; readonly node: string; readonly count: number }
  | { readonly kind: 'unlabelled-answer'; readonly node: string; readonly edge: number }
  | { readonly kind: 'same-answer'; readonly node: string; readonly edge: number }
  | { readonly kind: 'long-text'; readonly node: string; readonly count: number }
  | { readonly kind: 'long-answer'; readonly node: string; readonly edge: number; readonly count: number }
  | { readonly kind: 'no-text'; readonly node: string }
  /** `node` is the first one too many. */
  | { readonly kind: 'many-nodes'; readonly node: string; readonly count: number }
  /** An arrow joins the frame of a phase, `node`, which is no step that an agent could be at. */
  | { readonly kind: 'phase-arrow'; readonly node: string; readonly edge: number };

/** All that is wrong with `flow`, in linear time. An end that links to another article counts as an end: the other flow goes on from there. */
export function checkFlow(flow: Flow, limits: FlowLimits): FlowProblem[] {
  const steps = flow.nodes.filter(({ members }) => members === undefined);
  return [
    ...checkPaths(flow),
    ...checkAnswers(flow, steps, limits),
    ...checkTexts(steps, limits),
    ...checkSize(steps, limits),
    ...checkPhases(flow),
  ];
}

function* checkPaths(flow: Flow): Iterable<FlowProblem> {
  const graph = buildGraph(flow);
  const starts = startsOf(graph);
  const [first] = [...starts, ...graph.keys()];
  if (first === undefined) {
    yield { kind: 'empty' };
    return;
  }
  if (starts.length === 0) yield { kind: 'no-start', node: first };
  for (const node of starts.slice(1)) yield { kind: 'second-start', node, first };
  const reached = reachFrom(graph, starts.length > 0 ? starts : [first]);
  for (const node of graph.keys())
    if (!reached.has(node) && !isDoor(node)) yield { kind: 'unreachable', node };
  for (const loop of findClosedLoops(graph)) {
    const nodes = loop.filter((id) => !isDoor(id));
    const [node] = nodes;
    if (node !== undefined) yield { kind: 'endless', node, nodes };
  }
}

interface Answer extends FlowEdge {
  /** Index in the flow's edges. */
  readonly edge: number;
}

/** Two answers that an agent could not tell apart have the same folded form. */
function foldAnswer(answer: string): string {
  return answer.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();
}

function* checkAnswers(flow: Flow, steps: readonly FlowNode[], limits: FlowLimits): Iterable<FlowProblem> {
  const byNode = new Map<string, Answer[]>(steps.map(({ id }) => [id, []]));
  flow.edges.forEach((way, edge) => {
    byNode.get(way.from)?.push({ ...way, edge });
  });
  for (const { id: node, kind, link } of steps) {
    const answers = byNode.get(node) ?? [];
    const handsOver = link !== undefined && answers.length === 0;
    if (kind === 'question' && answers.length < 2 && !handsOver)
      yield { kind: 'few-answers', node, count: answers.length };
    if (answers.length > 1) yield* checkChoice(node, answers);
    for (const { answer, edge } of answers) {
      const count = countCharacters(answer);
      if (count > limits.answerCharacters) yield { kind: 'long-answer', node, edge, count };
    }
  }
}

function* checkChoice(node: string, answers: readonly Answer[]): Iterable<FlowProblem> {
  const seen = new Set<string>();
  for (const { answer, edge } of answers) {
    const folded = foldAnswer(answer);
    if (folded === '') yield { kind: 'unlabelled-answer', node, edge };
    else if (seen.has(folded)) yield { kind: 'same-answer', node, edge };
    seen.add(folded);
  }
}

function* checkTexts(steps: readonly FlowNode[], limits: FlowLimits): Iterable<FlowProblem> {
  for (const { id: node, text, unnamed } of steps) {
    const count = countCharacters(text);
    if (count > limits.labelCharacters) yield { kind: 'long-text', node, count };
    if (unnamed || !saysSomething(text)) yield { kind: 'no-text', node };
  }
}

/** Two letters in a row, or one sign of a script that writes words with one: less is an id (`A`, `B2`), not a text. */
function saysSomething(text: string): boolean {
  return /\p{L}\p{M}*\p{L}|\p{Ideographic}/u.test(text);
}

function checkSize(steps: readonly FlowNode[], { maxNodes }: FlowLimits): FlowProblem[] {
  const extra = steps[maxNodes];
  return extra ? [{ kind: 'many-nodes', node: extra.id, count: steps.length }] : [];
}

function* checkPhases({ nodes, edges }: Flow): Iterable<FlowProblem> {
  const phases = new Set(nodes.filter(({ members }) => members !== undefined).map(({ id }) => id));
  for (const [edge, { from, to }] of edges.entries()) {
    const node = phases.has(to) ? to : from;
    if (phases.has(node)) yield { kind: 'phase-arrow', node, edge };
  }
}

function countCharacters(text: string): number {
  return [...text].length;
}
