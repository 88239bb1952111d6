// What `kb review` writes: a longer validity after a full read, which is a new validation where there was one.
import { editFrontMatter } from '../content/edit-front-matter.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { addPeriod, formatPeriod, type IsoDate, type Period } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import { type ArticleMove, type MoveContext, moveTo, type Refusal, readAs, refuse } from './article-move.ts';
import { carryReceipts } from './carry-receipts.ts';

export interface ReviewTerms {
  /** The new last valid day, or how long from the day of the review. */
  readonly until: IsoDate | Period;
  /** The day of the review. */
  readonly today: IsoDate;
  /** Who validates in the same act, where they said so. */
  readonly by?: string | undefined;
  /** Who reads, as far as is known without being told: a validation that still holds is renewed in their name. */
  readonly reader?: string | undefined;
}

/** Why the new end is no end for this article; undefined where it is one. */
function checkEnd(
  document: ArticleDocument,
  expires: IsoDate,
  today: IsoDate,
  { base }: MoveContext,
): Refusal | undefined {
  const { effective, type } = document.article;
  const first = effective !== undefined && effective > today ? effective : today;
  if (expires < first) {
    return refuse(
      document,
      `Fin inattendue le ${expires}, attendu : ${first} au plus tôt`,
      `Unexpected end on ${expires}, expected ${first} at the earliest`,
    );
  }
  const longest = base.config.validity.longest[type];
  const last = longest && addPeriod(today, longest);
  if (!longest || !last || expires <= last) return undefined;
  return refuse(
    document,
    `Fin inattendue le ${expires}, attendu : ${last} au plus tard (validity.longest : ${formatPeriod(longest)} pour ${type})`,
    `Unexpected end on ${expires}, expected ${last} at the latest (validity.longest: ${formatPeriod(longest)} for ${type})`,
  );
}

/** Plans the review of `document`. */
export function planReview(
  document: ArticleDocument,
  { until, today, by, reader }: ReviewTerms,
  context: MoveContext,
): ArticleMove | Refusal {
  const { article, path, text } = document;
  const trust = judgeTrust(article);
  if (trust === 'archived') {
    return refuse(
      document,
      'Article archivé, attendu : un article en usage',
      'Unexpected archived article, expected one in use',
    );
  }
  if (trust === 'changed' && by === undefined) {
    return refuse(
      document,
      `Modifié depuis sa validation : lisez « kb history ${article.id} --diff », puis ajoutez --by NOM pour le valider aussi`,
      `Changed since its validation: read \`kb history ${article.id} --diff\`, then add --by NAME to validate it as well`,
    );
  }
  const expires = typeof until === 'string' ? until : addPeriod(today, until);
  const wrong = checkEnd(document, expires, today, context);
  if (wrong) return wrong;
  // The end of validity is part of what was validated: whoever moves it after a full read answers for it anew.
  const validator = by ?? (trust === 'validated' ? reader : undefined);
  if (trust === 'validated' && validator === undefined) {
    return refuse(
      document,
      'Lecteur inconnu, attendu : --by NOM, car une nouvelle fin de validité demande une nouvelle validation',
      'Unknown reader, expected --by NAME, as a new end of validity asks for a new validation',
    );
  }
  const dated = editFrontMatter(path, text, { expires, reviewed: today });
  if (validator === undefined) return moveTo(document, dated);
  const { digest } = readAs(document, dated, context);
  // A later end of the very text that readers confirmed is nothing to confirm again.
  const carried = carryReceipts(article, digest, trust === 'validated');
  const validation = { by: validator, on: today, digest };
  return moveTo(document, editFrontMatter(path, dated, { validation, ...carried }));
}
