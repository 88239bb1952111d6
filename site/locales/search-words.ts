// The search's own words. They are apart from the site's other texts, because the search's script brings them into the reader's browser.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Words of one language; functions take words that are ready to show. */
export interface SearchWords {
  readonly lang: UiLanguage;
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  readonly title: string;
  readonly hint: string;
  readonly needsScript: string;
  /** `text` between the language's quotation marks. */
  readonly quote: (text: string) => string;
  readonly filters: string;
  /** The button that unfolds the filters on a phone; `active` is how many are in force. */
  readonly showFilters: (active: number) => string;
  readonly groups: Readonly<Record<'type' | 'validity' | 'reason' | 'language', string>>;
  readonly obsoleteToo: string;
  readonly clearFilters: string;
  readonly results: string;
  readonly count: (count: number, query: string) => string;
  /** The same where the search finds no more than it shows at once. */
  readonly best: (count: number, query: string) => string;
  /** Follows the count where other words than the typed ones were looked for; `typed` is a list of quoted words. */
  readonly insteadOf: (typed: string) => string;
  /** The same where nothing was found; both are quoted words. */
  readonly corrected: (used: string, typed: string) => string;
  readonly unknown: (count: number, words: string) => string;
  readonly suggestion: string;
  /** Before the links to the pages of contact reasons. */
  readonly allAbout: string;
  readonly hidden: (count: number) => string;
  readonly showHidden: string;
  readonly hideAgain: string;
  readonly matched: Readonly<Record<'question' | 'answer', string>>;
  /** A value of the excerpt is another one since `day`, ready to show. */
  readonly valueChanged: (day: string, before: string, after: string) => string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly empty: {
    readonly title: (query: string) => string;
    readonly tried: string;
    readonly allLooked: string;
    readonly limited: (filters: string) => string;
    readonly advice: string;
  };
  readonly tell: {
    /** Puts the search into the outbox. */
    readonly keep: string;
    readonly title: string;
    readonly advice: string;
    readonly copy: string;
    readonly copied: string;
    readonly failed: string;
    readonly mail: string;
    /** What the writers are told, a line each. */
    readonly subject: (query: string) => string;
    readonly query: (query: string) => string;
    readonly language: (language: string) => string;
    readonly version: (date: string) => string;
  };
  readonly palette: {
    readonly close: string;
    readonly escape: string;
    readonly favourites: string;
    readonly recent: string;
    readonly all: string;
    readonly choose: string;
    readonly open: string;
    readonly newTab: string;
    readonly enter: string;
    readonly control: string;
    /** Whether the key `/` opens the search. */
    readonly slash: string;
  };
}

const nb = '\u00a0';

/** A count of 0 has words of its own wherever it can be shown. */
function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

const fr: SearchWords = {
  lang: 'fr',
  label: 'Rechercher un article',
  placeholder: 'Rechercher…',
  submit: 'Rechercher',
  title: 'Recherche',
  hint: 'Écrivez comme on le dit, même sans accents ou avec des mots incomplets.',
  needsScript: 'La recherche a besoin de JavaScript. Sans lui, partez de la page d’accueil.',
  quote: (text) => `«${nb}${text}${nb}»`,
  filters: 'Filtres',
  showFilters: (active) => (active === 0 ? 'Filtres' : `Filtres (${active})`),
  groups: { type: 'Type', validity: 'Validité', reason: 'Motif de contact', language: 'Langue' },
  obsoleteToo: 'Avec les périmés et archivés',
  clearFilters: 'Retirer les filtres',
  results: 'Résultats',
  count: (count, query) =>
    count === 0
      ? `Aucun résultat pour «${nb}${query}${nb}»`
      : `${count}${nb}${plural(count, 'résultat', 'résultats')} pour «${nb}${query}${nb}»`,
  best: (count, query) => `Les ${count}${nb}meilleurs résultats pour «${nb}${query}${nb}»`,
  insteadOf: (typed) => `(au lieu de ${typed})`,
  corrected: (used, typed) => `${used} au lieu de ${typed}`,
  unknown: (count, words) =>
    `${plural(count, 'Mot laissé de côté, car aucun article ne le contient', 'Mots laissés de côté, car aucun article ne les contient')}${nb}: ${words}`,
  allAbout: 'Tout sur ce sujet\u00a0:',
  suggestion: 'Essayez plutôt',
  hidden: (count) =>
    `${count}${nb}${plural(count, 'résultat périmé ou archivé masqué', 'résultats périmés ou archivés masqués')}`,
  showHidden: 'Afficher',
  hideAgain: 'Masquer les périmés et archivés',
  matched: { question: 'Question du logigramme', answer: 'Réponse du logigramme' },
  valueChanged: (day, before, after) =>
    `Depuis le ${day}${nb}: «${nb}${after}${nb}», et non plus «${nb}${before}${nb}»`,
  loading: 'Recherche en cours…',
  failed: 'La recherche n’a pas pu être chargée. Essayez de nouveau, ou partez de la page d’accueil.',
  retry: 'Essayer de nouveau',
  empty: {
    title: (query) => `Aucun article ne répond à «${nb}${query}${nb}»`,
    tried: 'Ce qui a été essayé',
    allLooked: 'Tous les mots ensemble, puis mot par mot, dans les titres, les mots-clés et les textes.',
    limited: (filters) => `La recherche était limitée à${nb}: ${filters}.`,
    advice: 'Essayez un autre mot, ou un ou deux mots seulement.',
  },
  tell: {
    keep: 'Mettre dans la boîte d’envoi',
    title: 'Dire aux rédacteurs',
    advice:
      'Il manque peut-être un article, ou un mot dans ses mots-clés. Envoyez-leur ce que vous cherchiez.',
    copy: 'Copier le message',
    copied: 'Message copié',
    failed: 'La copie a échoué',
    mail: 'Leur écrire',
    subject: (query) => `Recherche sans résultat${nb}: ${query}`,
    query: (query) => `Recherche${nb}: ${query}`,
    language: (language) => `Langue${nb}: ${language}`,
    version: (date) => `Base publiée le ${date}`,
  },
  palette: {
    close: 'Fermer',
    escape: 'Échap',
    favourites: 'Favoris',
    recent: 'Lus récemment',
    all: 'Tous les résultats et filtres',
    choose: 'choisir',
    open: 'ouvrir',
    newTab: 'nouvel onglet',
    enter: 'Entrée',
    control: 'Ctrl',
    slash: 'touche /',
  },
};

