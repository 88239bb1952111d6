// The outline of a flow: order, nesting, references, and that it ends on every graph.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutlineStep, outlineFlow } from '../../src/flow/outline.ts';
import type { Flow, FlowEdge, FlowNodeKind } from '../../src/model/flow.ts';

function flowOf(
  kinds: Record<string, FlowNodeKind>,
  edges: [from: string, to: string, answer?: string][],
): Flow {
  const nodes = Object.entries(kinds).map(([id, kind]) => ({ id, text: id.toUpperCase(), kind }));
  const reached = new Set(edges.map(([, to]) => to));
  return {
    nodes,
    edges: edges.map(([from, to, answer = '']): FlowEdge => ({ from, to, answer })),
    starts: nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id),
  };
}

/** One line per step, indented by level: enough to see the whole shape. */
function sketch(steps: readonly OutlineStep[], level = ''): string[] {
  return steps.flatMap(({ number, id, see, exitLabel, answers }) => [
    `${level}${number} ${id}${exitLabel ? ` (${exitLabel})` : ''}${see ? ` → ${see}` : ''}`,
    ...answers.flatMap((way) => [
      `${level}- ${way.answer}${way.see ? ` → ${way.see}` : ''}`,
      ...sketch(way.items, `${level}  `),
    ]),
  ]);
}

function everyStep(steps: readonly OutlineStep[]): OutlineStep[] {
  return steps.flatMap((step) => [step, ...step.answers.flatMap((way) => everyStep(way.items))]);
}

function depthOf(steps: readonly OutlineStep[]): number {
  return (
    1 +
    Math.max(
      0,
      ...steps.flatMap((step) => step.answers.map((way) => (way.items.length > 0 ? depthOf(way.items) : 0))),
    )
  );
}

describe('the outline', () => {
  it('keeps a chain at one level, nests answers and refers to what was shown', () => {
    const flow = flowOf({ a: 'step', q: 'question', b: 'step', c: 'step', d: 'outcome' }, [
      ['a', 'q'],
      ['q', 'b', 'Oui'],
      ['q', 'c', 'Non'],
      ['b', 'd'],
      ['c', 'd', 'ensuite'],
    ]);
    expect(sketch(outlineFlow(flow))).toEqual([
      '1 a',
      '2 q',
      '- Oui',
      '  3 b',
      '  4 d',
      '- Non',
      '  5 c (ensuite) → 4',
    ]);
  });

  it('ends on a cycle and refers back', () => {
    const flow = flowOf({ a: 'step', b: 'step' }, [
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(sketch(outlineFlow(flow))).toEqual(['1 a', '2 b → 1']);
  });

  it('shows several starts and parts that no start leads to', () => {
    const flow = flowOf({ a: 'step', b: 'outcome', c: 'outcome', x: 'step', y: 'step' }, [
      ['a', 'b'],
      ['x', 'y'],
      ['y', 'x'],
    ]);
    expect(sketch(outlineFlow(flow))).toEqual(['1 a', '2 b', '3 c', '4 x', '5 y → 4']);
  });

  it('nests no deeper than six levels; what is deeper follows at the outermost one', () => {
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`);
    const flow = flowOf(
      Object.fromEntries(names.map((name) => [name, 'question' as const])),
      names.slice(1).map((name, index) => [names[index] ?? '', name, 'Oui']),
    );
    const outline = outlineFlow(flow);
    expect(depthOf(outline)).toBe(6);
    expect(everyStep(outline)).toHaveLength(500);
  });

  const anyFlow = fc.integer({ min: 0, max: 30 }).chain((size) => {
    const id = fc.nat({ max: Math.max(0, size - 1) }).map((index) => `n${index}`);
    const edge = fc.tuple(id, id, fc.constantFrom('', 'Oui', 'Non')) as fc.Arbitrary<
      [string, string, string]
    >;
    const kinds = fc.array(fc.constantFrom<FlowNodeKind>('step', 'question', 'outcome'), {
      minLength: size,
      maxLength: size,
    });
    return fc
      .tuple(kinds, fc.array(edge, { maxLength: size * 3 }))
      .map(([list, edges]) =>
        flowOf(Object.fromEntries(list.map((kind, index) => [`n${index}`, kind])), size === 0 ? [] : edges),
      );
  });

  it('shows every node exactly once, numbered in reading order, whatever the graph', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const steps = everyStep(outlineFlow(flow));
        expect(steps.map(({ id }) => id).toSorted()).toEqual(flow.nodes.map(({ id }) => id).toSorted());
        expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
      }),
    );
  });

  it('follows every edge once: into the next step, into an answer, or by a reference that exists', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const outline = outlineFlow(flow);
        const byNumber = new Map(everyStep(outline).map((step) => [step.number, step.id]));
        const found: string[] = [];
        const collect = (steps: readonly OutlineStep[]) => {
          for (const [index, step] of steps.entries()) {
            const exits = flow.edges.filter((edge) => edge.from === step.id);
            const continues = exits.length === 1 && step.answers.length === 0;
            if (continues)
              found.push(
                `${step.id}>${step.see === undefined ? steps[index + 1]?.id : byNumber.get(step.see)}`,
              );
            for (const way of step.answers) {
              found.push(`${step.id}>${way.see === undefined ? way.items[0]?.id : byNumber.get(way.see)}`);
              collect(way.items);
            }
          }
        };
        collect(outline);
        expect(found.toSorted()).toEqual(flow.edges.map(({ from, to }) => `${from}>${to}`).toSorted());
      }),
    );
  });
});
