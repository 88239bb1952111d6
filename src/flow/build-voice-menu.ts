// A flow and what it says → a voice menu, with all that keeps it from being one. Pure.
import type { Flow, FlowNode } from '../model/flow.ts';
import { firstNode, waysFrom } from '../model/guide.ts';
import { findPlaceholders } from '../model/placeholder.ts';
import {
  type MenuStep,
  type MenuTurn,
  parseMenuKey,
  promptSeconds,
  type Recording,
  type VoiceMenu,
} from '../model/voice-menu.ts';

/** Why a flow is no voice menu, each with the id of a node. */
export type MenuProblem =
  /** An answer begins with no key. */
  | { readonly kind: 'no-key'; readonly node: string; readonly answer: string }
  | { readonly kind: 'same-key'; readonly node: string; readonly key: string }
  /** What a step says has a place, written `{{name}}`, that a telephone fills with nothing. */
  | { readonly kind: 'unfilled'; readonly node: string; readonly place: string }
  /** Messages follow each other in a circle, and nobody is asked for a key. */
  | { readonly kind: 'no-pause'; readonly node: string }
  /** A transfer of a node that the flow has not. */
  | { readonly kind: 'unknown-transfer'; readonly node: string }
  /** A transfer of a node from which the flow leads on. */
  | { readonly kind: 'transfer-leads-on'; readonly node: string };

export interface MenuParts {
  /** What each node says, by its id; a node without an entry says nothing. */
  readonly prompts: ReadonlyMap<string, readonly Recording[]>;
  /** Addresses by the id of the node that ends in them. */
  readonly transfers: Readonly<Record<string, string>>;
}

export interface BuiltMenu {
  /** Undefined where there is a problem, or the flow has several starts. */
  readonly menu: VoiceMenu | undefined;
  readonly problems: readonly MenuProblem[];
}

/** Builds the menu that callers walk through: the same ways, in the same order, as the guide of `flow`. */
export function buildVoiceMenu(flow: Flow, { prompts, transfers }: MenuParts): BuiltMenu {
  const problems: MenuProblem[] = [];
  const names = nameSteps(flow.nodes);
  const nameOf = ({ id }: FlowNode) => names.get(id) ?? id;
  const steps = reachable(flow).map((node): MenuStep => {
    const ways = waysFrom(flow, node);
    const to = Object.hasOwn(transfers, node.id) ? transfers[node.id] : undefined;
    const recordings = prompts.get(node.id) ?? [];
    const [place] = recordings.flatMap(({ text }) => findPlaceholders(text));
    if (place) problems.push({ kind: 'unfilled', node: node.id, place: place.name });
    if (to !== undefined && ways.length > 0) problems.push({ kind: 'transfer-leads-on', node: node.id });
    return {
      name: nameOf(node),
      node: node.id,
      title: node.text,
      recordings,
      turn:
        to === undefined || ways.length > 0 ? turnOf(node, flow, nameOf, problems) : { kind: 'transfer', to },
    };
  });
  const known = new Set(flow.nodes.map(({ id }) => id));
  for (const node of Object.keys(transfers))
    if (!known.has(node)) problems.push({ kind: 'unknown-transfer', node });
  problems.push(...findCircles(steps));
  const [first, ...others] = steps;
  return { menu: problems.length === 0 && first ? [first, ...others] : undefined, problems };
}

function turnOf(
  node: FlowNode,
  flow: Flow,
  nameOf: (node: FlowNode) => string,
  problems: MenuProblem[],
): MenuTurn {
  const ways = waysFrom(flow, node);
  const [only] = ways;
  if (!only) return { kind: 'hangup' };
  if (ways.length === 1 && only.answer.trim() === '') return { kind: 'goto', next: nameOf(only.node) };
  const used = new Set<string>();
  const choices = ways.flatMap(({ answer, node: next }) => {
    const read = parseMenuKey(answer);
    if (!read) problems.push({ kind: 'no-key', node: node.id, answer });
    else if (used.has(read.key)) problems.push({ kind: 'same-key', node: node.id, key: read.key });
    else {
      used.add(read.key);
      return [{ ...read, next: nameOf(next) }];
    }
    return [];
  });
  return { kind: 'choices', choices };
}