const en: SearchWords = {
  lang: 'en',
  label: 'Search for an article',
  placeholder: 'Search…',
  submit: 'Search',
  title: 'Search',
  hint: 'Type it the way people say it, even with incomplete words.',
  needsScript: 'Search needs JavaScript. Without it, start from the home page.',
  quote: (text) => `“${text}”`,
  filters: 'Filters',
  showFilters: (active) => (active === 0 ? 'Filters' : `Filters (${active})`),
  groups: { type: 'Type', validity: 'Validity', reason: 'Contact reason', language: 'Language' },
  obsoleteToo: 'With expired and archived',
  clearFilters: 'Remove the filters',
  results: 'Results',
  count: (count, query) =>
    count === 0
      ? `No result for “${query}”`
      : `${count} ${plural(count, 'result', 'results')} for “${query}”`,
  best: (count, query) => `The ${count} best results for “${query}”`,
  insteadOf: (typed) => `(instead of ${typed})`,
  corrected: (used, typed) => `${used} instead of ${typed}`,
  unknown: (count, words) =>
    `${plural(count, 'Word left out, as no article holds it', 'Words left out, as no article holds them')}: ${words}`,
  allAbout: 'All about it:',
  suggestion: 'Try instead',
  hidden: (count) => `${count} expired or archived ${plural(count, 'result', 'results')} hidden`,
  showHidden: 'Show',
  hideAgain: 'Hide expired and archived',
  matched: { question: 'Question of the flowchart', answer: 'Answer of the flowchart' },
  valueChanged: (day, before, after) => `Since ${day}: “${after}”, no longer “${before}”`,
  loading: 'Searching…',
  failed: 'The search could not be loaded. Try again, or start from the home page.',
  retry: 'Try again',
  empty: {
    title: (query) => `No article answers “${query}”`,
    tried: 'What was tried',
    allLooked: 'All the words together, then word by word, in titles, keywords and texts.',
    limited: (filters) => `The search was limited to: ${filters}.`,
    advice: 'Try another word, or one or two words only.',
  },
  tell: {
    keep: 'Put into the outbox',
    title: 'Tell the writers',
    advice: 'An article may be missing, or a word among its keywords. Send them what you were looking for.',
    copy: 'Copy the message',
    copied: 'Message copied',
    failed: 'Copying failed',
    mail: 'Write to them',
    subject: (query) => `Search without a result: ${query}`,
    query: (query) => `Search: ${query}`,
    language: (language) => `Language: ${language}`,
    version: (date) => `Base published on ${date}`,
  },
  palette: {
    close: 'Close',
    escape: 'Esc',
    favourites: 'Favourites',
    recent: 'Recently read',
    all: 'All results and filters',
    choose: 'choose',
    open: 'open',
    newTab: 'new tab',
    enter: 'Enter',
    control: 'Ctrl',
    slash: 'key /',
  },
};

/** The search's words for a page in `lang`, in English where the site does not speak it. */
export function searchWordsFor(lang: string): SearchWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
