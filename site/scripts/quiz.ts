// Entry of `quiz.js`: makes one form of a quiz's questions, judges it, and keeps the score on the device.
import {
  drawQuestions,
  isPassed,
  judgeQuiz,
  percentOf,
  type Score,
  usualPass,
} from '../../src/model/quiz.ts';
import { trainingWordsFor } from '../locales/training-words.ts';
import { build } from './build-element.ts';
import { createQuestionField, type PageQuestion, readQuestion } from './quiz-question.ts';
import { handOver } from './quiz-receipt.ts';
import { keepScore, readScores } from './quiz-scores.ts';

function setUpQuiz(): void {
  const article = document.querySelector<HTMLElement>('.article-quiz');
  const prose = article?.querySelector('.prose');
  if (!article || !prose) return;
  const sections = [...prose.querySelectorAll(':scope > .quiz-question')];
  const questions = sections.flatMap((section) => readQuestion(section) ?? []);
  if (questions.length === 0) return;
  for (const section of sections) section.remove();
  const holder = build('div', 'quiz');
  prose.append(holder);
  const { lang } = document.documentElement;
  const { id = '', version = '', draw, pass } = article.dataset;
  const terms = {
    about: { id, lang, version },
    draw: draw === undefined ? undefined : Number(draw),
    pass: pass === undefined ? usualPass : Number(pass),
  };
  showForm(holder, questions, terms);
}

interface QuizTerms {
  readonly about: { readonly id: string; readonly lang: string; readonly version: string };
  readonly draw: number | undefined;
  readonly pass: number;
}

/** Draws questions and shows their form in the place of what `holder` holds. */
function showForm(holder: HTMLElement, all: readonly PageQuestion[], terms: QuizTerms): HTMLElement {
  const words = trainingWordsFor(document.documentElement.lang);
  const questions = drawQuestions(all, terms.draw, Math.random);
  const fields = questions.map((question, at) =>
    createQuestionField(question, {
      name: `question-${at}`,
      heading: words.question(at + 1, questions.length),
      words,
      random: Math.random,
    }),
  );
  const check = build('button', 'button', words.check);
  const missing = build('p', 'quiz-missing');
  missing.setAttribute('role', 'alert');
  const form = build('form', '', ...fields.map(({ element }) => element), missing, check);
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const open = fields.filter((field) => !field.isAnswered());
    missing.textContent = open.length === 0 ? '' : words.missing(open.length);
    open[0]?.focus();
    if (open.length > 0) return;
    const score = judgeQuiz(
      questions,
      fields.map((field) => field.given()),
    );
    for (const field of fields) field.reveal();
    const kept = keepScore(nameOf(terms), score);
    handOver({ about: terms.about, score });
    const again = build('button', 'button', words.restart);
    again.type = 'button';
    again.addEventListener('click', () => showForm(holder, all, terms).focus());
    missing.remove();
    check.replaceWith(again);
    const result = buildResult(score, kept, terms);
    holder.querySelector('.quiz-kept')?.remove();
    form.before(result);
    result.focus();
  });
  const start = build('p', 'quiz-kept', ...keptWords(terms));
  start.tabIndex = -1;
  holder.replaceChildren(start, form);
  return start.textContent === '' ? (fields[0]?.element.querySelector('input, button') ?? start) : start;
}

function nameOf({ about: { lang, id, version } }: QuizTerms): string {
  return `${lang}/${id}@${version}`;
}

/** What this device knows of earlier times; empty before the first. */
function keptWords(terms: QuizTerms): string[] {
  const words = trainingWordsFor(document.documentElement.lang);
  const kept = readScores(nameOf(terms));
  if (!kept) return [];
  return [words.best(kept.best.right, kept.best.of), ' ', words.last(kept.last.right, kept.last.of)];
}

function buildResult(score: Score, kept: boolean, terms: QuizTerms): HTMLElement {
  const words = trainingWordsFor(document.documentElement.lang);
  const passed = isPassed(score, terms.pass);
  const result = build(
    'div',
    `quiz-result ${passed ? 'is-right' : 'is-wrong'}`,
    build('p', 'quiz-score', words.result(score.right, score.of, percentOf(score))),
    build('p', '', passed ? words.passed : words.failed(terms.pass)),
    build('p', 'quiz-kept', ...(kept ? keptWords(terms) : [words.notKept])),
  );
  result.tabIndex = -1;
  result.setAttribute('role', 'group');
  result.setAttribute('aria-label', words.result(score.right, score.of, percentOf(score)));
  return result;
}

setUpQuiz();
