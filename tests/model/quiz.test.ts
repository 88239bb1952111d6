import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQuestions, isAnsweredRight, isPassed, judgeQuiz, percentOf } from '../../src/model/quiz.ts';

/** Numbers from 0 to 1 that follow from `seed` (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('a quiz', () => {
  it('draws as many different questions as it says, and all where it has no more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat({ max: 20 }), fc.integer(), (questions, count, seed) => {
        const drawn = drawQuestions(questions, count, seeded(seed));
        expect(drawn).toHaveLength(Math.min(count, questions.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(questions).toEqual(expect.arrayContaining(drawn));
      }),
    );
    expect(drawQuestions([1, 2, 3], undefined, seeded(1)).sort()).toEqual([1, 2, 3]);
  });

  it('draws each question about as often as any other', () => {
    const random = seeded(7);
    const times = [0, 0, 0, 0];
    for (let turn = 0; turn < 4000; turn++)
      for (const drawn of drawQuestions([0, 1, 2, 3], 1, random)) times[drawn] = (times[drawn] ?? 0) + 1;
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('wants every right answer and no wrong one', () => {
    const question = { kind: 'multiple', right: [true, false, true] } as const;
    expect(isAnsweredRight(question, [2, 0])).toBe(true);
    for (const given of [[], [0], [0, 1, 2], [1], [0, 2, 7, 1]])
      expect(isAnsweredRight(question, given), String(given)).toBe(false);
  });

  it('wants answers of order in the order of the text', () => {
    const question = { kind: 'order', right: [true, true, true] } as const;
    expect(isAnsweredRight(question, [0, 1, 2])).toBe(true);
    for (const given of [[], [0, 1], [1, 0, 2], [0, 1, 2, 3]])
      expect(isAnsweredRight(question, given), String(given)).toBe(false);
  });

  it('counts a question without an answer as wrong, and passes nobody by rounding', () => {
    const single = { kind: 'single', right: [true, false] } as const;
    expect(judgeQuiz([single, single, single], [[0], [1]])).toEqual({ right: 1, of: 3 });
    expect(percentOf({ right: 2, of: 3 })).toBe(66);
    expect(isPassed({ right: 4, of: 5 })).toBe(true);
    expect(isPassed({ right: 799, of: 1000 })).toBe(false);
    expect(isPassed({ right: 0, of: 0 }, 1)).toBe(false);
  });
});
