// Turns a flow into a numbered outline, the text alternative of its picture: every node once, in the order of a walk.
import type { Flow, FlowEdge, FlowNode, FlowNodeKind } from '../model/flow.ts';

/** A node of the flow at its place in the outline; `next` or `answers` says how it goes on. */
export interface OutlineStep {
  /** From 1, in the order in which the outline is read. */
  readonly number: number;
  readonly id: string;
  readonly text: string;
  readonly kind: FlowNodeKind;
  readonly phase?: string | undefined;
  /** For a node with one plain exit to a step shown elsewhere: that step's number ("then see step N"). Otherwise the walk goes on in the next item. */
  readonly see?: number | undefined;
  /** What the source writes on that one exit, where it writes something. */
  readonly exitLabel?: string | undefined;
  /** The ways on from a question, and from any node with several exits. */
  readonly answers: readonly OutlineAnswer[];
}

/** One way on from a question; either `items` or `see` leads further. */
export interface OutlineAnswer {
  /** The answer's label; empty where the source gives none. */
  readonly answer: string;
  /** The number of a step that is shown elsewhere in the outline. */
  readonly see?: number | undefined;
  readonly items: readonly OutlineStep[];
}

/** Deeper than this, a branch goes on at the outermost level and is referred to by its number. */
const deepest = 6;

/** A step under construction: references become numbers once the whole outline is numbered. */
interface Draft {
  readonly node: FlowNode;
  see?: string;
  exitLabel?: string;
  answers: { answer: string; see?: string; items: Draft[] }[];
}

/**
 * The outline of `flow`: a chain of single exits stays at one level, the ways on from a question are its children, and what was
 * shown already is referred to. Each of several starts, and each part that no start leads to, follows at the outermost level.
 */
export function outlineFlow(flow: Flow): readonly OutlineStep[] {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const exits = groupExits(flow, nodes);
  const shown = new Set<string>();
  const postponed: string[] = [];

  const walk = (first: string, depth: number): Draft[] => {
    const items: Draft[] = [];
    let next: string | undefined = first;
    while (next !== undefined) {
      const node = nodes.get(next);
      if (node === undefined) break;
      shown.add(next);
      const draft: Draft = { node, answers: [] };
      items.push(draft);
      next = undefined;
      const ways: readonly FlowEdge[] = exits.get(node.id) ?? [];
      const [only] = ways;
      if (ways.length === 1 && only && node.kind !== 'question') {
        if (only.answer !== '') draft.exitLabel = only.answer;
        if (shown.has(only.to)) draft.see = only.to;
        else next = only.to;
      } else {
        for (const way of ways) draft.answers.push(branch(way, depth));
      }
    }
    return items;
  };

  const branch = ({ answer, to }: FlowEdge, depth: number) => {
    if (shown.has(to)) return { answer, see: to, items: [] };
    if (depth < deepest) return { answer, items: walk(to, depth + 1) };
    postponed.push(to);
    return { answer, see: to, items: [] };
  };

  const drafts: Draft[] = [];
  const roots = [...flow.starts, ...flow.nodes.map(({ id }) => id)];
  for (const root of roots) {
    for (let id: string | undefined = root; id !== undefined; id = postponed.shift()) {
      if (!shown.has(id)) drafts.push(...walk(id, 1));
    }
  }
  return finish(drafts, numberSteps(drafts));
}

function groupExits(flow: Flow, nodes: ReadonlyMap<string, FlowNode>): Map<string, FlowEdge[]> {
  const exits = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    if (!nodes.has(edge.to)) continue;
    const ways = exits.get(edge.from);
    if (ways) ways.push(edge);
    else exits.set(edge.from, [edge]);
  }
  return exits;
}

function numberSteps(drafts: readonly Draft[], numbers = new Map<string, number>()): Map<string, number> {
  for (const draft of drafts) {
    numbers.set(draft.node.id, numbers.size + 1);
    for (const { items } of draft.answers) numberSteps(items, numbers);
  }
  return numbers;
}

function finish(drafts: readonly Draft[], numbers: ReadonlyMap<string, number>): OutlineStep[] {
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  return drafts.map(({ node, see, exitLabel, answers }) => ({
    number: numberOf(node.id),
    ...node,
    ...(exitLabel === undefined ? {} : { exitLabel }),
    ...(see === undefined ? {} : { see: numberOf(see) }),
    answers: answers.map((way) => ({
      answer: way.answer,
      ...(way.see === undefined ? {} : { see: numberOf(way.see) }),
      items: finish(way.items, numbers),
    })),
  }));
}
