// The words of follow-ups. They are apart from the site's other texts, because the scripts that show them bring them into the reader's browser.
import type { UiLanguage } from '../../src/model/wording.ts';

export interface FollowUpWords {
  readonly lang: UiLanguage;
  readonly title: string;
  readonly note: string;
  /** Before what to do after the check. */
  readonly next: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly remind: string;
  /** What the buttons do can't be fetched. */
  readonly loadFailed: string;
  /** What to do with the file, once the browser has it. */
  readonly reminded: string;
  /** Name of the calendar file, without what comes after the dot. */
  readonly file: string;
  /** By when the case is to be resolved; `day` is ready to show. */
  readonly resolveBy: (day: string) => string;
  /** The same on that day, in a calendar. */
  readonly lastDay: string;
  /** One follow-up in a line; `day` is ready to show. */
  readonly line: (day: string, check: string, next: string | undefined) => string;
}

const fr: FollowUpWords = {
  lang: 'fr',
  title: 'À suivre après le contact',
  note: 'Les délais se comptent à partir du jour du contact.',
  next: 'Ensuite',
  copy: 'Copier',
  copied: 'Suivi copié, avec ses dates',
  copyFailed: 'La copie a échoué\u00a0: sélectionnez le texte, puis Ctrl+C.',
  remind: 'Rappel pour l’agenda',
  loadFailed: 'Le suivi n’a pas pu être chargé. Essayez de nouveau, ou rechargez la page.',
  reminded: 'Fichier de rappel enregistré\u00a0: ouvrez-le pour l’ajouter à votre agenda.',
  file: 'rappel',
  resolveBy: (day) => `À résoudre au plus tard le ${day}`,
  lastDay: 'À résoudre au plus tard aujourd’hui',
  line: (day, check, next) => `${day}\u00a0: ${check}${next === undefined ? '' : ` Ensuite\u00a0: ${next}`}`,
};

const en: FollowUpWords = {
  lang: 'en',
  title: 'Follow up after the contact',
  note: 'Delays count from the day of the contact.',
  next: 'Then',
  copy: 'Copy',
  copied: 'Follow-up copied, with its dates',
  copyFailed: 'Copying failed: select the text, then Ctrl+C.',
  remind: 'Calendar reminder',
  loadFailed: 'The follow-up can’t be loaded. Try again, or reload the page.',
  reminded: 'Reminder file saved: open it to add it to your calendar.',
  file: 'reminder',
  resolveBy: (day) => `To be resolved by ${day}`,
  lastDay: 'To be resolved by today',
  line: (day, check, next) => `${day}: ${check}${next === undefined ? '' : ` Then: ${next}`}`,
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function followUpWordsFor(lang: string): FollowUpWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
