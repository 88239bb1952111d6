// The fields of front matter → Article: what the configuration and the file's path add to them.
import { posix } from 'node:path';
import type { Article } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { ArticleFields } from './article-schema.ts';

/** Folders between the content folder and the file, outermost first. */
function categoryOf(path: string, contentFolder: string): string[] {
  const folder = posix.dirname(path).slice(contentFolder.length + 1);
  return folder === '' ? [] : folder.split('/');
}

/** An article but for its digest. */
export type UndigestedArticle = Omit<Article, 'digest'>;

/** The article with these `fields` in the file at `path`. */
export function buildArticle(
  path: string,
  { replaced_by, acknowledged_also, follow_ups, ...fields }: ArticleFields,
  config: Config,
): UndigestedArticle {
  return {
    ...fields,
    audience: fields.audience ?? config.audiences.slice(0, 1),
    path,
    category: categoryOf(path, config.content),
    lang: fields.lang ?? config.lang,
    replacedBy: replaced_by,
    acknowledgedAlso: acknowledged_also,
    followUps: follow_ups?.map(({ after, check, then: next }) => ({ after, check, next })),
  };
}
