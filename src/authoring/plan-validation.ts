// What `kb validate` writes: somebody answers for an article as it stands.
import { editFrontMatter } from '../content/edit-front-matter.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { type ArticleMove, moveTo, type Refusal, refuse } from './article-move.ts';

export interface ValidationTerms {
  /** Who answers for the article. */
  readonly by: string;
  /** The day of the validation. */
  readonly on: IsoDate;
}

/** Plans the validation of `document`, bound to its content by its digest. An archived article is refused: nobody is to apply it. */
export function planValidation(
  document: ArticleDocument,
  { by, on }: ValidationTerms,
): ArticleMove | Refusal {
  const { article, path, text } = document;
  if (article.status === 'archived') {
    return refuse(
      document,
      'Article archivé, attendu : un article en usage ou un brouillon',
      'Unexpected archived article, expected one in use or a draft',
    );
  }
  return moveTo(document, editFrontMatter(path, text, { validation: { by, on, digest: article.digest } }));
}
