// What the formats for people say in common: one word per thing in table, Markdown, page and calendar.
import { trustWords, validityWords } from '../../model/state-words.ts';
import type { UiLanguage, Wording } from '../../model/wording.ts';
import type { ComparedList } from '../compare-reports.ts';
import { countNoun } from '../explain-priority.ts';
import type { Report, ReportedArticle } from '../report.ts';

type State = keyof Report['validity'] | keyof Report['trust'];

export const stateWords: Readonly<Record<State, Wording>> = {
  ...validityWords,
  ...trustWords,
  invalid: { fr: 'Illisible', en: 'Unreadable' },
};

export const reportWords = {
  validity: { fr: 'Validité', en: 'Validity' },
  trust: { fr: 'Approbation', en: 'Trust' },
  nothing: { fr: 'Rien à mettre à jour.', en: 'Nothing to update.' },
  toUpdate: { fr: 'À mettre à jour, le plus urgent d’abord', en: 'To update, most urgent first' },
  owner: { fr: 'Responsable', en: 'Owner' },
  article: { fr: 'Article', en: 'Article' },
  articles: { fr: 'Articles', en: 'Articles' },
  why: { fr: 'Pourquoi', en: 'Why' },
  next: { fr: 'Une fois relus et corrigés :', en: 'Once read and edited:' },
  edited: { fr: 'Modifié depuis la validation\u00a0:', en: 'Edited since the validation:' },
  diffsLeftOut: {
    fr: 'Différences trop longues pour être montrées\u00a0:',
    en: 'Differences too long to be shown:',
  },
  states: { fr: 'État de la base', en: 'State of the base' },
  allArticles: { fr: 'Tous les articles', en: 'All articles' },
  showAll: { fr: 'Afficher tous les articles', en: 'Show all articles' },
  showEdits: { fr: 'Afficher les modifications', en: 'Show the edits' },
  expires: { fr: 'Dernier jour', en: 'Last day' },
  validatedBy: { fr: 'Validé par', en: 'Validated by' },
  since: { fr: 'Nouveau depuis le', en: 'New since' },
  noNews: { fr: 'Rien de nouveau.', en: 'Nothing new.' },
} as const satisfies Record<string, Wording>;

export const comparisonWords: Readonly<Record<ComparedList, Wording>> = {
  newlyExpired: { fr: 'Devenus périmés', en: 'Newly expired' },
  newlyDue: { fr: 'Bientôt périmés', en: 'Newly expiring soon' },
  newlyValidated: { fr: 'Validés', en: 'Newly validated' },
  newlyChanged: { fr: 'Modifiés, à revalider', en: 'Edited, to revalidate' },
  added: { fr: 'Ajoutés', en: 'Added' },
  gone: { fr: 'Disparus', en: 'Gone' },
};

/** What an article or a state asks for: `bad` at once, `soon` before long, `good` and `plain` nothing. */
export type Mood = 'bad' | 'soon' | 'good' | 'plain';

const moods: Readonly<Partial<Record<State, Mood>>> = {
  expired: 'bad',
  invalid: 'bad',
  undated: 'bad',
  due: 'soon',
  changed: 'soon',
  unvalidated: 'soon',
  current: 'good',
  validated: 'good',
};

export function moodOf(state: State): Mood {
  return moods[state] ?? 'plain';
}

/** The more alarming of an article's two states. */
export function articleMood({ validity, trust }: ReportedArticle): Mood {
  return [validity, trust].map(moodOf).includes('bad') ? 'bad' : 'soon';
}

/** The articles that ask for something, most urgent first. */
export function articlesToUpdate<A extends Pick<ReportedArticle, 'score'>>(articles: readonly A[]): A[] {
  return articles.filter(({ score }) => score > 0);
}

/** `point-relais-ferme (fr)`; the path of a file without an id. */
export function nameArticle({ id, lang, path }: Pick<ReportedArticle, 'id' | 'lang' | 'path'>): string {
  return id === null ? path : `${id} (${lang ?? '?'})`;
}

const placeholders = {
  date: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
  name: { fr: 'NOM', en: 'NAME' },
};

export type Step = 'lint' | 'review' | 'validate';

/** What mends an article's state once a person has read and edited it; undefined where the edit is all. */
export function stepOf({ validity, trust }: Pick<ReportedArticle, 'validity' | 'trust'>): Step | undefined {
  if (validity === 'invalid') return 'lint';
  if (validity === 'expired' || validity === 'due' || validity === 'undated') return 'review';
  return trust === 'changed' || trust === 'unvalidated' ? 'validate' : undefined;
}

/** The command of a step, for the article that `target` names. */
export function writeCommand(step: Step, target: string, lang: UiLanguage): string {
  if (step === 'lint') return 'kb lint';
  if (step === 'review') return `kb review ${target} --expires ${placeholders.date[lang]}`;
  return `kb validate ${target} --by ${placeholders.name[lang]}`;
}

/** The command that an article asks for. Translations share an id, and only this one was read. */
export function nextCommand(article: ReportedArticle, lang: UiLanguage): string | undefined {
  const step = stepOf(article);
  return step && writeCommand(step, `${article.id} --language ${article.lang}`, lang);
}

/** What stands before a line of a diff. */
export const editMarks = { added: '+', removed: '-', same: ' ' } as const;

/** "1 article", "1 204 articles". */
export function countArticles(count: number, lang: UiLanguage): string {
  return countNoun(count, { fr: ['article', 'articles'], en: ['article', 'articles'] }, lang);
}
