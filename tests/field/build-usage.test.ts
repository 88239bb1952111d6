// The figures of use: what is read, sought in vain, followed and left, and by how many of the team.
import { describe, expect, it } from 'vitest';
import { buildUsage, countViews } from '../../src/field/build-usage.ts';
import { type UsageEntry, usageLedger } from '../../src/field/usage-ledger.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-11-16' as IsoDate;
const day = (text: string) => text as IsoDate;

const base = await memoryBase({
  'kb.config.yaml': baseConfig,
  'content/a.md': articleText('colis-perdu', 'Texte.', {
    title: 'Colis perdu',
    keywords: '[chèque cadeau]',
    formerly: '[paquet-perdu]',
  }),
  'content/b.md': articleText('remboursement', 'Texte.', { title: 'Remboursement', type: 'decision' }),
  'content/c.md': articleText('jamais', 'Texte.', { title: 'Jamais ouvert' }),
  'content/d.md': articleText('nouveau', 'Texte.', { title: 'Tout neuf', effective: '2026-11-10' }),
  'content/e.md': articleText('perime', 'Texte.', { title: 'Périmé', expires: '2026-01-01' }),
});

function entries(...lines: string[]): UsageEntry[] {
  return lines.map((line) => usageLedger.parse(line) ?? expect.fail(line));
}

const figures = (lines: string[], options: Partial<Parameters<typeof buildUsage>[2]> = {}) =>
  buildUsage(base, entries(...lines), { today, days: 30, votes: [], ...options });

describe('the figures of use', () => {
  it('add views up over the days asked for, by earlier ids too', () => {
    const lines = [
      '2026-11-16 view 2 fr/colis-perdu',
      '2026-11-01 view 3 fr/paquet-perdu',
      '2026-10-17 view 100 fr/colis-perdu',
      '2026-11-17 view 100 fr/colis-perdu',
      '2026-11-02 view 4 fr/remboursement',
      '2026-11-02 view 7 fr/inconnu',
      '2026-11-02 view 1 <script>',
    ];
    const usage = figures(lines);
    expect(usage.mostRead.map(({ id, count }) => [id, count])).toEqual([
      ['colis-perdu', 5],
      ['remboursement', 4],
    ]);
    expect(usage).toMatchObject({ views: 9, unknown: 8, since: '2026-10-18', from: '2026-10-17' });
    expect(countViews(entries(...lines), base, today)).toEqual(
      new Map([
        ['content/a.md', 5],
        ['content/b.md', 4],
      ]),
    );
    expect(countViews([], base, today)).toBeUndefined();
  });

  it('name what was in force for the whole time and nobody opened', () => {
    expect(figures(['2026-11-16 view 2 fr/colis-perdu']).neverRead.map(({ id }) => id)).toEqual([
      'remboursement',
      'jamais',
    ]);
    expect(figures([]).neverRead).toEqual([]);
  });

  it('suggest an article for a search in vain, or that one is missing', () => {
    const usage = figures([
      '2026-11-16 search-empty 2 cheques cadeaux',
      '2026-11-16 search-empty 5 parrainage',
      '2026-11-16 search-left 1 rembourcement',
      '2026-11-15 search-empty 1 cheques cadeaux',
    ]);
    expect(usage.notFound.map(({ query, count, meant }) => [query, count, meant?.id])).toEqual([
      ['parrainage', 5, undefined],
      ['cheques cadeaux', 3, 'colis-perdu'],
    ]);
    expect(usage.notOpened.map(({ meant }) => meant?.id)).toEqual(['remboursement']);
  });

  it('tell how a guide is followed, of steps that its flowchart no longer has too', () => {
    const usage = figures([
      '2026-11-16 answer 3 fr/remboursement#q1 → Oui',
      '2026-11-15 answer 1 fr/remboursement#q1 → Non',
      '2026-11-16 guide-left 2 fr/remboursement#q1',
      '2026-11-16 answer 1 fr/remboursement#q9 →',
      '2026-11-16 answer 1 fr/inconnu#q1 → Oui',
      '2026-11-16 answer 1 sans rien',
    ]);
    expect(usage.guides).toMatchObject([
      {
        id: 'remboursement',
        count: 5,
        left: 2,
        questions: [
          {
            node: 'q1',
            answers: [
              { answer: 'Oui', count: 3 },
              { answer: 'Non', count: 1 },
            ],
            left: 2,
          },
          { node: 'q9', text: null, answers: [{ answer: '', count: 1 }], left: 0 },
        ],
      },
    ]);
  });

  it('count who of today’s team was there, and nobody who has left', () => {
    const roster = {
      teams: new Map([['lyon', { name: 'Lyon', audience: 'internal' }]]),
      people: new Map([
        ['claire', { name: 'Claire', team: 'lyon' }],
        ['julien', { name: 'Julien', team: 'lyon' }],
        ['parti', { name: 'Parti', team: 'lyon', until: day('2026-11-15') }],
      ]),
    };
    const lines = [
      '2026-11-10 present claire',
      '2026-11-09 present julien',
      '2026-11-15 present parti',
      '2026-11-15 present inconnue',
    ];
    expect(figures(lines, { roster }).adoption).toEqual([
      { days: 7, active: 1, people: 2 },
      { days: 30, active: 2, people: 2 },
    ]);
    expect(figures(lines).adoption).toBeNull();
    expect(figures([], { roster }).adoption).toBeNull();
  });

  it('join votes of the ledger and votes that were only counted', () => {
    const vote = (on: string, verdict: 'helpful' | 'unhelpful') => ({
      on: day(on),
      about: { id: 'colis-perdu', lang: 'fr', version: '0123456789ab' },
      verdict,
      key: on + verdict,
    });
    const usage = figures(['2026-11-16 helpful 2 fr/colis-perdu'], {
      votes: [vote('2026-11-16', 'helpful'), vote('2026-11-16', 'unhelpful'), vote('2025-11-16', 'helpful')],
    });
    expect(usage.votes).toMatchObject([{ id: 'colis-perdu', helpful: 3, unhelpful: 1 }]);
  });

  it('of one owner hold nothing of the others', () => {
    const usage = figures(['2026-11-16 view 2 fr/colis-perdu', '2026-11-16 search-empty 5 parrainage'], {
      owner: 'retours',
    });
    expect(usage).toMatchObject({ mostRead: [], notFound: [], neverRead: [] });
  });
});
