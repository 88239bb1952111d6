// What an agent pastes into the ticket once a guide was followed: which article, which version, each question with its answer, the outcome.
import type { GuideWords } from './locales/guide-words.ts';

/** One step of a followed guide. */
export interface CaseStep {
  readonly text: string;
  /** The answer that was chosen; undefined for a step that only leads on. */
  readonly answer?: string | undefined;
  /** The guides of other articles that were followed from here. */
  readonly parts: readonly CasePart[];
}

/** How far one article's guide was followed. */
export interface CasePart {
  readonly title: string;
  /** What is certain of the article, a line each: its id, its version, who validated it, until when it holds. */
  readonly facts: readonly string[];
  readonly steps: readonly CaseStep[];
  /** By when to resolve it and what to check after it, lines that are ready to show; none where it did not come to an end. */
  readonly after?: readonly string[] | undefined;
  /** Where it ended, or where it was left. */
  readonly last: CaseStep & { readonly isOutcome: boolean };
}

/** The note as plain text, without a line break at its end. `day` is ready to show; the guides of other articles are indented below the step that led to them. */
export function writeCaseNote(part: CasePart, day: string, words: GuideWords['note']): string {
  return [part.title, ...part.facts, words.followedOn(day), '', ...writeSteps(part, words)].join('\n');
}

function writeSteps({ steps, last, after = [] }: CasePart, words: GuideWords['note']): string[] {
  const lines = steps.flatMap(({ text, answer, parts }, index) => [
    `${index + 1}. ${answer === undefined ? text : words.answered(text, answer)}`,
    ...writeParts(parts, words),
  ]);
  const parts = writeParts(last.parts, words);
  // It went on in another article: that one says how it ended.
  if (!last.isOutcome && parts.length > 0) return [...lines, `${steps.length + 1}. ${last.text}`, ...parts];
  const end = last.isOutcome ? words.outcome(last.text) : words.stoppedAt(last.text);
  const then = after.length > 0 ? ['', ...after] : [];
  return [...lines, ...(lines.length > 0 ? [''] : []), end, ...then, ...parts];
}

function writeParts(parts: readonly CasePart[], words: GuideWords['note']): string[] {
  return parts.flatMap((part) =>
    [part.title, ...part.facts, ...writeSteps(part, words)].map((line) => (line === '' ? '' : `   ${line}`)),
  );
}
