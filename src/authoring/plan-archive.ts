// What `kb archive` writes: an article leaves lists and search, and its page leads on to the one that takes its place.
import { editFrontMatter } from '../content/edit-front-matter.ts';
import { type ArticleDocument, findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import { successorsOf } from '../content/succession.ts';
import { type ArticleMove, moveTo, type Refusal, refuse } from './article-move.ts';

/** Why `id` can't take the place of `document`; undefined where it can. */
function checkSuccessor(document: ArticleDocument, id: string, base: KnowledgeBase): Refusal | undefined {
  const { article } = document;
  const successor = findArticle(base, id, article.lang)?.article;
  if (!successor) {
    return refuse(
      document,
      `Aucun article « ${id} » pour le remplacer, attendu : un identifiant existant`,
      `No article \`${id}\` to take its place, expected an id that exists`,
    );
  }
  if (successor.id === article.id) {
    return refuse(
      document,
      'L’article ne peut pas se remplacer lui-même, attendu : un autre article',
      'Unexpected successor: the article itself; expected another one',
    );
  }
  if (successorsOf(successor, base).includes(article.id)) {
    return refuse(
      document,
      `Remplaçant inattendu : « ${id} » est lui-même remplacé par cet article, attendu : un article en usage`,
      `Unexpected successor: \`${id}\` is itself replaced by this article; expected one in use`,
    );
  }
  if (successor.status === 'published') return undefined;
  return refuse(
    document,
    `Remplaçant inattendu : « ${id} » est ${successor.status === 'draft' ? 'un brouillon' : 'archivé'}, attendu : un article publié`,
    `Unexpected successor: \`${id}\` is ${successor.status === 'draft' ? 'a draft' : 'archived'}; expected a published article`,
  );
}

/** Plans the archiving of `document`, with the id of its successor where there is one. */
export function planArchive(
  document: ArticleDocument,
  replacedBy: string | undefined,
  base: KnowledgeBase,
): ArticleMove | Refusal {
  const wrong = replacedBy === undefined ? undefined : checkSuccessor(document, replacedBy, base);
  if (wrong) return wrong;
  const edits = { status: 'archived', ...(replacedBy === undefined ? {} : { replaced_by: replacedBy }) };
  return moveTo(document, editFrontMatter(document.path, document.text, edits));
}
