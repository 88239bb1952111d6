// Where a finished quiz leaves the page: the one seam to what readers send back.
import type { ReceiptItem } from '../../src/model/field-item.ts';
import { quizFinished } from './field-request.ts';

/** A quiz that was done to its end: which one, in which version, and how it went. */
export type FinishedQuiz = Required<Pick<ReceiptItem, 'about' | 'score'>>;

/** Hands a finished quiz over, as an event of the page: whoever keeps receipts listens, and the quiz needs nobody to. */
export function handOver(finished: FinishedQuiz): void {
  document.dispatchEvent(new CustomEvent(quizFinished, { detail: finished }));
}
