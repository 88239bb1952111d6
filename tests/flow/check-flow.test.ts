// What `checkFlow` finds in a flow, and that it agrees with a slow and simple reference on any graph.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, type FlowProblem } from '../../src/flow/check-flow.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import type { Flow, FlowEdge, FlowNode } from '../../src/model/flow.ts';

const limits = { maxNodes: 40, labelCharacters: 120, answerCharacters: 40 };

async function problemsOf(source: string, asked = limits): Promise<FlowProblem[]> {
  const result = await parseDiagram(`flowchart TD\n${source}`);
  if (!result.ok || !result.flow) throw new Error(JSON.stringify(result));
  return checkFlow(result.flow, asked);
}

describe('a flow that an agent can follow', () => {
  it('has nothing to be said about it, loops with a way out and repeated ends included', async () => {
    const source = `
      debut[Lire le suivi] --> q{Colis livré ?}
      q -->|Oui| fin([Clore])
      q -->|Non| w[Attendre] --> r{Réponse ?}
      r -->|Oui| fin
      r -->|Non, encore| w
      r -->|Ne sait pas| fin`;
    expect(await problemsOf(source)).toEqual([]);
  });

  it('may hand over to another article at its end, a question included', async () => {
    const source = 'debut[Lire] --> q{Litige ?}\n click q href "litige.md"';
    expect(await problemsOf(source)).toEqual([]);
  });
});

describe('a flow that an agent cannot follow', () => {
  it.each<[string, string, Partial<FlowProblem>[]]>([
    ['nothing', '', [{ kind: 'empty' }]],
    ['two starts', 'aa --> cc\nbb --> cc', [{ kind: 'second-start', node: 'bb', first: 'aa' }]],
    ['a node on its own', 'aa --> cc\nbb', [{ kind: 'second-start', node: 'bb', first: 'aa' }]],
    ['no start', 'aa --> bb\nbb -->|x| aa\nbb -->|y| cc', [{ kind: 'no-start', node: 'aa' }]],
    [
      'a part of its own',
      'aa --> bb\nxx --> yy\nyy -->|un| xx\nyy -->|deux| bb',
      [
        { kind: 'unreachable', node: 'xx' },
        { kind: 'unreachable', node: 'yy' },
      ],
    ],
    [
      'a loop without a way out',
      'aa --> bb --> cc --> bb',
      [{ kind: 'endless', node: 'bb', nodes: ['bb', 'cc'] }],
    ],
    ['a step that leads to itself', 'aa --> bb --> bb', [{ kind: 'endless', node: 'bb', nodes: ['bb'] }]],
    [
      'questions without a choice',
      'aa{Un ?} -->|Oui| bb{Deux ?}',
      [
        { kind: 'few-answers', node: 'aa', count: 1 },
        { kind: 'few-answers', node: 'bb', count: 0 },
      ],
    ],
    [
      'an answer without a text, from a step too',
      'aa -->|Oui| bb\naa --> cc',
      [{ kind: 'unlabelled-answer', node: 'aa', edge: 1 }],
    ],
    [
      'answers that differ by case and spaces only',
      'aa{Un ?} -->|Oui,  vu| bb\naa -->|oui, VU| cc',
      [{ kind: 'same-answer', node: 'aa', edge: 1 }],
    ],
    [
      'nodes that say nothing',
      'A --> B2\nB2 --> cc["  "]\ncc --> d["✅ 1."]\nd --> e["是"]',
      ['A', 'B2', 'cc', 'd'].map((node) => ({ kind: 'no-text' as const, node })),
    ],
  ])('has %s', async (_, source, expected) => {
    expect(await problemsOf(source)).toEqual(expected);
  });

  it('says too much, counted in characters and not in bytes of them', async () => {
    const source = `aa["${'été🎉'.repeat(30)}"] -->|${'x'.repeat(40)}| bb["${'été🎉'.repeat(30)}x"]
      bb -->|${'x'.repeat(41)}| cc`;
    expect(await problemsOf(source)).toEqual([
      { kind: 'long-answer', node: 'bb', edge: 1, count: 41 },
      { kind: 'long-text', node: 'bb', count: 121 },
    ]);
  });

  it('has more nodes than are wanted, from the first one too many', async () => {
    expect(await problemsOf('aa --> bb --> cc --> dd', { ...limits, maxNodes: 2 })).toEqual([
      { kind: 'many-nodes', node: 'cc', count: 4 },
    ]);
  });

  it('has arrows to the frame of a phase, through which its steps are reached and left', async () => {
    const source = `
      debut[Lire] --> phase
      subgraph phase [Le suivi]
        un[Chercher] --> deux[Trouver]
        subgraph inner [Dedans]
          trois[Noter]
        end
      end
      phase --> fin([Clore])`;
    expect(await problemsOf(source)).toEqual([
      { kind: 'phase-arrow', node: 'phase', edge: 0 },
      { kind: 'phase-arrow', node: 'phase', edge: 2 },
    ]);
  });
});

function flowFrom(size: number, pairs: readonly (readonly [number, number, string])[]): Flow {
  const edges = pairs.map(([from, to, answer]): FlowEdge => ({ from: `n${from}`, to: `n${to}`, answer }));
  const left = new Set(edges.map(({ from }) => from));
  const reached = new Set(edges.map(({ to }) => to));
  const nodes = Array.from({ length: size }, (_, at): FlowNode => {
    const id = `n${at}`;
    return { id, text: `Étape ${at}`, kind: at % 3 === 0 ? 'question' : left.has(id) ? 'step' : 'outcome' };
  });
  return { nodes, edges, starts: nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id) };
}

