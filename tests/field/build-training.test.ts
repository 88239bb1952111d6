import { describe, expect, it } from 'vitest';
import { buildTraining } from '../../src/field/build-training.ts';
import type { Receipt } from '../../src/field/receipt-ledger.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import type { Roster } from '../../src/model/roster.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-11-16' as IsoDate;
const base = memoryBase({
  'content/a.md': exampleArticle({ acknowledge: 'true' }),
  'content/b.md': exampleArticle({ id: 'b' }),
  'content/q.md': exampleArticle(
    { id: 'q', type: 'quiz', formerly: '[ancien-q]' },
    '## Combien ?\n\n- [x] 1\n- [ ] 2\n',
  ),
  'paths/p.yaml':
    'title: { fr: Premiers jours }\nowner: livraison\nsteps: [colis-en-retard, b, q, { guide: colis-en-retard }, inconnu]\nchallenge: { from: 2026-11-10, until: 2026-11-12 }\n',
});
const roster: Roster = {
  teams: new Map([
    ['lyon', { name: 'Lyon', audience: 'internal' }],
    ['lille', { name: 'Lille', audience: 'internal' }],
    ['dehors', { name: 'Dehors', audience: 'partner' }],
  ]),
  people: new Map([
    ['lea', { name: 'Léa', team: 'lyon' }],
    ['tom', { name: 'Tom', team: 'lille' }],
    ['ana', { name: 'Ana', team: 'lille' }],
    ['partie', { name: 'Partie', team: 'lille', until: '2026-11-01' as IsoDate }],
    ['zoe', { name: 'Zoé', team: 'dehors' }],
  ]),
};

function receipt(
  on: string,
  id: string,
  reader: string | undefined,
  score?: readonly [number, number],
): Receipt {
  return {
    on: on as IsoDate,
    about: { id, lang: 'fr', version: '0123456789ab' },
    reader,
    score: score && { right: score[0], of: score[1] },
  };
}

const receipts = [
  receipt('2026-11-13', 'q', 'lea', [5, 5]),
  receipt('2026-11-11', 'ancien-q', 'lea', [4, 5]),
  receipt('2026-11-10', 'q', 'lea', [2, 5]),
  receipt('2026-11-09', 'colis-en-retard', 'lea'),
  receipt('2026-11-12', 'q', 'tom', [1, 5]),
  receipt('2026-11-12', 'q', 'partie', [5, 5]),
  receipt('2026-11-12', 'q', 'zoe', [5, 5]),
  receipt('2026-11-12', 'q', undefined, [5, 5]),
  receipt('2026-11-12', 'q', 'inconnue', [5, 5]),
];

describe('who has done what of their training', () => {
  const [path] = buildTraining(base, roster, receipts, today).paths;

  it('follows the steps of which a receipt can tell, a guide with its article, and leaves unknown ones out', () => {
    expect(path?.steps.map(({ id, tracked }) => `${id} ${tracked}`)).toEqual([
      'colis-en-retard true',
      'b false',
      'q true',
    ]);
  });

  it('gives the first day, the best score and the last one, receipts under a former id included', () => {
    const lea = path?.people.find(({ reader }) => reader === 'lea');
    expect(lea).toMatchObject({ done: 2, of: 2 });
    expect(lea?.steps).toEqual([
      { id: 'colis-en-retard', doneOn: '2026-11-09', best: null, last: null },
      { id: 'q', doneOn: '2026-11-10', best: { right: 5, of: 5 }, last: { right: 5, of: 5 } },
    ]);
  });

  it('counts who is in a team that the path is for today, and nobody else', () => {
    expect(path?.people.map(({ reader }) => reader)).toEqual(['lea', 'tom', 'ana']);
    expect(path?.teams).toEqual([
      { team: 'lyon', name: 'Lyon', people: 1, begun: 1, finished: 1 },
      { team: 'lille', name: 'Lille', people: 2, begun: 1, finished: 0 },
    ]);
  });

  it('ranks the teams of a challenge by the best scores between its dates', () => {
    expect(path?.challenge?.teams).toEqual([
      { team: 'lyon', name: 'Lyon', people: 1, taking: 1, right: 4, of: 5, percent: 80 },
      { team: 'lille', name: 'Lille', people: 2, taking: 1, right: 1, of: 5, percent: 20 },
    ]);
  });
});
