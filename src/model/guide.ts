// The guide: a flow followed one step at a time. A state machine for the reader's browser and for tests, without a page around it.
import type { Flow, FlowNode } from './flow.ts';

/** Where somebody stands in a flow. It never changes: every move gives a new one. */
export interface Guide {
  readonly flow: Flow;
  /** The choices so far, each the place of a way on among those of its step, from 0. Where a flow has several starts, the first one names the start. */
  readonly path: readonly number[];
}

/** One way on from where the guide stands. */
export interface GuideWay {
  /** What the source writes on it; empty where it writes nothing. */
  readonly answer: string;
  readonly node: FlowNode;
}

/** A step that was passed, and the way that was taken from it. `node` is undefined for the choice among several starts. */
export interface GuideStep {
  readonly node: FlowNode | undefined;
  readonly way: GuideWay;
}

/** More choices than any procedure needs: somebody who goes round and round is stopped here. */
export const longestPath = 200;

/** The guide before any choice: at the flow's start, or before the choice among several. */
export function startGuide(flow: Flow): Guide {
  return { flow, path: [] };
}

/** The steps that led here, in order; as many as the path has choices. */
export function stepsOf({ flow, path }: Guide): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  let node = firstNode(flow);
  for (const choice of path) {
    const way: GuideWay | undefined = waysFrom(flow, node)[choice];
    if (way === undefined) break;
    steps.push({ node, way });
    node = way.node;
  }
  return steps;
}

/** The node where the guide stands; undefined while one of several starts has to be chosen. */
export function currentNode(guide: Guide): FlowNode | undefined {
  return guide.path.length === 0 ? firstNode(guide.flow) : stepsOf(guide).at(-1)?.way.node;
}

/** The ways on from where the guide stands, in the order of the source; the starts where one has to be chosen. */
export function waysOn(guide: Guide): readonly GuideWay[] {
  return waysFrom(guide.flow, currentNode(guide));
}

/** Whether nothing leads on: at an outcome, or at a step that the source leaves without an exit. */
export function isAtEnd(guide: Guide): boolean {
  return waysOn(guide).length === 0;
}

/** Whether the path is as long as it may get, so that `choose` leads no further. */
export function isFull({ path }: Guide): boolean {
  return path.length >= longestPath;
}

/** The guide one step on, by the way at place `index` (from 0); the same guide where there is no such way or the path is full. */
export function choose(guide: Guide, index: number): Guide {
  if (isFull(guide) || waysOn(guide)[index] === undefined) return guide;
  return { flow: guide.flow, path: [...guide.path, index] };
}

/** The guide as it was `steps` choices ago; at its start where there were fewer. */
export function goBack(guide: Guide, steps = 1): Guide {
  return { flow: guide.flow, path: guide.path.slice(0, Math.max(0, guide.path.length - steps)) };
}

/**
 * The path as text for an address: `1.2.1-k3f9`, choices from 1 and a mark of the words that stand along the way; empty before
 * the first choice. By the mark `decodePath` notices that the flow was edited since.
 */
export function encodePath(guide: Guide): string {
  if (guide.path.length === 0) return '';
  return `${guide.path.map((choice) => choice + 1).join('.')}-${markOf(guide)}`;
}

/** The guide that `text` leads to, as far as it still fits; `fits` is false where some of it could not be followed or its words changed. */
export function decodePath(flow: Flow, text: string): { readonly guide: Guide; readonly fits: boolean } {
  const [choices = '', mark, ...rest] = text.split('-');
  let guide = startGuide(flow);
  if (text === '') return { guide, fits: true };
  for (const choice of choices.split('.')) {
    const next = /^[1-9]\d{0,3}$/.test(choice) ? choose(guide, Number(choice) - 1) : guide;
    if (next === guide) return { guide, fits: false };
    guide = next;
  }
  // A path written by hand bears no mark.
  return { guide, fits: rest.length === 0 && (mark === undefined || mark === markOf(guide)) };
}

/** The one node to begin at; undefined where there are several. A flow that goes round and round begins at its first node. */
export function firstNode({ nodes, starts }: Flow): FlowNode | undefined {
  if (starts.length > 1) return undefined;
  const [start] = starts;
  return start === undefined ? nodes[0] : nodes.find(({ id }) => id === start);
}

/** The ways on from `node`, in the order of the source; the starts where it is undefined. */
export function waysFrom({ nodes, edges, starts }: Flow, node: FlowNode | undefined): GuideWay[] {
  const ways =
    node === undefined
      ? starts.map((to) => ({ to, answer: '' }))
      : edges.filter(({ from }) => from === node.id);
  return ways.flatMap(({ to, answer }) => {
    const target = nodes.find(({ id }) => id === to);
    return target === undefined ? [] : [{ answer, node: target }];
  });
}

/** FNV-1a over the words along the path: four signs that tell an edited path from the same one. It protects nothing. */
function markOf(guide: Guide): string {
  const words = stepsOf(guide).flatMap(({ node, way }) => [node?.text ?? '', way.answer, way.node.text]);
  let hash = 0x811c9dc5;
  for (const sign of words.join('\u0000')) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash % 36 ** 4).toString(36).padStart(4, '0');
}
