// What `kb validate` writes: somebody answers for an article as it stands.
import { editFrontMatter } from '../content/edit-front-matter.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { type ArticleMove, moveTo, type Refusal, refuse } from './article-move.ts';
import { carryReceipts } from './carry-receipts.ts';

export interface ValidationTerms {
  /** Who answers for the article. */
  readonly by: string;
  /** The day of the validation. */
  readonly on: IsoDate;
  /** Whether nothing that matters changed since the last validation: who confirmed that version is not asked again. */
  readonly minor?: boolean | undefined;
}

/** Plans the validation of `document`, bound to its content by its digest. An archived article is refused: nobody is to apply it. */
export function planValidation(
  document: ArticleDocument,
  { by, on, minor = false }: ValidationTerms,
): ArticleMove | Refusal {
  const { article, path, text } = document;
  if (article.status === 'archived') {
    return refuse(
      document,
      'Article archivé, attendu : un article en usage ou un brouillon',
      'Unexpected archived article, expected one in use or a draft',
    );
  }
  const { digest } = article;
  if (minor && article.acknowledge && article.validation === undefined) {
    return refuse(
      document,
      'Jamais validé, attendu : une validation sans --minor, car aucune version n’est encore confirmée',
      'Never validated, expected a validation without --minor, as there is no version to carry on from',
    );
  }
  const carried = carryReceipts(article, digest, minor);
  return moveTo(document, editFrontMatter(path, text, { validation: { by, on, digest }, ...carried }));
}
