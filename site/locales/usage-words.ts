// The words of the usage page.
import type { UiLanguage } from '../../src/model/wording.ts';

type Lists = 'mostRead' | 'notFound' | 'notOpened' | 'guides' | 'copies' | 'votes' | 'neverRead';

/** Words of one language; functions take words and numbers that are ready to show. */
export interface UsageWords {
  readonly lang: UiLanguage;
  readonly title: string;
  readonly period: (since: string, today: string) => string;
  /** What is counted, and what is not. */
  readonly decent: string;
  readonly nothing: string;
  readonly firstDay: (day: string) => string;
  readonly views: string;
  readonly searchesInVain: string;
  readonly active: (days: string) => string;
  readonly activeOf: (active: string, people: string) => string;
  readonly keyFigures: string;
  /** Label of the reader's own choice, at the foot of every page. */
  readonly countMe: string;
  readonly titles: Readonly<Record<Lists, string>>;
  readonly notes: Readonly<Record<Lists, string>>;
  readonly empty: Readonly<Record<Lists, string>>;
  readonly columns: Readonly<
    Record<
      | 'article'
      | 'views'
      | 'query'
      | 'times'
      | 'suggestion'
      | 'question'
      | 'answers'
      | 'left'
      | 'copies'
      | 'yes'
      | 'no',
      string
    >
  >;
  readonly keywordFor: string;
  readonly articleMissing: string;
  readonly guideCount: (answers: string, left: string) => string;
  readonly guidePicture: (title: string) => string;
  readonly unlabelled: string;
  readonly rest: (count: string) => string;
}

const fr: UsageWords = {
  lang: 'fr',
  title: 'Usage de la base',
  period: (since, today) => `Du ${since} au ${today}.`,
  decent:
    'Des comptes seulement\u00a0: ce qui a été ouvert, cherché, répondu ou copié, jamais par qui. Les personnes actives sont comptées par jour, d’après l’effectif.',
  nothing: 'Rien n’a encore été compté.',
  firstDay: (day) => `Premier jour compté\u00a0: ${day}.`,
  views: 'lectures',
  searchesInVain: 'recherches sans résultat',
  active: (days) => `actifs sur ${days} jours`,
  activeOf: (active, people) => `${active} sur ${people}`,
  keyFigures: 'Chiffres clés',
  countMe: 'Compter ce que je lis, sans dire qui je suis',
  titles: {
    mostRead: 'Les plus lus',
    notFound: 'Cherché, rien trouvé',
    notOpened: 'Cherché, rien ouvert',
    guides: 'Réponses données dans les guides',
    copies: 'Macros copiées',
    votes: 'Cet article vous a-t-il aidé\u202f?',
    neverRead: 'Jamais lus',
  },
  notes: {
    mostRead: 'Une lecture est une ouverture de la page.',
    notFound: 'Chaque ligne est une suggestion\u00a0: un mot-clé à ajouter, ou un article à écrire.',
    notOpened: 'La recherche a donné des résultats, et aucun n’a été ouvert.',
    guides: 'Sur chaque flèche, la part de ceux qui l’ont prise.',
    copies: 'Le texte d’une macro a été copié.',
    votes: 'Les «\u00a0non\u00a0» d’abord.',
    neverRead: 'En vigueur pendant toute la période, et que personne n’a ouverts.',
  },
  empty: {
    mostRead: 'Aucune lecture n’a été comptée.',
    notFound: 'Toutes les recherches ont trouvé quelque chose.',
    notOpened: 'Chaque recherche a mené à un article.',
    guides: 'Aucun guide n’a été suivi.',
    copies: 'Aucune macro n’a été copiée.',
    votes: 'Personne n’a répondu.',
    neverRead: 'Tous les articles ont été lus.',
  },
  columns: {
    article: 'Article',
    views: 'Lectures',
    query: 'Recherche',
    times: 'Fois',
    suggestion: 'Suggestion',
    question: 'Question',
    answers: 'Réponses',
    left: 'Quitté là',
    copies: 'Copies',
    yes: 'Oui',
    no: 'Non',
  },
  keywordFor: 'Mot-clé pour',
  articleMissing: 'Article manquant\u202f?',
  guideCount: (answers, left) => `Réponses\u00a0: ${answers}. Guide quitté avant la fin\u00a0: ${left}.`,
  guidePicture: (title) => `Logigramme avec la part de chaque réponse\u00a0: ${title}`,
  unlabelled: '(suite)',
  rest: (count) => `Et ${count} de plus, dans «\u00a0kb usage\u00a0».`,
};

const en: UsageWords = {
  lang: 'en',
  title: 'Use of the base',
  period: (since, today) => `From ${since} to ${today}.`,
  decent:
    'Counts only: what was opened, searched, answered or copied, never by whom. Active people are counted by day, from the roster.',
  nothing: 'Nothing was counted yet.',
  firstDay: (day) => `First day counted: ${day}.`,
  views: 'readings',
  searchesInVain: 'searches without a result',
  active: (days) => `active in ${days} days`,
  activeOf: (active, people) => `${active} of ${people}`,
  keyFigures: 'Key figures',
  countMe: 'Count what I read, without saying who I am',
  titles: {
    mostRead: 'Most read',
    notFound: 'Searched, nothing found',
    notOpened: 'Searched, nothing opened',
    guides: 'Answers given in guides',
    copies: 'Macros copied',
    votes: 'Did this article help you?',
    neverRead: 'Never read',
  },
  notes: {
    mostRead: 'A reading is an opening of the page.',
    notFound: 'Each line is a suggestion: a keyword to add, or an article to write.',
    notOpened: 'The search gave results, and none was opened.',
    guides: 'On each arrow, the share of those who took it.',
    copies: 'A macro’s text was copied.',
    votes: 'Most “no” first.',
    neverRead: 'In force for the whole period, and opened by nobody.',
  },
  empty: {
    mostRead: 'No reading was counted.',
    notFound: 'Every search found something.',
    notOpened: 'Every search led to an article.',
    guides: 'No guide was followed.',
    copies: 'No macro was copied.',
    votes: 'Nobody answered.',
    neverRead: 'Every article was read.',
  },
  columns: {
    article: 'Article',
    views: 'Readings',
    query: 'Search',
    times: 'Times',
    suggestion: 'Suggestion',
    question: 'Question',
    answers: 'Answers',
    left: 'Left here',
    copies: 'Copies',
    yes: 'Yes',
    no: 'No',
  },
  keywordFor: 'Keyword for',
  articleMissing: 'A missing article?',
  guideCount: (answers, left) => `Answers: ${answers}. Guide left before its end: ${left}.`,
  guidePicture: (title) => `Flowchart with the share of each answer: ${title}`,
  unlabelled: '(goes on)',
  rest: (count) => `And ${count} more, in \`kb usage\`.`,
};

/** The words of the usage page in `lang`, in English where the site does not speak it. */
export function usageWordsFor(lang: string): UsageWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
