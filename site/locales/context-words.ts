// The words around the context of a contact: its bar, its panel, and what can go wrong with the service that is asked.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Why a service gave no values. */
export type LookupFailure = 'slow' | 'unreachable' | 'refused' | 'unknown' | 'unreadable' | 'large' | 'unfit';

export interface ContextWords {
  readonly lang: UiLanguage;
  readonly title: string;
  readonly empty: string;
  readonly clear: string;
  readonly cleared: string;
  readonly note: string;
  readonly unset: string;
  readonly such: (sample: string) => string;
  readonly apply: string;
  readonly cancel: string;
  readonly lookUp: string;
  readonly lookingUp: string;
  readonly found: (count: number) => string;
  readonly badReference: string;
  readonly unfit: (label: string) => string;
  readonly ignored: (count: number) => string;
  readonly failed: Readonly<Record<LookupFailure, string>>;
}

const fr: ContextWords = {
  lang: 'fr',
  title: 'Dossier du client',
  empty: 'rien n’est renseigné',
  clear: 'Effacer',
  cleared: 'Dossier effacé',
  note: 'Ces valeurs restent dans cet onglet et disparaissent avec lui. Elles ne sont envoyées à personne.',
  unset: 'Non renseigné',
  such: (sample) => `Par exemple\u00a0: ${sample}`,
  apply: 'Appliquer',
  cancel: 'Annuler',
  lookUp: 'Chercher',
  lookingUp: 'Recherche en cours…',
  found: (count) =>
    count === 0 ? 'Aucune valeur trouvée' : count === 1 ? '1 valeur trouvée' : `${count} valeurs trouvées`,
  badReference: 'Lettres, chiffres et tirets seulement, 80 signes au plus.',
  unfit: (label) => `«\u00a0${label}\u00a0»\u00a0: une ligne de 200 signes au plus.`,
  ignored: (count) => (count === 1 ? '1 valeur du lien ignorée' : `${count} valeurs du lien ignorées`),
  failed: {
    slow: 'Le service ne répond pas à temps. Renseignez le dossier à la main ou réessayez.',
    unreachable: 'Le service est injoignable d’ici. Renseignez le dossier à la main.',
    refused: 'Le service a refusé la demande. Renseignez le dossier à la main.',
    unknown: 'Le service ne connaît pas ce numéro. Vérifiez-le.',
    unreadable: 'La réponse du service n’est pas lisible. Renseignez le dossier à la main.',
    large: 'La réponse du service est trop longue. Renseignez le dossier à la main.',
    unfit: 'Le service a donné des valeurs inattendues, laissées de côté.',
  },
};

const en: ContextWords = {
  lang: 'en',
  title: 'This contact',
  empty: 'nothing is known',
  clear: 'Clear',
  cleared: 'Cleared',
  note: 'These values stay in this tab and go with it. They are sent to nobody.',
  unset: 'Unknown',
  such: (sample) => `Such as: ${sample}`,
  apply: 'Apply',
  cancel: 'Cancel',
  lookUp: 'Look up',
  lookingUp: 'Looking up…',
  found: (count) =>
    count === 0 ? 'No value found' : count === 1 ? '1 value found' : `${count} values found`,
  badReference: 'Letters, digits and dashes only, 80 characters at most.',
  unfit: (label) => `“${label}”: one line of 200 characters at most.`,
  ignored: (count) =>
    count === 1 ? '1 value of the link was ignored' : `${count} values of the link were ignored`,
  failed: {
    slow: 'The service does not answer in time. Fill the values in by hand, or try again.',
    unreachable: 'The service can’t be reached from here. Fill the values in by hand.',
    refused: 'The service refused to answer. Fill the values in by hand.',
    unknown: 'The service does not know this number. Check it.',
    unreadable: 'The service’s answer can’t be read. Fill the values in by hand.',
    large: 'The service’s answer is too long. Fill the values in by hand.',
    unfit: 'The service gave unexpected values, which were left out.',
  },
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function contextWordsFor(lang: string): ContextWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
