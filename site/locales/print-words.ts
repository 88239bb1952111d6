// The words of articles and paths on paper.
import type { UiLanguage } from '../../src/model/wording.ts';

export interface PrintWords {
  readonly lang: UiLanguage;
  readonly contents: string;
  readonly asOf: (day: string) => string;
  readonly owner: (name: string) => string;
  readonly version: (digest: string) => string;
  readonly page: string;
  readonly challenge: (from: string, until: string) => string;
  /** Behind a step whose guide is to be followed. */
  readonly followGuide: string;
  /** Above the list of steps to tick. */
  readonly tick: string;
  readonly guideStep: (title: string) => string;
  readonly noSolutions: string;
}

const fr: PrintWords = {
  lang: 'fr',
  contents: 'Sommaire',
  asOf: (day) =>
    `État au ${day}. Sur l’écran, la validité est jugée chaque jour\u00a0; sur le papier, elle ne l’est plus.`,
  owner: (name) => `Responsable\u00a0: ${name}`,
  version: (digest) => `version ${digest}`,
  page: 'page',
  challenge: (from, until) => `Défi du ${from} au ${until}.`,
  followGuide: 'guide à suivre sur le site',
  tick: 'Cochez chaque étape une fois faite.',
  guideStep: (title) => `Suivre le guide\u00a0: ${title}`,
  noSolutions: 'Les solutions sont sur le site, une fois le quiz fait.',
};

const en: PrintWords = {
  lang: 'en',
  contents: 'Contents',
  asOf: (day) => `As of ${day}. On screen, validity is judged every day; on paper it no longer is.`,
  owner: (name) => `Owner: ${name}`,
  version: (digest) => `version ${digest}`,
  page: 'page',
  challenge: (from, until) => `Challenge from ${from} to ${until}.`,
  followGuide: 'guide to follow on the site',
  tick: 'Tick each step once it is done.',
  guideStep: (title) => `Follow the guide: ${title}`,
  noSolutions: 'The solutions are on the site, once the quiz is done.',
};

/** The words for a document in `lang`, in English where the site does not speak it. */
export function printWordsFor(lang: string): PrintWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
