// What git's past has to say: on the health page, and on what is new.
import { articleDocuments, type KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { type FileHistories, lastChangedOf } from '../history/file-history.ts';
import { readVersions } from '../history/read-versions.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { countHandled, findMassEdits } from '../report/count-handled.ts';
import type { VersionsInGit } from './last-change.ts';
import { versionsShown } from './plan-article.ts';
import type { KnownPast } from './plan-health.ts';
import { firstNewsDay } from './plan-news.ts';

/** What `histories`, those of the whole base, tell; nothing where git could not answer in full. */
export function findKnownPast(base: KnowledgeBase, histories: FileHistories, today: IsoDate): KnownPast {
  if (!histories.complete) return {};
  const articles = articleDocuments(base).map(({ path, article }) => ({ path, owner: article.owner }));
  return {
    handled: countHandled(histories.versions, articles, today),
    lastChanged: lastChangedOf(histories),
  };
}

/** The articles' versions, as far as pages and news as of `today` need them; undefined where git can't tell of them. Never raises. */
export async function readKnownVersions(
  base: KnowledgeBase,
  histories: FileHistories,
  parse: ParseMarkdown,
  today: IsoDate,
): Promise<VersionsInGit | undefined> {
  if (!histories.complete) return undefined;
  const documents = articleDocuments(base);
  const massEdits = findMassEdits(documents.map(({ path }) => histories.versions.get(path) ?? []));
  const bounds = { most: versionsShown, since: firstNewsDay(today) };
  const versions = await readVersions(base, documents, histories, parse, bounds).catch(() => undefined);
  return versions && { versions, massEdits };
}