/** Which node leads to which over any number of arrows, by Warshall’s transitive closure. */
function closureOf({ nodes, edges }: Flow): (from: string, to: string) => boolean {
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const reach = nodes.map(() => nodes.map(() => false));
  const index = (id: string) => at.get(id) ?? 0;
  for (const { from, to } of edges) (reach[index(from)] as boolean[])[index(to)] = true;
  for (const [k] of nodes.entries())
    for (const row of reach) if (row[k]) for (const [j] of nodes.entries()) row[j] ||= reach[k]?.[j] === true;
  return (from, to) => reach[index(from)]?.[index(to)] === true;
}

/** The paths' problems as anybody would define them, in no hurry. */
function pathProblems(flow: Flow): string[] {
  const leadsTo = closureOf(flow);
  const ids = flow.nodes.map(({ id }) => id);
  if (ids.length === 0) return ['empty'];
  const starts = ids.filter((id) => !flow.edges.some(({ to }) => to === id));
  const roots = starts.length > 0 ? starts : ids.slice(0, 1);
  const unreachable = ids.filter((id) => !roots.some((root) => root === id || leadsTo(root, id)));
  // In an endless loop a node leads back to itself, and whatever it leads to leads back to it.
  const endless = ids.filter(
    (id) => leadsTo(id, id) && ids.every((other) => !leadsTo(id, other) || leadsTo(other, id)),
  );
  return [
    ...(starts.length === 0 ? [`no-start ${ids[0]}`] : []),
    ...starts.slice(1).map((id) => `second-start ${id}`),
    ...unreachable.map((id) => `unreachable ${id}`),
    ...endless.map((id) => `endless ${id}`),
  ].sort();
}

function foundPathProblems(flow: Flow): string[] {
  return checkFlow(flow, limits)
    .flatMap((problem) => {
      if (problem.kind === 'empty') return ['empty'];
      if (problem.kind === 'endless') return problem.nodes.map((id) => `endless ${id}`);
      const asked = ['no-start', 'second-start', 'unreachable'].includes(problem.kind);
      return asked ? [`${problem.kind} ${problem.node}`] : [];
    })
    .sort();
}

const anyFlow = fc.integer({ min: 0, max: 14 }).chain((size) => {
  const node = fc.nat({ max: Math.max(0, size - 1) });
  const edge = fc.tuple(node, node, fc.constantFrom('', 'Oui', ' oui', 'Non'));
  return fc
    .array(edge, { maxLength: size === 0 ? 0 : Math.ceil(size * 1.6) })
    .map((edges) => flowFrom(size, edges));
});

describe('the checks of any flow', () => {
  it('agree with a naive reference on starts, reach and loops', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        expect(foundPathProblems(flow)).toEqual(pathProblems(flow));
      }),
      { numRuns: 1500 },
    );
  });

  it('name each endless loop once, all of its nodes leading to each other', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const leadsTo = closureOf(flow);
        const loops = checkFlow(flow, limits).filter((problem) => problem.kind === 'endless');
        const all = loops.flatMap(({ nodes }) => nodes);
        expect(new Set(all).size).toBe(all.length);
        for (const { node, nodes } of loops) {
          expect(node).toBe(nodes[0]);
          expect(nodes.every((a) => nodes.every((b) => leadsTo(a, b)))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agree with a naive reference on answers', () => {
    const fold = (answer: string) => answer.trim().toLowerCase();
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const expected = flow.nodes.flatMap(({ id, kind }) => {
          const ways = flow.edges.filter(({ from }) => from === id);
          const few = kind === 'question' && ways.length < 2 ? ['few-answers'] : [];
          if (ways.length < 2) return few;
          return ways.flatMap(({ answer }, at) => {
            if (fold(answer) === '') return ['unlabelled-answer'];
            const before = ways.slice(0, at).some((way) => fold(way.answer) === fold(answer));
            return before ? ['same-answer'] : [];
          });
        });
        const found = checkFlow(flow, limits).map(({ kind }) => kind);
        const asked = found.filter(
          (kind) => kind.endsWith('-answers') || kind.endsWith('d-answer') || kind === 'same-answer',
        );
        expect(asked.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('come to an end on a chain of 20,000 nodes, a circle of them and a bush of answers', () => {
    const size = 20_000;
    const chain = Array.from({ length: size - 1 }, (_, at) => [at, at + 1, ''] as const);
    const large = { ...limits, maxNodes: size };
    const plain = (flow: Flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) => ({ ...node, kind: 'step' as const })),
    });
    expect(checkFlow(plain(flowFrom(size, chain)), large)).toEqual([]);
    const circle = checkFlow(plain(flowFrom(size, [...chain, [size - 1, 0, '']])), large);
    expect(circle.map(({ kind }) => kind)).toEqual(['no-start', 'endless']);
    const bush = Array.from({ length: size - 1 }, (_, at) => [0, at + 1, `Réponse ${at}`] as const);
    expect(checkFlow(plain(flowFrom(size, bush)), large)).toEqual([]);
  });
});
