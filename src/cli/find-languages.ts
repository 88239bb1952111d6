// The article that a person names by id, in the languages in which there is one.
import { didYouMean } from '../config/schema-issue.ts';
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { Problem } from '../model/problem.ts';

/** The documents of the article called `id` (or formerly so), the base's own language first; those in `language` where one is asked for. */
export function findLanguages(
  base: KnowledgeBase,
  id: string,
  language: string | undefined,
): readonly ArticleDocument[] {
  const languages = base.byId.get(id) ?? base.byId.get(base.formerIds.get(id) ?? '');
  const order = ({ article }: ArticleDocument) => (article.lang === base.config.lang ? 0 : 1);
  return [...(languages?.values() ?? [])]
    .filter(({ article }) => language === undefined || article.lang === language)
    .sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1));
}

/** Why `findLanguages` found nothing, and what there is instead. */
export function noSuchArticle(base: KnowledgeBase, id: string, language: string | undefined): Problem {
  const others = findLanguages(base, id, undefined).map(({ article }) => article.lang);
  if (language !== undefined && others.length > 0)
    return new Problem({
      fr: `Aucun article « ${id} » en « ${language} », attendu : ${others.join(', ')}`,
      en: `No article \`${id}\` in \`${language}\`, expected ${others.join(', ')}`,
    });
  const hint = didYouMean(id, [...base.byId.keys()]);
  return new Problem({
    fr: `Aucun article « ${id} »${hint.fr || ', attendu : un identifiant existant'}`,
    en: `No article \`${id}\`${hint.en || ', expected an id that exists'}`,
  });
}
