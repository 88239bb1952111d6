// The words of reading offline and of a base that has grown old. They are apart, because a script brings most of them into the reader's browser.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Words of one language; dates come ready to show. */
export interface OfflineWords {
  readonly lang: UiLanguage;
  /** Names the bar to a screen reader. */
  readonly region: string;
  /** The whole base is in the browser. */
  readonly ready: (date: string) => string;
  readonly taking: (percent: number) => string;
  readonly offline: (date: string) => string;
  /** Without connection, and without a copy of the base. */
  readonly offlineOnly: string;
  readonly newVersionOf: (date: string) => string;
  readonly newVersion: string;
  readonly refresh: string;
  readonly later: string;
  readonly full: (date: string) => string;
  readonly fullOnly: string;
  readonly altered: string;
  readonly ended: string;
  /** What comes before and after the number of days since the build. */
  readonly stale: (date: string) => readonly [before: string, after: string];
}

const fr: OfflineWords = {
  lang: 'fr',
  region: 'Lecture hors connexion',
  ready: (date) => `Disponible hors connexion · version du ${date}`,
  taking: (percent) => `Copie pour la lecture hors connexion\u00a0: ${percent}\u00a0%`,
  offline: (date) => `Hors connexion · version du ${date}`,
  offlineOnly: 'Hors connexion',
  newVersionOf: (date) => `Nouvelle version du ${date}`,
  newVersion: 'Nouvelle version disponible',
  refresh: 'Actualiser',
  later: 'Plus tard',
  full: (date) =>
    `Place insuffisante sur cet appareil\u00a0: la nouvelle version n’a pas été copiée, vous lisez celle du ${date}.`,
  fullOnly: 'Place insuffisante sur cet appareil\u00a0: la base ne peut pas être lue hors connexion.',
  altered: 'La copie pour la lecture hors connexion n’a pas abouti\u00a0; un nouvel essai suivra.',
  ended: 'Cette base n’est plus proposée hors connexion.',
  stale: (date) => [
    `Cette version date du ${date} (il y a `,
    '\u00a0jours)\u00a0: demandez s’il en existe une plus récente.',
  ],
};

const en: OfflineWords = {
  lang: 'en',
  region: 'Reading offline',
  ready: (date) => `Available offline · version of ${date}`,
  taking: (percent) => `Copying for reading offline: ${percent}%`,
  offline: (date) => `Offline · version of ${date}`,
  offlineOnly: 'Offline',
  newVersionOf: (date) => `New version of ${date}`,
  newVersion: 'New version available',
  refresh: 'Refresh',
  later: 'Later',
  full: (date) =>
    `Not enough room on this device: the new version was not copied, you are reading that of ${date}.`,
  fullOnly: 'Not enough room on this device: the base cannot be read offline.',
  altered: 'Copying for reading offline did not succeed; it will be tried again.',
  ended: 'This base is no longer offered offline.',
  stale: (date) => [`This version is of ${date} (`, ' days ago): ask whether a newer one exists.'],
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function offlineWordsFor(lang: string): OfflineWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
