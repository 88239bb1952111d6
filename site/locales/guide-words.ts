// The guide's own words. They are apart from the site's other texts, because the guide's script brings them into the reader's browser.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Words of one language; functions take words that are ready to show. */
export interface GuideWords {
  readonly lang: UiLanguage;
  /** Name of the guide's region in the page. */
  readonly guide: (title: string) => string;
  readonly step: (number: number) => string;
  readonly resume: (step: number) => string;
  readonly whereToStart: string;
  readonly continue: string;
  readonly back: string;
  readonly restart: string;
  readonly close: string;
  /** Opens the dialog in which the step is reported. */
  readonly report: string;
  readonly path: string;
  readonly goTo: (step: number, text: string) => string;
  readonly detail: string;
  readonly answers: string;
  readonly outcome: string;
  /** Where the flow stops at a question without answers. */
  readonly deadEnd: string;
  readonly open: (title: string) => string;
  readonly returnTo: (title: string) => string;
  /** A link to a step that the flow, edited since, does not lead to any more. */
  readonly changed: string;
  readonly full: (steps: number) => string;
  /** An answer that the context of the contact gave. */
  readonly fromContext: (answer: string) => string;
  /** Said of a question that was passed, at the step after it. */
  readonly answeredFrom: (question: string, answer: string) => string;
  /** Said at a question that the context would answer. */
  readonly contextSays: (answer: string) => string;
  readonly warning: string;
  readonly startAnyway: string;
  readonly note: {
    readonly title: string;
    readonly copy: string;
    readonly copied: string;
    readonly failed: string;
    readonly article: (id: string, lang: string) => string;
    readonly version: (digest: string) => string;
    readonly followedOn: (date: string) => string;
    readonly outcome: (text: string) => string;
    readonly stoppedAt: (text: string) => string;
    readonly answered: (question: string, answer: string) => string;
  };
}

const fr: GuideWords = {
  lang: 'fr',
  guide: (title) => `Guide\u00a0: ${title}`,
  step: (number) => `Étape ${number}`,
  resume: (step) => `Reprendre à l’étape ${step}`,
  whereToStart: 'Par où commencer\u202f?',
  continue: 'Continuer',
  back: 'Étape précédente',
  restart: 'Recommencer',
  close: 'Fermer',
  report: 'Signaler cette étape',
  path: 'Chemin parcouru',
  goTo: (step, text) => `Revenir à l’étape ${step}\u00a0: ${text}`,
  detail: 'Détail de l’étape',
  answers: 'Réponses',
  outcome: 'Issue',
  deadEnd: 'Le logigramme s’arrête ici sans issue. Demandez la suite à l’équipe responsable.',
  open: (title) => `Ouvrir\u00a0: ${title}`,
  returnTo: (title) => `Revenir à\u00a0: ${title}`,
  changed:
    'Ce lien ne correspond plus au logigramme, qui a changé depuis. Relisez le chemin parcouru avant de continuer.',
  full: (steps) =>
    `Le guide s’arrête après ${steps}\u00a0étapes. Revenez en arrière, ou recommencez du début.`,
  fromContext: (answer) => `${answer} (d’après le dossier)`,
  answeredFrom: (question, answer) => `Répondu d’après le dossier\u00a0: ${question} ${answer}.`,
  contextSays: (answer) => `Le dossier répond\u00a0: ${answer}. Répondez autrement s’il se trompe.`,
  warning: 'Avant de commencer',
  startAnyway: 'Commencer quand même',
  note: {
    title: 'Note pour le dossier',
    copy: 'Copier la note',
    copied: 'Note copiée',
    failed: 'La copie a échoué\u00a0: le texte est sélectionné, copiez-le avec Ctrl+C.',
    article: (id, lang) => `Article\u00a0: ${id} (${lang})`,
    version: (digest) => `Version\u00a0: ${digest}`,
    followedOn: (date) => `Guide suivi le ${date}`,
    outcome: (text) => `Issue\u00a0: ${text}`,
    stoppedAt: (text) => `Arrêt à l’étape\u00a0: ${text}`,
    answered: (question, answer) => `${question} — ${answer}`,
  },
};

const en: GuideWords = {
  lang: 'en',
  guide: (title) => `Guide: ${title}`,
  step: (number) => `Step ${number}`,
  resume: (step) => `Resume at step ${step}`,
  whereToStart: 'Where do you start?',
  continue: 'Continue',
  back: 'Previous step',
  restart: 'Start again',
  close: 'Close',
  report: 'Report this step',
  path: 'Path so far',
  goTo: (step, text) => `Go back to step ${step}: ${text}`,
  detail: 'Detail of the step',
  answers: 'Answers',
  outcome: 'Outcome',
  deadEnd: 'The flowchart stops here without an outcome. Ask the owning team how to go on.',
  open: (title) => `Open: ${title}`,
  returnTo: (title) => `Back to: ${title}`,
  changed:
    'This link no longer matches the flowchart, which has changed. Check the path so far before you go on.',
  full: (steps) => `The guide stops after ${steps} steps. Go back, or start again.`,
  fromContext: (answer) => `${answer} (from the context)`,
  answeredFrom: (question, answer) => `Answered from the context: ${question} ${answer}.`,
  contextSays: (answer) => `The context says: ${answer}. Answer otherwise if it is wrong.`,
  warning: 'Before you start',
  startAnyway: 'Start anyway',
  note: {
    title: 'Case note',
    copy: 'Copy the note',
    copied: 'Note copied',
    failed: 'Copying failed: the text is selected, copy it with Ctrl+C.',
    article: (id, lang) => `Article: ${id} (${lang})`,
    version: (digest) => `Version: ${digest}`,
    followedOn: (date) => `Guide followed on ${date}`,
    outcome: (text) => `Outcome: ${text}`,
    stoppedAt: (text) => `Stopped at: ${text}`,
    answered: (question, answer) => `${question} — ${answer}`,
  },
};

/** The guide's words for a page in `lang`, in English where the site does not speak it. */
export function guideWordsFor(lang: string): GuideWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
