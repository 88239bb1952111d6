// A step is detailed by the section whose heading says the same.
import { describe, expect, it } from 'vitest';
import { tieDetails } from '../../src/flow/tie-details.ts';
import type { Flow } from '../../src/model/flow.ts';

const flow: Flow = {
  nodes: [
    { id: 'a', text: 'Vérifier le suivi', kind: 'step' },
    { id: 'b', text: 'Colis perdu ?', kind: 'question' },
    { id: 'c', text: 'Clore', kind: 'outcome' },
  ],
  edges: [],
  starts: ['a'],
};
const heading = (text: string, slug: string) => ({ text, slug, depth: 2, line: 1, column: 1 });

describe('the details of a flow', () => {
  it('are the sections whose headings say what its labels say, whatever their case, spaces and end marks', () => {
    const headings = [
      heading('vérifier  le suivi', 'vérifier-le-suivi'),
      heading('Colis perdu\u00A0?', 'colis-perdu'),
      heading('Vérifier le suivi', 'vérifier-le-suivi-1'),
      heading('Autre chose', 'autre-chose'),
      heading('', ''),
    ];
    expect([...tieDetails(flow, headings)]).toEqual([
      ['a', 'vérifier-le-suivi'],
      ['b', 'colis-perdu'],
    ]);
  });
});
