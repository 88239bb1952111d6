// The case note, word for word, in both languages.
import { describe, expect, it } from 'vitest';
import { type CasePart, writeCaseNote } from '../../site/case-note.ts';
import { guideWordsFor } from '../../site/locales/guide-words.ts';

const english = guideWordsFor('en').note;
const other: CasePart = {
  title: 'Check a double charge',
  facts: ['Article: double-charge (en)', 'Not validated'],
  steps: [{ text: 'Two lines of the same amount?', answer: 'Yes', parts: [] }],
  last: { text: 'Double charge', isOutcome: true, parts: [] },
};
const part: CasePart = {
  title: 'Refund an order',
  facts: [
    'Article: refund (en)',
    'Version: 980e2684047b',
    'Validated by Claire Vasseur on 14 September 2026',
  ],
  steps: [
    { text: 'Open the order', parts: [] },
    { text: 'Delivered?', answer: 'No', parts: [] },
  ],
  last: { text: 'Refund in full', isOutcome: true, parts: [] },
};

describe('the case note', () => {
  it('tells article, version, approval, day, each question with its answer, and the outcome', () => {
    expect(writeCaseNote(part, '16 November 2026', english)).toBe(`Refund an order
Article: refund (en)
Version: 980e2684047b
Validated by Claire Vasseur on 14 September 2026
Guide followed on 16 November 2026

1. Open the order
2. Delivered? — No

Outcome: Refund in full`);
  });

  it('says in French where a guide stopped that did not come to an outcome', () => {
    const stopped: CasePart = {
      ...part,
      facts: [],
      steps: [],
      last: { text: 'Colis livré\u202f?', isOutcome: false, parts: [] },
    };
    expect(writeCaseNote(stopped, '1er mars 2027', guideWordsFor('fr-CA').note)).toBe(
      'Refund an order\nGuide suivi le 1er mars 2027\n\nArrêt à l’étape\u00a0: Colis livré\u202f?',
    );
  });

  it('tells what was decided in other articles below the step that led there', () => {
    const steps = [{ text: 'Charged twice?', answer: 'Yes', parts: [other] }];
    expect(writeCaseNote({ ...part, facts: [], steps }, '16 November 2026', english)).toBe(`Refund an order
Guide followed on 16 November 2026

1. Charged twice? — Yes
   Check a double charge
   Article: double-charge (en)
   Not validated
   1. Two lines of the same amount? — Yes

   Outcome: Double charge

Outcome: Refund in full`);
  });

  it('leaves the end to the other article while that one is being followed', () => {
    const last = { text: 'Check the charge', isOutcome: false, parts: [other] };
    const note = writeCaseNote({ ...part, facts: [], last }, '16 November 2026', english);
    expect(note).toContain('2. Delivered? — No\n3. Check the charge\n   Check a double charge\n');
    expect(note).toMatch(/\n {3}Outcome: Double charge$/);
    expect(note).not.toContain('Stopped');
  });
});
