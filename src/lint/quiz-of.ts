// The questions of the quiz in hand: several rules look at them.
import type { DocumentParts } from '../content/document-parts.ts';
import { type ParsedQuestion, parseQuiz } from '../content/parse-quiz.ts';

const questionsIn = ({ tree }: DocumentParts): readonly ParsedQuestion[] => parseQuiz(tree).questions;

/** The questions of a document that is a quiz; undefined of any other. */
export function questionsOfQuiz(parts: DocumentParts): readonly ParsedQuestion[] | undefined {
  return parts.document.article?.type === 'quiz' ? parts.derive(questionsIn) : undefined;
}
