// The words of what a team calls a contact reason, and of what it aims at for it.
import type { UiLanguage } from '../../src/model/wording.ts';

export interface TargetWords {
  readonly lang: UiLanguage;
  /** Before what else a reason is called. */
  readonly keywords: string;
  readonly contacts: string;
  readonly resolveWithin: string;
  /** `length` is ready to show. */
  readonly within: (length: string) => string;
  readonly escalation: string;
  /** At most so many contacts; the number is ready to show. */
  readonly atMost: (count: number, formatted: string) => string;
}

const fr: TargetWords = {
  lang: 'fr',
  keywords: 'On dit aussi',
  contacts: 'Objectif',
  resolveWithin: 'À résoudre',
  within: (length) => `en ${length} au plus`,
  escalation: 'Sinon',
  atMost: (count, formatted) => (count === 1 ? 'un seul contact' : `${formatted}\u00a0contacts au plus`),
};

const en: TargetWords = {
  lang: 'en',
  keywords: 'Also called',
  contacts: 'Target',
  resolveWithin: 'To resolve',
  within: (length) => `within ${length}`,
  escalation: 'Otherwise',
  atMost: (count, formatted) => (count === 1 ? 'a single contact' : `${formatted} contacts at most`),
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function targetWordsFor(lang: string): TargetWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
