// The guide as a state machine: it walks exactly the paths of the graph, back undoes forward, and an address leads back to its step.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, FlowEdge, FlowNode } from '../../src/model/flow.ts';
import {
  choose,
  currentNode,
  decodePath,
  encodePath,
  type Guide,
  goBack,
  isAtEnd,
  isFull,
  longestPath,
  startGuide,
  stepsOf,
  waysOn,
} from '../../src/model/guide.ts';

function flowOf(edges: readonly (readonly [from: string, to: string, answer: string])[]): Flow {
  const ids = [...new Set(edges.flatMap((edge) => edge.slice(0, 2)))];
  const reached = new Set(edges.map(([, to]) => to));
  const leaving = new Set(edges.map(([from]) => from));
  return {
    nodes: ids.map(
      (id): FlowNode => ({ id, text: `Texte ${id}`, kind: leaving.has(id) ? 'step' : 'outcome' }),
    ),
    edges: edges.map(([from, to, answer]): FlowEdge => ({ from, to, answer })),
    starts: ids.filter((id) => !reached.has(id)),
  };
}

const nodeId = fc.constantFrom(...'abcdefgh');
/** Any graph of up to eight nodes: loops, parallel edges, several starts or none, parts that nothing leads to. */
const anyFlow = fc
  .array(fc.tuple(nodeId, nodeId, fc.constantFrom('', 'Oui', 'Non', 'Peut-être')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((edges) => flowOf(edges));
const anyChoices = fc.array(fc.nat(12), { maxLength: 12 });

/** Each walk of at most `length` nodes as `a -Oui- b`, found from the edges alone: the reference that knows nothing of the guide. */
function walksOf({ nodes, edges, starts }: Flow, length: number): string[] {
  const walk = (line: string, id: string, left: number): string[] => [
    line,
    ...(left <= 1
      ? []
      : edges
          .filter(({ from }) => from === id)
          .flatMap(({ to, answer }) => walk(`${line} -${answer}- ${to}`, to, left - 1))),
  ];
  const first = starts.length > 0 ? starts : nodes.slice(0, 1).map(({ id }) => id);
  return first.flatMap((id) => walk(id, id, length));
}

/** The same walks, by asking the guide for every answer it offers. */
function guidedWalks(guide: Guide, length: number): string[] {
  const node = currentNode(guide);
  if (node === undefined)
    return waysOn(guide).flatMap((_, index) => guidedWalks(choose(guide, index), length));
  const passed = stepsOf(guide).filter((step) => step.node !== undefined);
  const first = passed[0]?.node?.id ?? node.id;
  const line = [first, ...passed.flatMap(({ way }) => [`-${way.answer}-`, way.node.id])].join(' ');
  if (passed.length + 1 >= length) return [line];
  return [line, ...waysOn(guide).flatMap((_, index) => guidedWalks(choose(guide, index), length))];
}

function follow(flow: Flow, choices: readonly number[]): Guide {
  return choices.reduce(
    (guide, choice) => choose(guide, choice % Math.max(1, waysOn(guide).length)),
    startGuide(flow),
  );
}

describe('the guide', () => {
  it('visits exactly the paths of the graph, whatever the answers', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        expect(guidedWalks(startGuide(flow), 5).sort()).toEqual(walksOf(flow, 5).sort());
      }),
    );
  });

  it('undoes with back what forward did, to where it began', () => {
    fc.assert(
      fc.property(anyFlow, anyChoices, (flow, choices) => {
        let guide = startGuide(flow);
        const before: Guide[] = [];
        for (const choice of choices) {
          const next = choose(guide, choice);
          if (next === guide) continue;
          before.push(guide);
          guide = next;
        }
        expect(guide.path).toHaveLength(before.length);
        for (const expected of before.reverse()) {
          guide = goBack(guide);
          expect(guide).toEqual(expected);
        }
        expect(goBack(guide)).toEqual(startGuide(flow));
      }),
    );
  });

  it('ends where nothing leads on, and nowhere else', () => {
    fc.assert(
      fc.property(anyFlow, anyChoices, (flow, choices) => {
        const guide = follow(flow, choices);
        const node = currentNode(guide);
        const exits = flow.edges.filter(({ from }) => from === node?.id);
        expect(isAtEnd(guide)).toBe(node !== undefined && exits.length === 0);
        expect(choose(guide, waysOn(guide).length)).toBe(guide);
      }),
    );
  });

  it('asks where to begin when a flow has several starts, and does not when it has one', () => {
    const several = startGuide(
      flowOf([
        ['a', 'c', ''],
        ['b', 'c', ''],
      ]),
    );
    expect(currentNode(several)).toBeUndefined();
    expect(waysOn(several).map(({ node }) => node.id)).toEqual(['a', 'b']);
    expect(currentNode(choose(several, 1))?.id).toBe('b');
    expect(currentNode(startGuide(flowOf([['a', 'b', '']])))?.id).toBe('a');
  });

  it('begins a flow that goes round and round at its first node, and stops it in the end', () => {
    const flow = flowOf([
      ['a', 'b', ''],
      ['b', 'a', ''],
    ]);
    let guide = startGuide(flow);
    for (let turn = 0; turn < longestPath + 5; turn += 1) guide = choose(guide, 0);
    expect(guide.path).toHaveLength(longestPath);
    expect(isFull(guide)).toBe(true);
    expect(decodePath(flow, encodePath(guide))).toEqual({ guide, fits: true });
  });

  it('does without an edge that leads to no node', () => {
    const flow = flowOf([['a', 'b', '']]);
    const broken = { ...flow, edges: [{ from: 'a', to: 'nowhere', answer: 'Oui' }, ...flow.edges] };
    expect(waysOn(startGuide(broken)).map(({ node }) => node.id)).toEqual(['b']);
  });
});

