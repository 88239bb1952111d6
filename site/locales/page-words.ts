// The words of the pages beside the articles: news, tags, versions, and the page that leads other tools' links on.
import type { UiLanguage } from '../../src/model/wording.ts';
import type { NewsKind } from '../news-view.ts';

/** Words of one language; functions take words that are ready to show. */
export interface PageWords {
  readonly lang: UiLanguage;
  /** What search engines show of a page that has no summary. */
  readonly description: (title: string, site: string) => string;
  readonly tag: string;
  /** In which order a contact reason's articles stand. */
  readonly reasonOrder: string;
  /** Over the links to the reasons below one, and over their articles; said to the public too. */
  readonly reasonsBelow: string;
  readonly articlesBelow: string;
  /** Leads to those who write the articles. */
  readonly writers: string;
  readonly news: {
    readonly title: string;
    readonly week: string;
    readonly until: (date: string) => string;
    /** What the page shows, `days` back from `date`. */
    readonly about: (days: string, date: string) => string;
    readonly none: string;
    readonly noneThisWeek: string;
    readonly all: string;
    readonly rest: (count: number, formatted: string) => string;
    readonly kinds: Readonly<Record<NewsKind, string>>;
    readonly by: (name: string) => string;
    readonly pastUnknown: string;
    readonly feed: string;
  };
  readonly versions: {
    readonly title: string;
    readonly unreadable: string;
    /** Comes before the command that shows a version. */
    readonly see: string;
  };
  readonly go: {
    readonly title: string;
    readonly advice: string;
    /** Shown where the link names a reason that the base does not have. */
    readonly unknown: string;
    readonly none: string;
  };
  readonly machine: {
    /** What the site is, for a program that reads it. */
    readonly about: (articles: string, date: string) => string;
    readonly rule: string;
    readonly uncategorized: string;
    readonly rest: (count: string) => string;
    readonly more: string;
    readonly json: string;
  };
}

const fr: PageWords = {
  lang: 'fr',
  description: (title, site) =>
    title === site
      ? `${site}\u00a0: procédures, réponses types et questions fréquentes, avec leur date de fin de validité.`
      : `${title}\u00a0: les articles de la base de connaissances ${site}, avec leur date de fin de validité.`,
  tag: 'Étiquette',
  reasonOrder:
    'Aides à la décision et procédures d’abord, puis réponses types, questions fréquentes et le reste\u00a0; les articles périmés en dernier.',
  reasonsBelow: 'Plus précisément',
  articlesBelow: 'Articles des sujets plus précis',
  writers: 'Écrire à ceux qui rédigent la base',
  news: {
    title: 'Nouveautés',
    week: 'Cette semaine',
    until: (date) => `Sept jours jusqu’au ${date}`,
    about: (days, date) =>
      `Articles nouveaux, modifiés, devenus périmés ou archivés dans les ${days}\u00a0jours jusqu’au ${date}, le plus récent d’abord.`,
    none: 'Rien de nouveau sur cette période.',
    noneThisWeek: 'Rien de nouveau ces sept derniers jours.',
    all: 'Toutes les nouveautés',
    rest: (count, formatted) =>
      `et ${formatted}\u00a0${count < 2 ? 'autre, plus ancienne' : 'autres, plus anciennes'}`,
    kinds: {
      new: 'Nouveau',
      changed: 'Modifié',
      archived: 'Archivé',
      expired: 'Fin de validité',
      effective: 'Entré en vigueur',
      reviewed: 'Relu',
      validated: 'Validé',
    },
    by: (name) => `par ${name}`,
    pastUnknown:
      'L’historique n’a pas été lu\u00a0: les dates sont celles que les articles donnent eux-mêmes (entrée en vigueur, relecture, validation).',
    feed: 'S’abonner au flux Atom',
  },
  versions: {
    title: 'Dernières versions',
    unreadable: 'Illisible',
    see: 'Pour relire l’article tel qu’il était un jour donné\u00a0:',
  },
  go: {
    title: 'Ouvrir un motif de contact',
    advice: 'Choisissez le motif\u00a0: il mène à l’article à suivre, ou à la liste des articles du motif.',
    unknown: 'Ce motif n’existe pas dans la base. Choisissez-en un autre, ou cherchez avec vos mots.',
    none: 'Cette base n’a pas de motif de contact.',
  },
  machine: {
    about: (articles, date) =>
      `Base de connaissances d’un service client, publiée le ${date}\u00a0: ${articles}.`,
    rule: 'Chaque article dit jusqu’à quand il est valable. Passé ce jour, il ne doit plus être appliqué ni cité comme une règle. Les articles périmés ou archivés n’apparaissent pas ici.',
    uncategorized: 'Sans rubrique',
    rest: (count) => `et ${count} de plus, dans cette liste`,
    more: 'Autres formats',
    json: 'Tous les articles en JSON, avec leurs dates',
  },
};

const en: PageWords = {
  lang: 'en',
  description: (title, site) =>
    title === site
      ? `${site}: procedures, standard replies and frequent questions, each with its last valid day.`
      : `${title}: the articles of the knowledge base ${site}, each with its last valid day.`,
  tag: 'Tag',
  reasonOrder:
    'Decision aids and procedures first, then reply templates, frequent questions and the rest; expired articles last.',
  reasonsBelow: 'More precisely',
  articlesBelow: 'Articles on the more precise subjects',
  writers: 'Write to those who keep this base',
  news: {
    title: 'What’s new',
    week: 'This week',
    until: (date) => `Seven days up to ${date}`,
    about: (days, date) =>
      `Articles that came, changed, expired or were archived in the ${days} days up to ${date}, the latest first.`,
    none: 'Nothing new in this time.',
    noneThisWeek: 'Nothing new in the last seven days.',
    all: 'All news',
    rest: (count, formatted) => `and ${formatted} older ${count === 1 ? 'one' : 'ones'}`,
    kinds: {
      new: 'New',
      changed: 'Changed',
      archived: 'Archived',
      expired: 'Ran out',
      effective: 'In force',
      reviewed: 'Reviewed',
      validated: 'Validated',
    },
    by: (name) => `by ${name}`,
    pastUnknown:
      'The history was not read: the days are those that the articles name themselves (in force, reviewed, validated).',
    feed: 'Subscribe to the Atom feed',
  },
  versions: {
    title: 'Latest versions',
    unreadable: 'Unreadable',
    see: 'To read the article as it was on a day:',
  },
  go: {
    title: 'Open a contact reason',
    advice: 'Choose the reason: it leads to the article to follow, or to the list of the reason’s articles.',
    unknown: 'The base has no such contact reason. Choose another, or search in your own words.',
    none: 'This base has no contact reasons.',
  },
  machine: {
    about: (articles, date) => `Knowledge base of a customer service, published on ${date}: ${articles}.`,
    rule: 'Every article says until when it is valid. After that day it must neither be applied nor quoted as a rule. Expired and archived articles are left out here.',
    uncategorized: 'Without a category',
    rest: (count) => `and ${count} more, in this list`,
    more: 'Other formats',
    json: 'All articles as JSON, with their dates',
  },
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function pageWordsFor(lang: string): PageWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
