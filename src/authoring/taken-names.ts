// The names that a new article can't take, because a file of the base has them.
import { documentId } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';

export interface TakenNames {
  /** `<lang>/<id>` → path of the article that has, or had, the id. */
  readonly ids: ReadonlyMap<string, string>;
  /** Lower-cased path → path. */
  readonly paths: ReadonlyMap<string, string>;
}

/** The names taken in `base`, by files that can't be read as articles too. */
export function takenNames(base: KnowledgeBase): TakenNames {
  const ids = new Map<string, string>();
  for (const document of base.documents) {
    const { article, path } = document;
    const lang = article?.lang ?? String(document.data?.lang ?? base.config.lang);
    const id = documentId(document);
    for (const name of [...(id === undefined ? [] : [id]), ...(article?.formerly ?? [])]) {
      if (!ids.has(`${lang}/${name}`)) ids.set(`${lang}/${name}`, path);
    }
  }
  return { ids, paths: base.firstOfFoldedPath };
}
