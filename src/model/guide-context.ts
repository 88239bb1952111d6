// A guide whose questions are answered by what is known of the contact: which way that is, and how far it leads. Pure, beside the state machine.
import type { ContextValues } from './context.ts';
import { choose, currentNode, type Guide, isFull, stepsOf } from './guide.ts';

/** A question of a flow that a variable of the context answers. */
export interface AskedQuestion {
  readonly node: string;
  readonly variable: string;
  /** Each value with the place of its way on among those of the question, from 0. */
  readonly ways: readonly (readonly [value: string, way: number])[];
}

function wayOf(question: AskedQuestion | undefined, known: ContextValues): number | undefined {
  const value = question && known.get(question.variable);
  return question?.ways.find(([each]) => each === value)?.[1];
}

/** Of each step that was passed, whether what is known answers it as it was answered; in the order of the path. */
export function answeredFromContext(
  guide: Guide,
  asks: readonly AskedQuestion[],
  known: ContextValues,
): readonly boolean[] {
  return stepsOf(guide).map(({ node }, depth) => {
    const way = wayOf(
      asks.find((each) => each.node === node?.id),
      known,
    );
    return way !== undefined && way === guide.path[depth];
  });
}

/** The variables whose questions were answered otherwise than they would: the reader knows better, and is not asked to say it twice. */
function overruledVariables(
  guide: Guide,
  asks: readonly AskedQuestion[],
  known: ContextValues,
): ReadonlySet<string> {
  const overruled = new Set<string>();
  for (const [depth, { node }] of stepsOf(guide).entries()) {
    const question = asks.find((each) => each.node === node?.id);
    const way = wayOf(question, known);
    if (question && way !== undefined && way !== guide.path[depth]) overruled.add(question.variable);
  }
  return overruled;
}

/** The way on that what is known gives where the guide stands; undefined where the reader has to say it. */
export function knownWay(
  guide: Guide,
  asks: readonly AskedQuestion[],
  known: ContextValues,
): number | undefined {
  const question = asks.find((each) => each.node === currentNode(guide)?.id);
  if (!question || overruledVariables(guide, asks, known).has(question.variable)) return undefined;
  return wayOf(question, known);
}

/**
 * The guide after each question that what is known answers, from where it stands, one after the other; none where the reader has
 * to answer. A question that comes round again is the reader's.
 */
export function followContext(
  guide: Guide,
  asks: readonly AskedQuestion[],
  known: ContextValues,
): readonly Guide[] {
  const steps: Guide[] = [];
  const met = new Set<string | undefined>();
  for (let at = guide; !isFull(at); ) {
    const way = knownWay(at, asks, known);
    const node = currentNode(at)?.id;
    if (way === undefined || met.has(node)) break;
    met.add(node);
    const next = choose(at, way);
    if (next === at) break;
    steps.push(next);
    at = next;
  }
  return steps;
}

/** How many of the last steps were answered from the context, up to where the guide stands. */
export function lastAnswered(guide: Guide, asks: readonly AskedQuestion[], known: ContextValues): number {
  const answered = answeredFromContext(guide, asks, known);
  const asked = answered.lastIndexOf(false);
  return answered.length - 1 - asked;
}
