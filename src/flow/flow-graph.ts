// A flow as a bare graph: what leads to what, which node begins, what can be reached, and where one goes round for ever.
import type { Flow, FlowNode } from '../model/flow.ts';

/** Node ids, in source order, with the ids that each leads to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** No node of Mermaid's has such an id: what a phase's own arrows go through. */
const doorOf = (phase: string, way: 'in' | 'out') => `\0${way} ${phase}`;
export const isDoor = (id: string): boolean => id.startsWith('\0');

/**
 * The graph of `flow`. An arrow that joins a phase's frame leads to each of its nodes that nothing else leads to, or away from
 * each that leads nowhere else; phases themselves are no nodes of the graph, but have doors (see `isDoor`).
 */
export function buildGraph({ nodes, edges }: Flow): Graph {
  const phases = new Map(nodes.flatMap((node) => (node.members ? [[node.id, node]] : [])));
  const exits = new Map<string, string[]>(
    nodes.filter(({ id }) => !phases.has(id)).map(({ id }): [string, string[]] => [id, []]),
  );
  const reached = new Set(edges.map(({ to }) => to));
  const left = new Set(edges.map(({ from }) => from));
  for (const phase of phases.values()) addDoors(phase, { exits, reached, left });
  for (const { from, to } of edges) {
    const ways = exits.get(phases.has(from) ? doorOf(from, 'out') : from);
    ways?.push(phases.has(to) ? doorOf(to, 'in') : to);
  }
  return exits;
}

interface Ends {
  readonly exits: Map<string, string[]>;
  readonly reached: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

function addDoors({ id, members = [] }: FlowNode, { exits, reached, left }: Ends): void {
  const inner = members.filter((member) => exits.has(member));
  const first = inner.filter((member) => !reached.has(member));
  const last = inner.filter((member) => !left.has(member));
  if (reached.has(id)) exits.set(doorOf(id, 'in'), first.length > 0 ? first : inner);
  if (!left.has(id)) return;
  exits.set(doorOf(id, 'out'), []);
  for (const member of last.length > 0 ? last : inner) exits.get(member)?.push(doorOf(id, 'out'));
}

/** The ids that nothing leads to, in source order. */
export function startsOf(graph: Graph): string[] {
  const reached = new Set([...graph.values()].flat());
  return [...graph.keys()].filter((id) => !reached.has(id) && !isDoor(id));
}

/** `starts` and all that can be reached from them. */
export function reachFrom(graph: Graph, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set hands out what is added to it while it is walked through.
  for (const id of reached) for (const next of graph.get(id) ?? []) reached.add(next);
  return reached;
}

interface Visit {
  readonly id: string;
  readonly ways: Iterator<string>;
}

/**
 * The loops that nothing leads out of, each with its ids in source order: strongly connected parts with an edge inside and none
 * outwards (Tarjan’s algorithm, on a stack of its own so that a long chain can't exhaust the program's).
 */
export function findClosedLoops(graph: Graph): string[][] {
  const order = new Map([...graph.keys()].map((id, at) => [id, at]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const partOf = new Map<string, number>();
  const open: string[] = [];
  const parts: string[][] = [];

  const lower = (id: string, to: number) => low.set(id, Math.min(low.get(id) ?? to, to));
  const enter = (id: string): Visit => {
    low.set(id, index.size);
    index.set(id, index.size);
    open.push(id);
    return { id, ways: (graph.get(id) ?? [])[Symbol.iterator]() };
  };
  const leave = (id: string) => {
    if (low.get(id) !== index.get(id)) return;
    const part = open.splice(open.lastIndexOf(id));
    for (const member of part) partOf.set(member, parts.length);
    parts.push(part);
  };
  for (const root of graph.keys()) {
    const path = index.has(root) ? [] : [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { done, value: next } = top.ways.next();
      if (done) {
        path.pop();
        leave(top.id);
        const above = path.at(-1);
        if (above) lower(above.id, low.get(top.id) ?? 0);
      } else if (!index.has(next)) path.push(enter(next));
      else if (!partOf.has(next)) lower(top.id, index.get(next) ?? 0);
    }
  }
  const isClosed = (part: readonly string[], at: number) => {
    const ways = part.flatMap((id) => graph.get(id) ?? []);
    return ways.length > 0 && ways.every((id) => partOf.get(id) === at);
  };
  const byOrder = (a: string, b: string) => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return parts
    .filter(isClosed)
    .map((part) => part.sort(byOrder))
    .sort(([a = ''], [b = '']) => byOrder(a, b));
}
