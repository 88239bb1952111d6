// How many remarks wait for an answer, for the report's priority.
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeFeedback } from '../model/feedback-record.ts';
import type { FeedbackFile } from './read-feedback.ts';

/** Open remarks by the path of the article that they are about, in the language that the reader saw. Pure. */
export function countOpenFeedback(
  files: readonly FeedbackFile[],
  base: KnowledgeBase,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { record } of files) {
    const { about } = record.item;
    const document = about && findArticle(base, about.id, about.lang);
    if (!document || judgeFeedback(record) !== 'open') continue;
    counts.set(document.path, (counts.get(document.path) ?? 0) + 1);
  }
  return counts;
}
