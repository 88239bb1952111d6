// Counts of many devices, in any order and however often: the sums of a month are the same, and every sending is in them once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/field/ledger.ts';
import { planUsageImport } from '../../src/field/plan-usage-import.ts';
import { type UsageEntry, usageLedger } from '../../src/field/usage-ledger.ts';
import { type CounterKind, counterKinds, type FieldItem } from '../../src/model/field-item.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';

const today = '2026-11-16' as IsoDate;

/** The ledger that files with these texts hold, read as `readLedger` does. */
function ledgerOf(texts: ReadonlyMap<string, string>): Ledger<UsageEntry> {
  const entries = new Map<string, UsageEntry>();
  const problems = [];
  for (const [path, text] of texts)
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '' || line.startsWith('#')) continue;
      const entry = usageLedger.parse(line);
      if (entry) entries.set(usageLedger.identify(entry), entry);
      else problems.push({ path, line: index + 1, column: 1, wording: { fr: 'Ligne', en: 'Line' } });
    }
  return { entries: [...entries.values()], problems, texts };
}

const nothing = ledgerOf(new Map());

function importAll(batches: readonly (readonly FieldItem[])[]): ReadonlyMap<string, string> {
  let texts: ReadonlyMap<string, string> = new Map();
  for (const batch of batches) {
    const { changes } = planUsageImport(batch, ledgerOf(texts), today);
    for (const { path, before } of changes) expect(before).toBe(texts.get(path));
    texts = new Map([...texts, ...changes.map(({ path, after }) => [path, after] as const)]);
  }
  return texts;
}

const usage = (key: string, counters: readonly [CounterKind, string, number][], on = today): FieldItem => ({
  kind: 'usage',
  key,
  on,
  counters: counters.map(([of, what, count]) => ({ of, what, count })),
});
const presence = (reader: string | undefined, on = today): FieldItem => ({
  kind: 'presence',
  key: `p:${on}:${reader}`,
  on,
  reader,
});

const items = fc
  .uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z0-9]{1,8}$/),
      on: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-16') as fc.Arbitrary<IsoDate>,
      counters: fc.array(
        fc.tuple(
          fc.constantFrom(...counterKinds),
          fc.constantFrom('fr/a', 'fr/b#q1 → Oui', 'où est\nmon colis'),
          fc.integer({ min: 1, max: 9 }),
        ),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { selector: ({ key }) => key, maxLength: 12 },
  )
  .map((all) => all.map(({ key, on, counters }) => usage(key, counters, on)));

describe('an import of counts', () => {
  it('gives one ledger, whatever the order, the batches and the repetitions', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat()), (all, size, chance) => {
        const at = chance[Symbol.iterator]();
        const mixed = [...all, ...all.slice(0, 3)]
          .map((item) => ({ item, place: at.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item);
        const batches = Array.from({ length: Math.ceil(mixed.length / size) }, (_, index) =>
          mixed.slice(index * size, (index + 1) * size),
        );
        expect([...importAll(batches)].sort()).toEqual([...importAll([all])].sort());
        const counted = [...importAll([all]).values()].join('');
        const sum = [...counted.matchAll(/^\S+ (?!from|present)\S+ (\d+) /gm)].reduce(
          (total, [, count]) => total + Number(count),
          0,
        );
        expect(sum).toBe(
          all.reduce(
            (total, item) =>
              total + (item.kind === 'usage' ? item.counters.reduce((own, { count }) => own + count, 0) : 0),
            0,
          ),
        );
      }),
    );
  });

  it('adds three devices up by day, and knows each sending again', () => {
    const devices = ['a', 'b', 'c'].map((key) => [
      usage(key, [
        ['view', 'fr/colis-perdu', 2],
        ['search-empty', 'parrainage', 1],
      ]),
      presence('claire'),
    ]);
    expect(importAll([...devices, ...devices])).toEqual(
      new Map([
        [
          'usage/2026-11.txt',
          '2026-11-16 from a\n2026-11-16 from b\n2026-11-16 from c\n2026-11-16 present claire\n2026-11-16 search-empty 3 parrainage\n2026-11-16 view 6 fr/colis-perdu\n',
        ],
      ]),
    );
    const again = planUsageImport(devices.flat(), ledgerOf(importAll(devices)), today);
    expect(again).toMatchObject({ changes: [], known: 6, added: { sendings: 0, presences: 0 } });
  });

  it('leaves out what a clock a year ahead dated, and searches about somebody', () => {
    const plan = planUsageImport(
      [
        usage('a', [['view', 'fr/a', 1]], '2027-11-16' as IsoDate),
        usage('b', [
          ['search-empty', 'lea.martin@courriel.example.com 06 12 34 56 78', 1],
          ['search-left', 'colis\u0000\u2028perdu', 1],
        ]),
        presence(undefined),
      ],
      nothing,
      today,
    );
    expect(plan).toMatchObject({ ahead: 1, masked: 1, added: { sendings: 1, presences: 0 } });
    expect(plan.changes.map(({ after }) => after)).toEqual([
      '2026-11-16 from b\n2026-11-16 search-left 1 colis perdu\n',
    ]);
  });

  it('keeps what a person noted, and refuses a month with a merge that is not done', () => {
    const path = 'usage/2026-11.txt';
    const noted = planUsageImport(
      [usage('a', [['view', 'fr/a', 1]])],
      ledgerOf(new Map([[path, '# Grève\n2026-11-15 view 2 fr/a\n']])),
      today,
    );
    expect(noted.changes).toMatchObject([
      { path, after: '# Grève\n2026-11-15 view 2 fr/a\n2026-11-16 from a\n2026-11-16 view 1 fr/a\n' },
    ]);
    const broken = ledgerOf(new Map([[path, '<<<<<<< HEAD\n2026-11-15 view 2 fr/a\n']]));
    expect(() => planUsageImport([usage('a', [['view', 'fr/a', 1]])], broken, today)).toThrow('Line');
  });

  it('takes 10,000 items at once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => usage(`k${index}`, [['view', 'fr/a', 1]]));
    const [change] = planUsageImport(many, nothing, today).changes;
    expect(change?.after).toContain('2026-11-16 view 10000 fr/a\n');
  });
});
