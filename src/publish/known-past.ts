// What git's past has to say on the health page.
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import { type FileHistories, lastChangedOf } from '../history/file-history.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { countHandled } from '../report/count-handled.ts';
import type { KnownPast } from './plan-health.ts';

/** What `histories`, those of the whole base, tell; nothing where git could not answer in full. */
export function findKnownPast(base: KnowledgeBase, histories: FileHistories, today: IsoDate): KnownPast {
  if (!histories.complete) return {};
  const articles = articleDocuments(base).map(({ path, article }) => ({ path, owner: article.owner }));
  return {
    handled: countHandled(histories.versions, articles, today),
    lastChanged: lastChangedOf(histories),
  };
}
