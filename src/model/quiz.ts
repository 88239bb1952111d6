// What a quiz asks and how it is judged: the same in the reader's browser and in tests.

/** One answer to choose, several to choose, or answers to put in order. */
export type QuestionKind = 'single' | 'multiple' | 'order';

/** What an article of type `quiz` may set. */
export interface QuizSettings {
  /** How many questions are drawn; all where it is not said. */
  readonly draw?: number | undefined;
  /** Percent of right answers from which the quiz is passed. */
  readonly pass?: number | undefined;
}

/** The pass mark of a quiz that names none, in percent. */
export const usualPass = 80;

/** A question as it is judged. */
export interface JudgedQuestion {
  readonly kind: QuestionKind;
  /** Of each answer, whether it is right; of a question of order all are, and they stand in the right order. */
  readonly right: readonly boolean[];
}

export interface Score {
  readonly right: number;
  readonly of: number;
}

/** `items` in a random order; `random` gives numbers from 0 (inclusive) to 1. */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
  }
  return shuffled;
}

/** `count` of the questions, or all where there are no more, in a random order. */
export function drawQuestions<Item>(
  questions: readonly Item[],
  count: number | undefined,
  random: () => number,
): Item[] {
  return shuffle(questions, random).slice(0, count ?? questions.length);
}

/** Whether `given` answers the question: the places of the answers that were chosen, or all places in the order they were put in. */
export function isAnsweredRight({ kind, right }: JudgedQuestion, given: readonly number[]): boolean {
  if (kind === 'order') return given.length === right.length && given.every((place, at) => place === at);
  const chosen = new Set(given);
  return right.every((isRight, place) => isRight === chosen.has(place));
}

/** How many questions were answered right; one without an answer is not. */
export function judgeQuiz(
  questions: readonly JudgedQuestion[],
  answers: readonly (readonly number[])[],
): Score {
  const right = questions.filter((question, at) => isAnsweredRight(question, answers[at] ?? [])).length;
  return { right, of: questions.length };
}

/** A score in whole percent, rounded down: nobody passes by rounding. */
export function percentOf({ right, of }: Score): number {
  return of === 0 ? 0 : Math.floor((right * 100) / of);
}

/** Whether `score` reaches the pass mark, in percent. */
export function isPassed(score: Score, pass: number = usualPass): boolean {
  return score.of > 0 && score.right * 100 >= pass * score.of;
}
