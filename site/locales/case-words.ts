// The words of conditional sections: their labels, and what says that one was chosen from the context.
import { joinChoices, type UiLanguage } from '../../src/model/wording.ts';

export interface CaseWords {
  readonly lang: UiLanguage;
  readonly is: (variable: string, values: string) => string;
  readonly or: (values: readonly string[]) => string;
  readonly otherwise: string;
  /** Beside the label of the case that holds. */
  readonly chosen: string;
  /** Beside the labels of the others. */
  readonly folded: string;
}

const fr: CaseWords = {
  lang: 'fr',
  is: (variable, values) => `${variable}\u00a0: ${values}`,
  or: (values) => joinChoices(values, 'fr'),
  otherwise: 'Dans les autres cas',
  chosen: 'selon le dossier',
  folded: 'ne s’applique pas à ce dossier',
};

const en: CaseWords = {
  lang: 'en',
  is: (variable, values) => `${variable}: ${values}`,
  or: (values) => joinChoices(values, 'en'),
  otherwise: 'In all other cases',
  chosen: 'from the context',
  folded: 'does not apply to this contact',
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function caseWordsFor(lang: string): CaseWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
