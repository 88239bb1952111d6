// The questions of a quiz, out of its Markdown: a heading asks, the task list under it answers.
import type { Heading, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { JudgedQuestion, QuestionKind } from '../model/quiz.ts';

export interface ParsedAnswer {
  readonly item: ListItem;
  /** The first line of the item. */
  readonly words: readonly PhrasingContent[];
  /** The words as plain text, with single spaces. */
  readonly text: string;
  readonly right: boolean;
  /** Whether the item has a box at all. */
  readonly boxed: boolean;
  /** What stands under the first line. */
  readonly explanation: readonly RootContent[];
}

export interface ParsedQuestion extends JudgedQuestion {
  readonly heading: Heading;
  readonly text: string;
  /** What stands between the heading and its answers. */
  readonly before: readonly RootContent[];
  /** Undefined where nothing under the heading can be ticked. */
  readonly list: List | undefined;
  readonly answers: readonly ParsedAnswer[];
  /** What stands after the answers: it belongs to the solution. */
  readonly after: readonly RootContent[];
}

export interface ParsedQuiz {
  /** What stands before the first question. */
  readonly intro: readonly RootContent[];
  readonly questions: readonly ParsedQuestion[];
}

function isTaskList(node: RootContent): node is List {
  return node.type === 'list' && node.children.some(({ checked }) => typeof checked === 'boolean');
}

/** The words of a paragraph before its first line end, and those after it. */
function splitFirstLine(words: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  for (const [at, node] of words.entries()) {
    if (node.type === 'break') return [words.slice(0, at), words.slice(at + 1)];
    const end = node.type === 'text' ? node.value.search(/\r?\n/) : -1;
    if (node.type !== 'text' || end < 0) continue;
    const [first, rest] = [node.value.slice(0, end), node.value.slice(end).trimStart()];
    return [
      [...words.slice(0, at), ...(first === '' ? [] : [{ ...node, value: first }])],
      [...(rest === '' ? [] : [{ ...node, value: rest }]), ...words.slice(at + 1)],
    ];
  }
  return [[...words], []];
}

function parseAnswer(item: ListItem): ParsedAnswer {
  const [first, ...others] = item.children;
  const [words, rest] = first?.type === 'paragraph' ? splitFirstLine(first.children) : [[], []];
  const below: RootContent[] = first === undefined || first.type === 'paragraph' ? others : item.children;
  return {
    item,
    words,
    text: words
      .map((word) => textOf(word))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    right: item.checked === true,
    boxed: typeof item.checked === 'boolean',
    explanation: [...(rest.length > 0 ? [{ type: 'paragraph', children: rest } as const] : []), ...below],
  };
}

function kindOf(list: List | undefined, answers: readonly ParsedAnswer[]): QuestionKind {
  if (list?.ordered) return 'order';
  return answers.filter(({ right }) => right).length > 1 ? 'multiple' : 'single';
}

function parseQuestion(heading: Heading, below: readonly RootContent[]): ParsedQuestion {
  const at = below.findIndex(isTaskList);
  const list = at < 0 ? undefined : (below[at] as List);
  const answers = (list?.children ?? []).map(parseAnswer);
  const kind = kindOf(list, answers);
  return {
    heading,
    text: textOf(heading).replace(/\s+/g, ' ').trim(),
    before: at < 0 ? below : below.slice(0, at),
    list,
    answers,
    after: at < 0 ? [] : below.slice(at + 1),
    kind,
    right: answers.map(({ right }) => kind === 'order' || right),
  };
}

/** The questions of the body whose tree is `tree`, which is not edited. A heading of the second level begins a question; smaller ones belong to it. */
export function parseQuiz(tree: Root): ParsedQuiz {
  const starts = tree.children.flatMap((node, at) =>
    node.type === 'heading' && node.depth <= 2 ? [at] : [],
  );
  return {
    intro: tree.children.slice(0, starts[0] ?? tree.children.length),
    questions: starts.map((start, index) =>
      parseQuestion(tree.children[start] as Heading, tree.children.slice(start + 1, starts[index + 1])),
    ),
  };
}
