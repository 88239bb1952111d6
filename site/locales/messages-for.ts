// Chooses the language of the site's own words.
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Messages } from './messages.ts';

/** The site's texts in `lang` (a BCP 47 code, `fr-CA` counts as French), in English where the site does not speak it. */
export function messagesFor(lang: string): Messages {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
