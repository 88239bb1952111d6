// Questions that the context answers: by the words of the answers, or as the front matter says.
import { describe, expect, it } from 'vitest';
import { resolveAsks } from '../../src/flow/resolve-asks.ts';
import type { ContextVariable } from '../../src/model/context.ts';
import type { Flow } from '../../src/model/flow.ts';

const flow: Flow = {
  nodes: [
    { id: 'q', text: 'Où est le colis ?', kind: 'question' },
    { id: 'r', text: 'Parti ?', kind: 'question' },
    { id: 'f', text: 'Fin', kind: 'outcome' },
  ],
  edges: [
    { from: 'q', to: 'r', answer: 'En préparation' },
    { from: 'q', to: 'f', answer: ' expédiee' },
    { from: 'q', to: 'f', answer: 'lost' },
    { from: 'r', to: 'f', answer: 'Oui' },
    { from: 'r', to: 'f', answer: 'Non' },
  ],
  starts: ['q'],
};
const status: ContextVariable = {
  name: 'order.status',
  label: {},
  values: [
    { value: 'preparing', label: { fr: 'En préparation' } },
    { value: 'shipped', label: { fr: 'Expédiée', en: 'Shipped' } },
    { value: 'lost', label: {} },
  ],
  samples: [],
};
const name: ContextVariable = { name: 'customer.first_name', label: {}, values: undefined, samples: [] };
const resolve = (asks: Parameters<typeof resolveAsks>[0]) => resolveAsks(asks, flow, [status, name]);

describe('a question that a variable answers', () => {
  it('has the answer that says the value by its name or a label, whatever the case and accents', () => {
    expect(resolve({ q: { variable: 'order.status' } })).toEqual({
      asks: [
        {
          node: 'q',
          variable: 'order.status',
          ways: [
            ['preparing', 0],
            ['shipped', 1],
            ['lost', 2],
          ],
        },
      ],
      problems: [],
    });
  });

  it('has the answers that the front matter gives its values', () => {
    const answers = { oui: ['shipped', 'lost'], NON: ['preparing'] };
    expect(resolve({ r: { variable: 'order.status', answers } }).asks[0]?.ways).toEqual([
      ['preparing', 1],
      ['shipped', 0],
      ['lost', 0],
    ]);
  });

  it.each([
    [{ f: { variable: 'order.status' } }, ['no-question']],
    [{ x: { variable: 'order.status' } }, ['no-question']],
    [{ q: { variable: 'order.state' } }, ['unknown-variable']],
    [{ q: { variable: 'customer.first_name' } }, ['text-variable']],
    [{ r: { variable: 'order.status' } }, ['no-answer', 'no-answer', 'no-answer']],
    [
      { r: { variable: 'order.status', answers: { Peut: ['lost'], Oui: ['eaten'] } } },
      ['unknown-answer', 'unknown-value'],
    ],
    [
      { r: { variable: 'order.status', answers: { Oui: ['lost', 'shipped'], Non: ['lost'] } } },
      ['no-answer', 'several-answers'],
    ],
  ])('is left to the reader where something is wrong: %j', (asks, kinds) => {
    const { asks: resolved, problems } = resolve(asks);
    expect(resolved).toEqual([]);
    expect(problems.map(({ kind }) => kind)).toEqual(kinds);
  });
});
