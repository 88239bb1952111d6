// The words of texts for customers: their channels, their length, and what is said before one is copied.
import type { Channel } from '../../src/model/macro.ts';
import { countWords, type UiLanguage } from '../../src/model/wording.ts';

export interface MacroWords {
  readonly lang: UiLanguage;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly subject: string;
  readonly copy: string;
  readonly copySubject: string;
  readonly copied: string;
  readonly failed: string;
  /** Title of the dialog that asks for what is missing. */
  readonly missing: string;
  readonly missingNote: string;
  readonly otherwise: (fallback: string) => string;
  readonly refused: string;
  readonly doubtful: string;
  readonly copyAnyway: string;
  readonly cancel: string;
  readonly length: (characters: number) => string;
  readonly sms: (units: number, segments: number) => string;
  readonly unfit: (label: string) => string;
}

const fr: MacroWords = {
  lang: 'fr',
  channels: { email: 'E-mail', chat: 'Chat', sms: 'SMS', phone: 'À dire au téléphone' },
  subject: 'Objet\u00a0:',
  copy: 'Copier le texte',
  copySubject: 'Copier l’objet',
  copied: 'Copié',
  failed: 'La copie a échoué',
  missing: 'Compléter avant de copier',
  missingNote: 'Ces valeurs restent dans cet onglet. Un champ vide laisse la formule prévue.',
  otherwise: (fallback) => `Sinon\u00a0: ${fallback}`,
  refused: 'Ce texte ne se copie plus',
  doubtful: 'À vérifier avant de copier',
  copyAnyway: 'Copier quand même',
  cancel: 'Annuler',
  length: (characters) => countWords(characters, 'signe', 'fr'),
  sms: (units, segments) => `${countWords(units, 'signe', 'fr')}, ${segments}\u00a0SMS`,
  unfit: (label) =>
    `«\u00a0${label}\u00a0»\u00a0: une ligne de 200 signes au plus, ou une valeur de la liste.`,
};

const en: MacroWords = {
  lang: 'en',
  channels: { email: 'E-mail', chat: 'Chat', sms: 'SMS', phone: 'To say on the phone' },
  subject: 'Subject:',
  copy: 'Copy the text',
  copySubject: 'Copy the subject',
  copied: 'Copied',
  failed: 'Copying failed',
  missing: 'Fill in before copying',
  missingNote: 'These values stay in this tab. An empty field leaves the words that are there for it.',
  otherwise: (fallback) => `Otherwise: ${fallback}`,
  refused: 'This text can’t be copied any more',
  doubtful: 'Check before copying',
  copyAnyway: 'Copy anyway',
  cancel: 'Cancel',
  length: (characters) => countWords(characters, 'character', 'en'),
  sms: (units, segments) => `${countWords(units, 'character', 'en')}, ${segments} SMS`,
  unfit: (label) => `“${label}”: one line of 200 characters at most, or a value of the list.`,
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function macroWordsFor(lang: string): MacroWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
