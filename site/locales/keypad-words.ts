// The words of the keypad on which a voice menu is tried. They are apart from the site's other texts, because its script brings them into the reader's browser.

import type { UiLanguage } from '../../src/model/wording.ts';
import { formatNumber } from './format.ts';

export interface KeypadWords {
  readonly lang: UiLanguage;
  /** On the button that opens it. */
  readonly start: string;
  /** It can't be fetched. */
  readonly loadFailed: string;
  readonly keys: string;
  readonly said: string;
  /** Names of the keys that are no digits, for who hears the page. */
  readonly star: string;
  readonly hash: string;
  /** How long a prompt takes, estimated. */
  readonly seconds: (seconds: number) => string;
  readonly silence: string;
  readonly noKey: string;
  readonly wrongKey: string;
  /** The call ends: the menu hangs up, at an outcome or for want of a key, or connects it. */
  readonly hangup: string;
  readonly gaveUp: string;
  readonly transfer: (to: string) => string;
  readonly again: string;
  readonly close: string;
}

const fr: KeypadWords = {
  lang: 'fr',
  start: 'Essayer au clavier du téléphone',
  loadFailed: 'Le clavier n’a pas pu être chargé. Essayez de nouveau, ou suivez le guide.',
  keys: 'Touches du téléphone',
  said: 'Ce que l’appelant entend',
  star: 'étoile',
  hash: 'dièse',
  seconds: (seconds) => `environ ${formatNumber(seconds, 'fr')}\u00a0s`,
  silence: 'Ne rien taper',
  noKey: 'rien',
  wrongKey: 'touche inconnue de ce menu',
  hangup: 'Le menu raccroche.',
  gaveUp: 'Trois essais sans une touche connue\u00a0: le menu raccroche.',
  transfer: (to) => (to === '' ? 'L’appel est transféré.' : `L’appel est transféré à ${to}.`),
  again: 'Rappeler',
  close: 'Fermer',
};

const en: KeypadWords = {
  lang: 'en',
  start: 'Try on a telephone keypad',
  loadFailed: 'The keypad can’t be loaded. Try again, or follow the guide.',
  keys: 'Telephone keys',
  said: 'What the caller hears',
  star: 'star',
  hash: 'hash',
  seconds: (seconds) => `about ${formatNumber(seconds, 'en')}\u00a0s`,
  silence: 'Press nothing',
  noKey: 'nothing',
  wrongKey: 'a key that this menu doesn’t know',
  hangup: 'The menu hangs up.',
  gaveUp: 'Three tries without a key that it knows: the menu hangs up.',
  transfer: (to) => (to === '' ? 'The call is transferred.' : `The call is transferred to ${to}.`),
  again: 'Call again',
  close: 'Close',
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function keypadWordsFor(lang: string): KeypadWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
