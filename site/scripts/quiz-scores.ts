// The scores of quizzes on this device, by article and version: a quiz that changed begins anew.
import type { Score } from '../../src/model/quiz.ts';
import { readStored, store } from './reader-storage.ts';

const storageKey = 'kb:quiz';
/** Quizzes that are kept; the oldest are forgotten. */
const mostQuizzes = 100;

/** What is kept of one quiz. */
export interface KeptScores {
  readonly best: Score;
  readonly last: Score;
}

type Kept = readonly [quiz: string, best: readonly [number, number], last: readonly [number, number]];

/** The scores of `quiz`, which names language, id and version; undefined where it was never finished here. */
export function readScores(quiz: string): KeptScores | undefined {
  const kept = readAll().find(([name]) => name === quiz);
  return kept && { best: asScore(kept[1]), last: asScore(kept[2]) };
}

/** Whether the quiz `<lang>/<id>` was finished here, in any version. */
export function hasScore(quiz: string): boolean {
  return readAll().some(([name]) => name.startsWith(`${quiz}@`));
}

/** Keeps a new score and says whether it could. */
export function keepScore(quiz: string, score: Score): boolean {
  const before = readScores(quiz)?.best;
  const best = before && before.right * score.of >= score.right * before.of ? before : score;
  const others = readAll().filter(([name]) => name !== quiz);
  const all: Kept[] = [[quiz, [best.right, best.of], [score.right, score.of]], ...others];
  return store('localStorage', storageKey, JSON.stringify(all.slice(0, mostQuizzes)));
}

function asScore([right, of]: readonly [number, number]): Score {
  return { right, of };
}

function readAll(): readonly Kept[] {
  try {
    const value: unknown = JSON.parse(readStored('localStorage', storageKey) ?? '[]');
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && isScorePair(value[1]) && isScorePair(value[2])
  );
}

function isScorePair(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => Number.isSafeInteger(part) && part >= 0)
  );
}
