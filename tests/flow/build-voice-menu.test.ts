// Which flows are voice menus, and which ask too much of a caller.
import { describe, expect, it } from 'vitest';
import { buildVoiceMenu, findExcess } from '../../src/flow/build-voice-menu.ts';
import type { Flow } from '../../src/model/flow.ts';
import { recordingsOf, type VoiceMenu } from '../../src/model/voice-menu.ts';

describe('a flow', () => {
  const flowOf = (lines: readonly (readonly [string, string, string])[]): Flow => {
    const ids = [...new Set(lines.flatMap(([from, , to]) => [from, to]))];
    return {
      nodes: ids.map((id) => ({ id, text: id, kind: 'step' })),
      edges: lines.map(([from, answer, to]) => ({ from, to, answer })),
      starts: ids.filter((id) => lines.every(([, , to]) => to !== id)),
    };
  };
  const problemsOf = (lines: readonly (readonly [string, string, string])[], transfers = {}) =>
    buildVoiceMenu(flowOf(lines), { prompts: new Map(), transfers }).problems;

  it('whose answers have no key of their own is no menu', () => {
    expect(
      problemsOf([
        ['a', 'Oui', 'b'],
        ['a', '1 Non', 'c'],
        ['a', '1', 'd'],
        ['a', '12 Douze', 'c'],
      ]),
    ).toEqual([
      { kind: 'no-key', node: 'a', answer: 'Oui' },
      { kind: 'same-key', node: 'a', key: '1' },
      { kind: 'no-key', node: 'a', answer: '12 Douze' },
    ]);
  });

  it('whose messages go round without a key is no menu, and one that comes back by a key is', () => {
    expect(
      problemsOf([
        ['a', '', 'b'],
        ['b', '', 'c'],
        ['c', '', 'b'],
      ]),
    ).toEqual([{ kind: 'no-pause', node: 'b' }]);
    expect(
      problemsOf([
        ['a', '', 'b'],
        ['b', '* Réécouter', 'a'],
        ['b', '1', 'c'],
      ]),
    ).toEqual([]);
  });

  it('that says what no telephone knows is no menu', () => {
    const said = new Map([['a', [{ name: 'a', text: 'Bonjour {{customer.first_name|Madame}}.' }]]]);
    const { menu, problems } = buildVoiceMenu(flowOf([['a', '1', 'b']]), { prompts: said, transfers: {} });
    expect(problems).toEqual([{ kind: 'unfilled', node: 'a', place: 'customer.first_name' }]);
    expect(menu).toBeUndefined();
  });

  it('transfers from its ends alone', () => {
    expect(problemsOf([['a', '1', 'b']], { a: 'tel:1234', z: 'tel:1234', toString: 'tel:1234' })).toEqual([
      { kind: 'transfer-leads-on', node: 'a' },
      { kind: 'unknown-transfer', node: 'z' },
      { kind: 'unknown-transfer', node: 'toString' },
    ]);
  });

  it('is too deep, too wide or too long to listen to where the limits say so', () => {
    const { menu } = buildVoiceMenu(
      flowOf([
        ['a', '1', 'b'],
        ['a', '2', 'x'],
        ['b', '1', 'c'],
        ['b', '* Retour', 'a'],
        ['c', '1', 'd'],
      ]),
      { prompts: new Map([['c', [{ name: 'c', text: 'mot '.repeat(60) }]]]), transfers: {} },
    );
    expect(findExcess(menu as VoiceMenu, { choices: 1, depth: 2, promptSeconds: 20 })).toEqual([
      { kind: 'choices', node: 'a', count: 2 },
      { kind: 'choices', node: 'b', count: 2 },
      { kind: 'depth', node: 'c', count: 3 },
      { kind: 'seconds', node: 'c', count: 24 },
    ]);
  });

  it('records once what several steps say', () => {
    const hours = { name: 'horaires', text: 'De 8 h à 20 h.' };
    const { menu } = buildVoiceMenu(
      flowOf([
        ['a', '1', 'b'],
        ['a', '2', 'c'],
      ]),
      {
        prompts: new Map([
          ['b', [hours]],
          ['c', [hours]],
        ]),
        transfers: {},
      },
    );
    expect(recordingsOf(menu as VoiceMenu)).toEqual([hours]);
  });
});
