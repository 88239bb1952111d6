// What each verdict of a reader is called.
import type { Verdict } from './field-item.ts';
import type { Wording } from './wording.ts';

export const verdictWords: Readonly<Record<Verdict, Wording>> = {
  helpful: { fr: 'Utile', en: 'Helpful' },
  unhelpful: { fr: 'Pas utile', en: 'Not helpful' },
  wrong: { fr: 'Faux', en: 'Wrong' },
  outdated: { fr: 'Dépassé', en: 'Outdated' },
  unclear: { fr: 'Pas clair', en: 'Unclear' },
  missing: { fr: 'Incomplet', en: 'Incomplete' },
  idea: { fr: 'Idée', en: 'Idea' },
  macro: { fr: 'Macro voulue', en: 'Macro wanted' },
  'not-found': { fr: 'Introuvable', en: 'Not found' },
};
