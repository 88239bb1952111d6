// The words of quizzes and training paths. Apart from the site's other texts, because scripts bring them too.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Words of one language; functions take words that are ready to show. */
export interface TrainingWords {
  readonly lang: UiLanguage;
  readonly solution: string;
  readonly right: string;
  readonly wrong: string;
  readonly question: (place: number, of: number) => string;
  readonly several: string;
  readonly inOrder: string;
  readonly up: (answer: string) => string;
  readonly down: (answer: string) => string;
  readonly moved: (answer: string, place: number, of: number) => string;
  readonly check: string;
  readonly restart: string;
  readonly missing: (count: number) => string;
  readonly yours: string;
  readonly expected: string;
  readonly rightOrder: string;
  readonly result: (right: number, of: number, percent: number) => string;
  readonly passed: string;
  readonly failed: (pass: number) => string;
  readonly best: (right: number, of: number) => string;
  readonly last: (right: number, of: number) => string;
  readonly notKept: string;
  readonly path: string;
  readonly paths: string;
  readonly steps: (count: number) => string;
  readonly challenge: (from: string, until: string) => string;
  readonly done: (step: string) => string;
  readonly progress: (done: number, of: number) => string;
  readonly stepNotKept: string;
}

const nb = '\u00a0';
const nn = '\u202f';

const fr: TrainingWords = {
  lang: 'fr',
  solution: 'Solution',
  right: 'Juste',
  wrong: 'Faux',
  question: (place, of) => `Question ${place} sur${nb}${of}`,
  several: 'Plusieurs réponses sont justes.',
  inOrder: 'Remettez dans l’ordre.',
  up: (answer) => `Monter${nb}: ${answer}`,
  down: (answer) => `Descendre${nb}: ${answer}`,
  moved: (answer, place, of) => `${answer}${nb}: place ${place} sur${nb}${of}`,
  check: 'Vérifier',
  restart: 'Recommencer',
  missing: (count) =>
    count === 1
      ? 'Une question est restée sans réponse.'
      : `${count}${nb}questions sont restées sans réponse.`,
  yours: 'votre réponse',
  expected: 'à cocher',
  rightOrder: `L’ordre juste${nb}:`,
  result: (right, of, percent) => `${right} sur${nb}${of} (${percent}${nn}%)`,
  passed: 'Quiz réussi.',
  failed: (pass) => `Il faut ${pass}${nn}% de bonnes réponses. Relisez les explications, puis recommencez.`,
  best: (right, of) => `Meilleur score sur cet appareil${nb}: ${right} sur${nb}${of}.`,
  last: (right, of) => `Dernier${nb}: ${right} sur${nb}${of}.`,
  notKept: `Ce navigateur ne garde rien${nb}: le score n’a pas été enregistré.`,
  path: 'Parcours de formation',
  paths: 'Parcours de formation',
  steps: (count) => `${count}${nb}${count < 2 ? 'étape' : 'étapes'}`,
  challenge: (from, until) => `Défi du ${from} au ${until}.`,
  done: (step) => `Fait${nb}: ${step}`,
  progress: (done, of) => `${done}${nb}${done < 2 ? 'étape faite' : 'étapes faites'} sur${nb}${of}`,
  stepNotKept: `Ce navigateur ne garde rien${nb}: l’étape n’a pas été enregistrée.`,
};

const en: TrainingWords = {
  lang: 'en',
  solution: 'Solution',
  right: 'Right',
  wrong: 'Wrong',
  question: (place, of) => `Question ${place} of ${of}`,
  several: 'Several answers are right.',
  inOrder: 'Put these in order.',
  up: (answer) => `Move up: ${answer}`,
  down: (answer) => `Move down: ${answer}`,
  moved: (answer, place, of) => `${answer}: place ${place} of ${of}`,
  check: 'Check',
  restart: 'Start again',
  missing: (count) =>
    count === 1 ? 'One question has no answer yet.' : `${count} questions have no answer yet.`,
  yours: 'your answer',
  expected: 'to be ticked',
  rightOrder: 'The right order:',
  result: (right, of, percent) => `${right} of ${of} (${percent}%)`,
  passed: 'Quiz passed.',
  failed: (pass) => `You need ${pass}% of right answers. Read the explanations, then start again.`,
  best: (right, of) => `Best score on this device: ${right} of ${of}.`,
  last: (right, of) => `Last one: ${right} of ${of}.`,
  notKept: 'This browser keeps nothing: the score was not saved.',
  path: 'Training path',
  paths: 'Training paths',
  steps: (count) => `${count} ${count === 1 ? 'step' : 'steps'}`,
  challenge: (from, until) => `Challenge from ${from} to ${until}.`,
  done: (step) => `Done: ${step}`,
  progress: (done, of) => `${done} of ${of} ${of === 1 ? 'step' : 'steps'} done`,
  stepNotKept: 'This browser keeps nothing: the step was not saved.',
};

/** The training words for a page in `lang`, in English where the site does not speak it. */
export function trainingWordsFor(lang: string): TrainingWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
