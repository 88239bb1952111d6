// One question of a quiz as a part of its form, made from the elements of the page; judged, it says what was right and why.
import { isAnsweredRight, type JudgedQuestion, shuffle } from '../../src/model/quiz.ts';
import type { TrainingWords } from '../locales/training-words.ts';
import { announce } from './announce.ts';
import { build } from './build-element.ts';

/** A question as the page holds it. */
export interface PageQuestion extends JudgedQuestion {
  readonly title: string;
  /** Copies of what stands between the question and its answers. */
  readonly before: () => Node[];
  readonly answers: readonly PageAnswer[];
  /** Copies of what stands after the answers. */
  readonly after: () => Node[];
}

export interface PageAnswer {
  /** Its words for a label: links in it would lead away. */
  readonly text: string;
  /** Copies of what explains it, and of the answer itself where it is a link. */
  readonly why: () => Node[];
}

/** A question in the form. */
export interface QuestionField {
  readonly element: HTMLFieldSetElement;
  /** The places of the answers that are chosen, or all in their present order. */
  readonly given: () => readonly number[];
  readonly isAnswered: () => boolean;
  /** Moves the focus to it. */
  readonly focus: () => void;
  /** Shows what is right; nothing can be changed after that. */
  readonly reveal: () => void;
}

/** Reads the question that `section` holds; undefined where it holds none. */
export function readQuestion(section: Element): PageQuestion | undefined {
  const heading = section.querySelector(':scope > h2, :scope > h3');
  const list = section.querySelector(':scope > .quiz-answers');
  const key = section.querySelector<HTMLElement>(':scope > .quiz-solution > .quiz-key');
  if (!heading || !list || !key) return undefined;
  const items = [...key.children];
  const right = items.map((item) => item.classList.contains('quiz-right'));
  const chosen = right.filter(Boolean).length > 1 ? 'multiple' : 'single';
  return {
    kind: key.tagName === 'OL' ? 'order' : chosen,
    right,
    title: heading.textContent.trim(),
    before: () => between(heading, list),
    answers: items.map(readAnswer),
    after: () => between(key, null),
  };
}

/** Copies of what stands after `start` and before `end`. */
function between(start: Element, end: Element | null): Node[] {
  const nodes: Node[] = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling)
    nodes.push(node.cloneNode(true));
  return nodes;
}

function readAnswer(item: Element): PageAnswer {
  const words = item.firstElementChild?.cloneNode(true) as Element | undefined;
  words?.querySelector('.quiz-mark')?.remove();
  const explanation = [...item.children].slice(1);
  const linked = words?.querySelector('a') ? [words] : [];
  return {
    text: words?.textContent?.trim() ?? '',
    why: () => [...linked, ...explanation].map((node) => node.cloneNode(true)),
  };
}

/** Makes the field of a question; `name` is its own among those of the form, `heading` says which it is. */
export function createQuestionField(
  question: PageQuestion,
  { name, heading, words, random }: FieldTerms,
): QuestionField {
  const count = build('span', 'quiz-count', heading);
  const legend = build('legend', '', count, ' ', question.title);
  const hints = { single: '', multiple: words.several, order: words.inOrder };
  const hint = hints[question.kind];
  const element = build('fieldset', 'quiz-field', legend, ...question.before());
  if (hint !== '') element.append(build('p', 'quiz-hint', hint));
  const answers =
    question.kind === 'order' ? orderedAnswers(question, words, random) : boxes(question, name, random);
  element.append(answers.element);
  return {
    element,
    given: answers.given,
    isAnswered: () => answers.given().length > 0,
    focus: answers.focus,
    reveal: () => {
      const isRight = isAnsweredRight(question, answers.given());
      element.classList.add(isRight ? 'is-right' : 'is-wrong');
      legend.append(' ', verdict(isRight, words));
      answers.reveal(words);
      element.append(...question.after());
    },
  };
}

interface FieldTerms {
  readonly name: string;
  readonly heading: string;
  readonly words: TrainingWords;
  readonly random: () => number;
}

interface AnswersPart {
  readonly element: HTMLElement;
  readonly given: () => readonly number[];
  readonly focus: () => void;
  readonly reveal: (words: TrainingWords) => void;
}

function verdict(isRight: boolean, words: TrainingWords): HTMLElement {
  return build(
    'strong',
    `quiz-verdict ${isRight ? 'is-right' : 'is-wrong'}`,
    isRight ? words.right : words.wrong,
  );
}

function explain(item: Element, why: readonly Node[]): void {
  if (why.length > 0) item.append(build('div', 'quiz-why', ...(why as (Node | string)[])));
}

function boxes({ kind, answers, right }: PageQuestion, name: string, random: () => number): AnswersPart {
  const fields = answers.map(({ text, why }, place) => {
    const box = build('input', '');
    box.type = kind === 'single' ? 'radio' : 'checkbox';
    box.name = name;
    box.autocomplete = 'off';
    const mark = build('span', 'quiz-mark');
    const item = build('li', '', build('label', '', box, build('span', '', text), mark));
    return { box, item, mark, why, place };
  });
  return {
    element: build('ul', 'quiz-choices', ...shuffle(fields, random).map(({ item }) => item)),
    given: () => fields.flatMap(({ box, place }) => (box.checked ? [place] : [])),
    focus: () => fields.find(({ item }) => item.previousElementSibling === null)?.box.focus(),
    reveal: (words) => {
      for (const { box, item, mark, why, place } of fields) {
        box.disabled = true;
        item.classList.add(right[place] ? 'is-right' : 'is-wrong');
        const said = [
          right[place] ? words.right : words.wrong,
          ...(box.checked ? [words.yours] : []),
          ...(right[place] && !box.checked ? [words.expected] : []),
        ];
        mark.textContent = said.join(', ');
        explain(item, why());
      }
    },
  };
}

/** Answers that are moved one place at a time; they never begin in the right order. */
function orderedAnswers({ answers }: PageQuestion, words: TrainingWords, random: () => number): AnswersPart {
  const list = build('ol', 'quiz-order');
  const items = answers.map(({ text }, place) => {
    const up = moveButton('↑', words.up(text));
    const down = moveButton('↓', words.down(text));
    const item = build('li', '', build('span', '', text), build('span', 'quiz-moves', up, down));
    const move = (by: -1 | 1, button: HTMLButtonElement) => {
      const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (by < 0) other.before(item);
      else other.after(item);
      button.focus();
      announce(words.moved(text, [...list.children].indexOf(item) + 1, items.length));
    };
    up.addEventListener('click', () => move(-1, up));
    down.addEventListener('click', () => move(1, down));
    return { item, up, place };
  });
  const mixed = shuffle(items, random);
  if (mixed.every(({ place }, at) => place === at)) mixed.push(...mixed.splice(0, 1));
  list.append(...mixed.map(({ item }) => item));
  return {
    element: list,
    given: () => [...list.children].map((child) => items.findIndex(({ item }) => item === child)),
    focus: () => items.find(({ item }) => item === list.firstElementChild)?.up.focus(),
    reveal: () => {
      for (const button of list.querySelectorAll('button')) button.remove();
      const solution = build('ol', 'quiz-order');
      for (const { text, why } of answers) {
        const item = build('li', '', text);
        explain(item, why());
        solution.append(item);
      }
      list.after(build('p', 'quiz-hint', words.rightOrder), solution);
    },
  };
}

function moveButton(sign: string, name: string): HTMLButtonElement {
  const button = build('button', 'icon-button', sign);
  button.type = 'button';
  button.setAttribute('aria-label', name);
  return button;
}
