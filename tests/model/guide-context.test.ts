// Guides whose questions the context answers, over generated flows, against what a reader would do by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/model/flow.ts';
import { choose, currentNode, type Guide, longestPath, startGuide, waysOn } from '../../src/model/guide.ts';
import {
  type AskedQuestion,
  answeredFromContext,
  followContext,
  knownWay,
  lastAnswered,
} from '../../src/model/guide-context.ts';

const values = ['u', 'v', 'w'];

/** A flow of up to eight nodes with ways anywhere, back too, and questions tied to two variables. */
const cases = fc
  .record({
    size: fc.integer({ min: 2, max: 8 }),
    edges: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 16 }),
    asks: fc.array(
      fc.tuple(fc.nat(7), fc.constantFrom('a.b', 'c.d'), fc.array(fc.nat(5), { minLength: 3, maxLength: 3 })),
      { maxLength: 8 },
    ),
    known: fc.record({
      'a.b': fc.option(fc.constantFrom(...values)),
      'c.d': fc.option(fc.constantFrom(...values)),
    }),
    choices: fc.array(fc.nat(5), { maxLength: 12 }),
  })
  .map(({ size, edges, asks, known, choices }) => {
    const id = (place: number) => `n${place % size}`;
    const nodes = Array.from({ length: size }, (_, place) => ({
      id: id(place),
      text: `Nœud ${place}`,
      kind: 'question' as const,
    }));
    const flow: Flow = {
      nodes,
      edges: edges.map(([from, to], place) => ({ from: id(from), to: id(to), answer: `r${place}` })),
      starts: ['n0'],
    };
    const byNode = new Map(
      asks.map(([place, variable, ways]): [string, AskedQuestion] => {
        const count = flow.edges.filter(({ from }) => from === id(place)).length;
        return [
          id(place),
          {
            node: id(place),
            variable,
            ways:
              count === 0 ? [] : values.map((value, index) => [value, (ways[index] ?? 0) % count] as const),
          },
        ];
      }),
    );
    const values_ = Object.entries(known).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    );
    return { flow, asks: [...byNode.values()], known: new Map(values_), choices };
  });

/** The reader's own choices, as far as they lead. */
function walk(flow: Flow, choices: readonly number[]): Guide {
  let guide = startGuide(flow);
  for (const choice of choices) {
    const ways = waysOn(guide).length;
    if (ways === 0) break;
    guide = choose(guide, choice % ways);
  }
  return guide;
}

describe('a guide that the context leads', () => {
  it('passes questions that are tied and known, each by the way of its value, and stops', () => {
    let passed = 0;
    fc.assert(
      fc.property(cases, ({ flow, asks, known, choices }) => {
        const from = walk(flow, choices);
        let at = from;
        for (const next of followContext(from, asks, known)) {
          const question = asks.find(({ node }) => node === currentNode(at)?.id);
          const value = known.get(question?.variable ?? '');
          expect(next.path).toEqual([...at.path, question?.ways.find(([each]) => each === value)?.[1]]);
          at = next;
          passed++;
        }
        expect(at.path.length).toBeLessThanOrEqual(longestPath);
        // Where it stops, nothing is known, or the question was met on this very way.
        const met = followContext(from, asks, known).map(
          (_, index, all) => currentNode(index === 0 ? from : (all[index - 1] as Guide))?.id,
        );
        if (knownWay(at, asks, known) !== undefined) expect(met).toContain(currentNode(at)?.id);
        expect(lastAnswered(at, asks, known)).toBeGreaterThanOrEqual(at.path.length - from.path.length);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(200);
  });

  it('leaves a variable to the reader who once answered otherwise', () => {
    fc.assert(
      fc.property(cases, ({ flow, asks, known, choices }) => {
        const guide = walk(flow, choices);
        const fromContext = answeredFromContext(guide, asks, known);
        const overruled = new Set<string>();
        let at = startGuide(flow);
        for (const [depth, choice] of guide.path.entries()) {
          const question = asks.find(({ node }) => node === currentNode(at)?.id);
          const way = question?.ways.find(([value]) => value === known.get(question.variable))?.[1];
          expect(fromContext[depth]).toBe(way !== undefined && way === choice);
          if (question && way !== undefined && way !== choice) overruled.add(question.variable);
          at = choose(at, choice);
        }
        const question = asks.find(({ node }) => node === currentNode(guide)?.id);
        if (question && overruled.has(question.variable)) {
          expect(knownWay(guide, asks, known)).toBeUndefined();
          expect(followContext(guide, asks, known)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
