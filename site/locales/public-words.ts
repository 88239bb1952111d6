// What pages say to customers themselves, in the place of words that are meant for agents.
import type { PageView } from '../view.ts';

export interface PublicWords {
  /** Over the search of the home page. */
  readonly question: string;
  /** Contact reasons, as those name them who contact. */
  readonly reasons: string;
  readonly reason: string;
  /** What to do where an article is not to be relied on. */
  readonly advice: string;
  /** Leads to those who help. */
  readonly contact: string;
}

const fr: PublicWords = {
  question: 'Comment pouvons-nous vous aider\u202f?',
  reasons: 'Sujets',
  reason: 'Sujet',
  advice: 'En cas de doute, contactez-nous.',
  contact: 'Nous contacter',
};

const en: PublicWords = {
  question: 'How can we help you?',
  reasons: 'Topics',
  reason: 'Topic',
  advice: 'If in doubt, contact us.',
  contact: 'Contact us',
};

/** The words of `view`'s language, in English where the site does not speak it; undefined on a site for colleagues. */
export function publicWordsFor({ site, lang }: Pick<PageView, 'site' | 'lang'>): PublicWords | undefined {
  if (site.tellsTeam) return undefined;
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
