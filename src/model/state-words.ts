// What states and types of article are called, in reports as in the reader's site: one word per thing.
import type { ArticleType } from './article.ts';
import type { Trust } from './trust.ts';
import type { Validity } from './validity.ts';
import type { UiLanguage, Wording } from './wording.ts';

export const validityWords: Readonly<Record<Validity, Wording>> = {
  expired: { fr: 'Périmé', en: 'Expired' },
  due: { fr: 'Bientôt périmé', en: 'Expiring soon' },
  undated: { fr: 'Sans date de fin', en: 'No end date' },
  scheduled: { fr: 'À venir', en: 'Scheduled' },
  current: { fr: 'Valable', en: 'Valid' },
};

export const trustWords: Readonly<Record<Trust, Wording>> = {
  unvalidated: { fr: 'Non validé', en: 'Not validated' },
  changed: { fr: 'À revalider', en: 'To revalidate' },
  draft: { fr: 'Brouillon', en: 'Draft' },
  validated: { fr: 'Validé', en: 'Validated' },
  archived: { fr: 'Archivé', en: 'Archived' },
};

export const typeWords: Readonly<Record<ArticleType, Wording>> = {
  procedure: { fr: 'Procédure', en: 'Procedure' },
  decision: { fr: 'Aide à la décision', en: 'Decision aid' },
  faq: { fr: 'Question fréquente', en: 'Frequent question' },
  macro: { fr: 'Réponse type', en: 'Reply template' },
  reference: { fr: 'Référence', en: 'Reference' },
  announcement: { fr: 'Annonce', en: 'Announcement' },
  quiz: { fr: 'Quiz', en: 'Quiz' },
  ivr: { fr: 'Menu vocal', en: 'Voice menu' },
};

/** The words of one axis, or of the types, in one language. */
export function wordsIn<State extends string>(
  words: Readonly<Record<State, Wording>>,
  lang: UiLanguage,
): Readonly<Record<State, string>> {
  return Object.fromEntries(
    Object.entries<Wording>(words).map(([state, wording]) => [state, wording[lang]]),
  ) as Record<State, string>;
}
