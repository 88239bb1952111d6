// An import is a union by key: however items are spread over files, devices and days, nothing is lost and nothing counts twice.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeedbackFile } from '../../src/field/feedback-file.ts';
import type { Ledger } from '../../src/field/ledger.ts';
import { type FieldState, type ImportSource, planImport } from '../../src/field/plan-import.ts';
import { receiptLedger } from '../../src/field/receipt-ledger.ts';
import { voteLedger } from '../../src/field/vote-ledger.ts';
import type { FieldItem } from '../../src/model/field-item.ts';

const nothing = <Entry>(): Ledger<Entry> => ({ entries: [], problems: [], texts: new Map() });
const empty: FieldState = {
  name: 'Essai',
  feedback: { files: [], problems: [] },
  votes: nothing(),
  receipts: nothing(),
};

/** What the base holds once `plan` is written. */
function carryOut(state: FieldState, sources: readonly ImportSource[]): FieldState {
  const { changes } = planImport(sources, state);
  const files = changes.flatMap(({ path, after: text }) => {
    const parsed = path.endsWith('.yaml') ? parseFeedbackFile(text) : undefined;
    return parsed?.ok ? [{ path, text, record: parsed.record }] : [];
  });
  const ledger = <Entry>(
    before: Ledger<Entry>,
    folder: string,
    parse: (line: string) => Entry | undefined,
  ): Ledger<Entry> => {
    const texts = new Map(before.texts);
    for (const { path, after } of changes)
      if (path.startsWith(`${folder}/`) && path.endsWith('.txt')) texts.set(path, after);
    const lines = [...texts.values()].flatMap((text) => text.split('\n').filter(Boolean));
    return { texts, problems: [], entries: lines.map((line) => parse(line) as Entry) };
  };
  return {
    ...state,
    feedback: { files: [...state.feedback.files, ...files], problems: [] },
    votes: ledger(state.votes, voteLedger.folder, voteLedger.parse),
    receipts: ledger(state.receipts, receiptLedger.folder, receiptLedger.parse),
  };
}

/** A base's content, whatever the order in which it came. */
function contentOf({ feedback, votes, receipts }: FieldState) {
  return {
    feedback: feedback.files.map(({ path, text }) => `${path}\n${text}`).sort(),
    votes: [...votes.texts].sort(),
    receipts: [...receipts.texts].sort(),
  };
}

const about = fc.record({
  id: fc.constantFrom('a', 'b'),
  lang: fc.constantFrom('fr', 'en'),
  version: fc.constantFrom('0123456789ab', '111111111111'),
});
const on = fc.constantFrom('2026-10-31', '2026-11-01', '2027-01-01');
const item = fc.oneof(
  fc.record({
    kind: fc.constant('receipt'),
    on,
    about,
    reader: fc.constantFrom('lea', 'hery rakoto', undefined),
  }),
  fc.record({
    kind: fc.constant('feedback'),
    on,
    about,
    lang: fc.constant('fr'),
    verdict: fc.constantFrom('wrong', 'helpful'),
    comment: fc.constantFrom(undefined, 'Un mot.'),
  }),
);
/** Items whose keys follow from their content, so that two devices may hold the same. */
const items = fc.array(item, { maxLength: 12 }).map((list) =>
  list.map(
    (one) =>
      ({
        ...one,
        key: createHash('sha256').update(JSON.stringify(one)).digest('hex'),
      }) as unknown as FieldItem,
  ),
);

describe('an import', () => {
  it('gives the same base in whatever files, order and number of imports the items come', () => {
    fc.assert(
      fc.property(items, fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }), (all, where) => {
        const source = (list: readonly FieldItem[]): ImportSource => ({ base: 'Essai', items: list });
        const parts = [0, 1, 2].map((part) => source(all.filter((_, index) => where[index] === part)));
        const whole = contentOf(carryOut(empty, [source(all)]));
        const apart = parts.reduceRight(
          (state, part) => carryOut(carryOut(state, [part]), [part, source(all.slice(0, 3))]),
          empty,
        );
        expect(contentOf(apart)).toEqual(whole);
        expect(planImport([source(all)], apart).changes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('takes ten thousand items at once', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, index): FieldItem => ({
        kind: 'receipt',
        key: `k${index}`,
        on: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}` as FieldItem['on'],
        about: { id: 'a', lang: 'fr', version: '0123456789ab' },
        reader: `lecteur-${Math.floor(index / 28)}`,
      }),
    );
    const { added, known, changes } = planImport([{ base: 'Essai', items: [...many, ...many] }], empty);
    expect([added.receipts.length, known, changes.length]).toEqual([10_000, 10_000, 1]);
    expect(changes[0]?.after.split('\n')).toHaveLength(10_001);
  });
});
