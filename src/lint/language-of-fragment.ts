// The language of a text that articles include: that of the articles.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { perBase } from './per-base.ts';

/** Fragment's path → languages of the articles that include it. */
const languagesByFragment = perBase(({ documents }: KnowledgeBase) => {
  const languages = new Map<string, Set<string>>();
  for (const { article, included } of documents) {
    if (!article) continue;
    for (const fragment of included.values()) {
      if (!fragment) continue;
      const known = languages.get(fragment.path) ?? new Set();
      languages.set(fragment.path, known.add(article.lang));
    }
  }
  return languages;
});

/** The language of the fragment at `path`; the base's own where articles in several languages include it, or none. */
export function languageOfFragment(path: string, base: KnowledgeBase): string {
  const languages = languagesByFragment(base).get(path) ?? new Set();
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? only : base.config.lang;
}