describe('the address of a step', () => {
  it('leads back to the very step', () => {
    fc.assert(
      fc.property(anyFlow, anyChoices, (flow, choices) => {
        const guide = follow(flow, choices);
        const text = encodePath(guide);
        expect(text).toMatch(/^(?:[1-9]\d*(?:\.[1-9]\d*)*-[0-9a-z]{4})?$/);
        expect(decodePath(flow, text)).toEqual({ guide, fits: true });
      }),
    );
  });

  it('may be written by hand, without the mark', () => {
    const flow = flowOf([
      ['a', 'b', 'Oui'],
      ['a', 'c', 'Non'],
      ['c', 'd', ''],
    ]);
    expect(decodePath(flow, '2.1')).toMatchObject({ guide: { path: [1, 0] }, fits: true });
  });

  it('is the same for the same words, whatever the ids and the rest of the flow', () => {
    const one = flowOf([['a', 'b', 'Oui']]);
    const renamed = JSON.parse(JSON.stringify(one).replaceAll('"a"', '"x"')) as Flow;
    const more = flowOf([
      ['a', 'b', 'Oui'],
      ['a', 'c', 'Non'],
    ]);
    const text = encodePath(choose(startGuide(one), 0));
    expect(text).toBe('1-gnlp');
    expect(encodePath(choose(startGuide(renamed), 0))).toBe(text);
    expect(decodePath(more, text).fits).toBe(true);
  });

  it.each([
    ['a way that is no longer there', '2.2', [1]],
    ['a step too many', '2.1.1', [1, 0]],
    ['other words along the way', '2.1-zzzz', [1, 0]],
    ['two marks', '2.1-1-1', [1, 0]],
    ['no number', '2.x', [1]],
    ['a choice of nought', '0', []],
    ['signs of all kinds', '<script>alert(1)</script>', []],
    ['a negative number', '2.-1', [1]],
    ['a number beyond counting', '99999999999999999999', []],
    ['dots alone', '...', []],
    ['a mark alone', '-abcd', []],
  ])('with %s leads to the last step that fits, and says so', (_what, text, path) => {
    const flow = flowOf([
      ['a', 'b', 'Oui'],
      ['a', 'c', 'Non'],
      ['c', 'd', ''],
    ]);
    expect(decodePath(flow, text)).toEqual({ guide: { flow, path }, fits: false });
  });

  it('is never trusted: any text gives a step of the flow', () => {
    fc.assert(
      fc.property(anyFlow, fc.oneof(fc.string(), fc.stringMatching(/^[\d.-]{0,20}$/)), (flow, text) => {
        const { guide } = decodePath(flow, text);
        expect(stepsOf(guide)).toHaveLength(guide.path.length);
      }),
    );
  });
});
