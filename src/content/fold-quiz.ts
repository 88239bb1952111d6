// A quiz's tree for its page: the answers as a plain list, the solution folded under them. The page's script makes a form of the same elements.
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { type ParsedAnswer, type ParsedQuestion, parseQuiz } from './parse-quiz.ts';

export interface QuizPageWords {
  readonly solution: string;
  readonly right: string;
  readonly wrong: string;
}

/** A node that becomes the element `hName`; mdast has no type for it. */
function element(
  hName: string,
  className: string | undefined,
  children: readonly (RootContent | PhrasingContent)[],
): RootContent {
  const hProperties = className === undefined ? {} : { className: [className] };
  return { type: 'quizPart', data: { hName, hProperties }, children } as unknown as RootContent;
}

/** Answers of order in an order that tells nothing: that of the source is the solution. */
function mixAnswers(answers: readonly ParsedAnswer[]): readonly ParsedAnswer[] {
  const mixed = answers.toSorted((a, b) => (a.text < b.text ? -1 : 1));
  return mixed.every((answer, at) => answer === answers[at]) ? mixed.reverse() : mixed;
}

function answerList(question: ParsedQuestion): List {
  const answers = question.kind === 'order' ? mixAnswers(question.answers) : question.answers;
  const item = ({ words }: ParsedAnswer): ListItem => ({
    type: 'listItem',
    children: [{ type: 'paragraph', children: structuredClone(words) as PhrasingContent[] }],
  });
  const data = { hProperties: { className: ['quiz-answers'] } };
  return { type: 'list', ordered: false, spread: false, data, children: answers.map(item) };
}

function keyItem({ words, right, explanation }: ParsedAnswer, kind: string, page: QuizPageWords): ListItem {
  const mark = element('span', 'quiz-mark', [{ type: 'text', value: right ? page.right : page.wrong }]);
  const said = [...(kind === 'order' ? [] : [mark, { type: 'text', value: ' ' }]), ...words];
  const paragraph: Paragraph = { type: 'paragraph', children: said as PhrasingContent[] };
  return {
    type: 'listItem',
    spread: true,
    data: { hProperties: { className: [right || kind === 'order' ? 'quiz-right' : 'quiz-wrong'] } },
    children: [paragraph, ...(explanation as BlockContent[])],
  };
}

function keyList({ kind, answers }: ParsedQuestion, page: QuizPageWords): List {
  const data = { hProperties: { className: ['quiz-key'] } };
  const children = answers.map((answer) => keyItem(answer, kind, page));
  return { type: 'list', ordered: kind === 'order', spread: true, data, children };
}

function foldQuestion(question: ParsedQuestion, page: QuizPageWords): RootContent[] {
  const { heading, before, list, after } = question;
  if (list === undefined) return [heading, ...before];
  const solution = element('details', 'quiz-solution', [
    element('summary', undefined, [{ type: 'text', value: page.solution }]),
    keyList(question, page),
    ...after,
  ]);
  return [element('section', 'quiz-question', [heading, ...before, answerList(question), solution])];
}

/** Makes `tree` that of a quiz's page. To be called before `prepareTree`. */
export function foldQuiz(tree: Root, words: QuizPageWords): Root {
  const { intro, questions } = parseQuiz(tree);
  return { ...tree, children: [...intro, ...questions.flatMap((question) => foldQuestion(question, words))] };
}

/** A quiz's tree without its answers: a wrong one must be nobody's search result. */
export function withoutAnswers(tree: Root): Root {
  const { intro, questions } = parseQuiz(tree);
  return {
    ...tree,
    children: [...intro, ...questions.flatMap(({ heading, before }) => [heading, ...before])],
  };
}
