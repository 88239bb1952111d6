// What front matter says of the questions that the context answers → which value takes which way, and what in it can't be so.
import type { Ask } from '../model/article.ts';
import type { ContextChoice, ContextVariable } from '../model/context.ts';
import type { Flow } from '../model/flow.ts';
import type { AskedQuestion } from '../model/guide-context.ts';

export type AskProblem =
  | { readonly kind: 'no-question'; readonly node: string }
  | { readonly kind: 'unknown-variable'; readonly node: string; readonly variable: string }
  | { readonly kind: 'text-variable'; readonly node: string; readonly variable: string }
  | {
      readonly kind: 'unknown-answer';
      readonly node: string;
      readonly answer: string;
      readonly answers: readonly string[];
    }
  | { readonly kind: 'unknown-value'; readonly node: string; readonly value: string }
  | { readonly kind: 'several-answers'; readonly node: string; readonly value: string }
  | { readonly kind: 'no-answer'; readonly node: string; readonly value: string };

export interface ResolvedAsks {
  readonly asks: readonly AskedQuestion[];
  readonly problems: readonly AskProblem[];
}

/** Text as it is compared: case, accents and the kinds of space and apostrophe don't matter. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether an answer of the flow says what a value is: by its name, or by its label in any language. */
function says(answer: string, { value, label }: ContextChoice): boolean {
  return [value, ...Object.values(label)].some((name) => fold(name) === fold(answer));
}

/** Resolves `written`, by node, in `flow`; a question of which something is wrong is left to the reader. */
export function resolveAsks(
  written: Readonly<Record<string, Ask>>,
  flow: Flow,
  variables: readonly ContextVariable[],
): ResolvedAsks {
  const asks: AskedQuestion[] = [];
  const problems: AskProblem[] = [];
  for (const [node, ask] of Object.entries(written)) {
    const found = resolveAsk(node, ask, flow, variables);
    if (found.problems.length > 0) problems.push(...found.problems);
    else asks.push({ node, variable: ask.variable, ways: found.ways });
  }
  return { asks, problems };
}

interface ResolvedAsk {
  readonly ways: AskedQuestion['ways'];
  readonly problems: readonly AskProblem[];
}

function resolveAsk(
  node: string,
  { variable: name, answers }: Ask,
  flow: Flow,
  variables: readonly ContextVariable[],
): ResolvedAsk {
  const fail = (...problems: AskProblem[]): ResolvedAsk => ({ ways: [], problems });
  const ways = flow.edges.filter(({ from }) => from === node).map(({ answer }) => answer);
  if (flow.nodes.find(({ id }) => id === node)?.kind !== 'question' || ways.length === 0)
    return fail({ kind: 'no-question', node });
  const variable = variables.find((each) => each.name === name);
  if (!variable) return fail({ kind: 'unknown-variable', node, variable: name });
  const { values } = variable;
  if (!values) return fail({ kind: 'text-variable', node, variable: name });
  const meant = Object.entries(answers ?? {});
  const unknownAnswers = meant.filter(([answer]) => !ways.some((way) => fold(way) === fold(answer)));
  const unknownValues = meant
    .flatMap(([, list]) => list)
    .filter((each) => !values.some(({ value }) => value === each));
  if (unknownAnswers.length + unknownValues.length > 0)
    return fail(
      ...unknownAnswers.map(([answer]) => ({ kind: 'unknown-answer' as const, node, answer, answers: ways })),
      ...unknownValues.map((value) => ({ kind: 'unknown-value' as const, node, value })),
    );
  const wayOf = (choice: ContextChoice) =>
    ways.flatMap((way, index) => {
      const isMeant = answers
        ? meant.some(([answer, list]) => fold(answer) === fold(way) && list.includes(choice.value))
        : says(way, choice);
      return isMeant ? [index] : [];
    });
  const problems = values.flatMap((choice): AskProblem[] => {
    const found = wayOf(choice);
    if (found.length === 1) return [];
    return [{ kind: found.length === 0 ? 'no-answer' : 'several-answers', node, value: choice.value }];
  });
  return {
    ways: values.flatMap((choice) => wayOf(choice).map((way) => [choice.value, way] as const)),
    problems,
  };
}
