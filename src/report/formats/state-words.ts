// What the states of both axes are called in the tool's languages.
import type { Trust } from '../../model/trust.ts';
import type { Validity } from '../../model/validity.ts';
import type { Wording } from '../../model/wording.ts';

export const stateWords: Readonly<Record<Validity | Trust | 'invalid', Wording>> = {
  expired: { fr: 'périmé', en: 'expired' },
  due: { fr: 'à relire', en: 'due' },
  undated: { fr: 'sans date', en: 'undated' },
  scheduled: { fr: 'à venir', en: 'scheduled' },
  current: { fr: 'en cours', en: 'current' },
  unvalidated: { fr: 'non validé', en: 'unvalidated' },
  changed: { fr: 'modifié', en: 'changed' },
  draft: { fr: 'brouillon', en: 'draft' },
  validated: { fr: 'validé', en: 'validated' },
  archived: { fr: 'archivé', en: 'archived' },
  invalid: { fr: 'illisible', en: 'invalid' },
};
