// The words of sending a case note to another tool; the guide's script brings them into the reader's browser.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Why a note did not arrive, or may not have. */
export type SendFailure = 'offline' | 'refused' | 'broken' | 'redirected' | 'slow' | 'unreachable';

export interface SendWords {
  readonly lang: UiLanguage;
  readonly send: (to: string) => string;
  /** `host` is where it goes. */
  readonly note: (host: string) => string;
  readonly content: string;
  readonly confirm: string;
  readonly again: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly close: string;
  readonly sending: string;
  readonly sent: (to: string) => string;
  /** Of a note that was sent before, word for word. */
  readonly sentBefore: string;
  /** `status` is what the tool answered (RFC 9110), for those who look after it. */
  readonly failed: (why: SendFailure, to: string, status: number) => string;
  /** After a failure of a page that was opened from a folder. */
  readonly fromFolder: string;
}

const fr: SendWords = {
  lang: 'fr',
  send: (to) => `Envoyer la note à ${to}`,
  note: (host) =>
    `Voici tout ce qui sera envoyé à ${host}. Relisez-le\u00a0: rien d’autre ne part, et rien n’est gardé ici.`,
  content: 'Contenu de l’envoi',
  confirm: 'Envoyer',
  again: 'Envoyer encore',
  copy: 'Copier la note',
  copied: 'Note copiée',
  copyFailed: 'La copie a échoué\u00a0: sélectionnez le texte, puis Ctrl+C.',
  close: 'Fermer',
  sending: 'Envoi en cours…',
  sent: (to) => `Note envoyée à ${to}`,
  sentBefore: 'Cette note a déjà été envoyée.',
  failed: (why, to, status) =>
    ({
      offline: 'Cet appareil est hors ligne\u00a0: la note n’est pas partie.',
      refused: `${to} a refusé la note (réponse ${status}).`,
      broken: `${to} a répondu par une erreur (réponse ${status})\u00a0: vérifiez si la note y est avant de l’envoyer encore.`,
      redirected: `${to} renvoie vers une autre adresse\u00a0: la note n’a pas suivi. Signalez-le à qui tient la configuration de la base.`,
      slow: `${to} ne répond pas à temps\u00a0: vérifiez si la note y est avant de l’envoyer encore.`,
      unreachable: `${to} est injoignable, ou n’accepte rien de cette page\u00a0: vérifiez si la note y est avant de l’envoyer encore.`,
    })[why],
  fromFolder:
    'Cette base est ouverte depuis un dossier\u00a0: l’outil doit accepter l’origine «\u00a0null\u00a0».',
};

const en: SendWords = {
  lang: 'en',
  send: (to) => `Send the note to ${to}`,
  note: (host) =>
    `This is all that will be sent to ${host}. Read it through: nothing else leaves, and nothing is kept here.`,
  content: 'What is sent',
  confirm: 'Send',
  again: 'Send again',
  copy: 'Copy the note',
  copied: 'Note copied',
  copyFailed: 'Copying failed: select the text, then press Ctrl+C.',
  close: 'Close',
  sending: 'Sending…',
  sent: (to) => `Note sent to ${to}`,
  sentBefore: 'This note was sent already.',
  failed: (why, to, status) =>
    ({
      offline: 'This device is offline: the note was not sent.',
      refused: `${to} refused the note (answer ${status}).`,
      broken: `${to} answered with an error (answer ${status}): check whether the note is there before you send it again.`,
      redirected: `${to} points to another address: the note did not follow. Tell whoever keeps the base’s configuration.`,
      slow: `${to} does not answer in time: check whether the note is there before you send it again.`,
      unreachable: `${to} can’t be reached, or takes nothing from this page: check whether the note is there before you send it again.`,
    })[why],
  fromFolder: 'This base was opened from a folder: the tool has to accept the origin “null”.',
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function sendWordsFor(lang: string): SendWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