/** The nodes that a caller can come to, breadth first from the start; none where there are several starts. */
function reachable(flow: Flow): readonly FlowNode[] {
  const start = firstNode(flow);
  const found = new Set(start ? [start] : []);
  // A set hands out what is added to it while it is walked through.
  for (const node of found) for (const way of waysFrom(flow, node)) found.add(way.node);
  return [...found];
}

/** A name for each node: its id where that is one, else a numbered one. */
function nameSteps(nodes: readonly FlowNode[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const take = (id: string, name: string) => {
    taken.add(name.toLowerCase());
    names.set(id, name);
  };
  for (const { id } of nodes)
    if (/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(id) && !taken.has(id.toLowerCase())) take(id, id);
  let number = 0;
  for (const { id } of nodes) {
    if (names.has(id)) continue;
    do number += 1;
    while (taken.has(`step${number}`));
    take(id, `step${number}`);
  }
  return names;
}

/** One problem for each circle of messages, at the first of its steps. */
function findCircles(steps: readonly MenuStep[]): readonly MenuProblem[] {
  const byName = new Map(steps.map((step) => [step.name, step]));
  const nextOf = ({ turn }: MenuStep) => (turn.kind === 'goto' ? byName.get(turn.next) : undefined);
  const done = new Set<MenuStep>();
  const problems: MenuProblem[] = [];
  for (const first of steps) {
    const walked = new Set<MenuStep>();
    let step: MenuStep | undefined = first;
    while (step && !done.has(step) && !walked.has(step)) {
      walked.add(step);
      step = nextOf(step);
    }
    if (step && walked.has(step)) problems.push({ kind: 'no-pause', node: step.node });
    for (const each of walked) done.add(each);
  }
  return problems;
}

/** What of a menu asks too much of a caller. */
export type MenuExcess =
  | { readonly kind: 'choices'; readonly node: string; readonly count: number }
  /** `count` menus on the shortest way to this one, itself included. */
  | { readonly kind: 'depth'; readonly node: string; readonly count: number }
  /** `count` seconds, estimated. */
  | { readonly kind: 'seconds'; readonly node: string; readonly count: number };

export interface MenuLimits {
  readonly choices: number;
  readonly depth: number;
  readonly promptSeconds: number;
}

/** What in `menu` is beyond `limits`, in the order of its steps. */
export function findExcess(menu: VoiceMenu, limits: MenuLimits): readonly MenuExcess[] {
  const levels = levelsOf(menu);
  return menu.flatMap((step): MenuExcess[] => {
    const { node, turn } = step;
    const count = turn.kind === 'choices' ? turn.choices.length : 0;
    const level = count > 0 ? (levels.get(step.name) ?? 0) : 0;
    const seconds = Math.round(promptSeconds(step));
    return [
      ...(count > limits.choices ? [{ kind: 'choices', node, count } as const] : []),
      ...(level > limits.depth ? [{ kind: 'depth', node, count: level } as const] : []),
      ...(seconds > limits.promptSeconds ? [{ kind: 'seconds', node, count: seconds } as const] : []),
    ];
  });
}

/** How many menus a caller has heard, at least, at the end of each step's prompt; by the step's name. */
function levelsOf(menu: VoiceMenu): ReadonlyMap<string, number> {
  const byName = new Map(menu.map((step) => [step.name, step]));
  const levels = new Map<string, number>();
  const visit = (name: string, above: number): readonly (readonly [string, number])[] => {
    const step = byName.get(name);
    if (!step || levels.has(name)) return [];
    const level = step.turn.kind === 'choices' ? above + 1 : above;
    levels.set(name, level);
    if (step.turn.kind === 'choices') return step.turn.choices.map(({ next }) => [next, level] as const);
    return step.turn.kind === 'goto' ? visit(step.turn.next, level) : [];
  };
  let waiting = visit(menu[0].name, 0);
  while (waiting.length > 0) waiting = waiting.flatMap(([name, level]) => visit(name, level));
  return levels;
}
