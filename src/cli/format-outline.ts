// The outline of a flow as a tree for a terminal.
import type { createColors } from 'picocolors';
import { type OutlineStep, outlineFlow } from '../flow/outline.ts';
import { columnsOf, wrapText } from '../lint/formats/wrap-text.ts';
import type { Flow, FlowNodeKind } from '../model/flow.ts';
import { printable } from '../model/printable.ts';

export interface OutlineFormat {
  readonly colors: ReturnType<typeof createColors>;
  /** Width of the lines in columns. */
  readonly width: number;
}

/** Narrower than this, a line of a deep branch overflows rather than break at every word. */
const narrowest = 24;

type Painter = (text: string) => string;

/** The lines of `flow`'s outline: steps with their numbers, answers as branches, `→ 3` for a step that is shown elsewhere. */
export function formatOutline(flow: Flow, { colors, width }: OutlineFormat): string[] {
  const links = new Map(flow.nodes.map(({ id, link }) => [id, link]));
  const paints: Readonly<Record<FlowNodeKind, Painter>> = {
    step: (text) => text,
    question: colors.bold,
    outcome: colors.green,
  };

  const lineUp = (first: string, text: string, room: number, paint: Painter): string[] => {
    const indent = ' '.repeat(columnsOf(first));
    const wrapped = wrapText(text, Math.max(narrowest, room - indent.length));
    return wrapped.map((line, at) => `${at === 0 ? colors.dim(first) : indent}${paint(line)}`);
  };

  /** The steps one below the other, the name of a phase before its first step. */
  const drawSteps = (steps: readonly OutlineStep[], room: number, within?: string): string[] => {
    let phase = within;
    return steps.flatMap((step) => {
      const begins = step.phase !== undefined && step.phase !== phase;
      phase = step.phase;
      const title = begins ? [colors.underline(printable(step.phase ?? ''))] : [];
      return [...title, ...drawStep(step, room), ...drawAnswers(step, room)];
    });
  };

  const drawStep = (step: OutlineStep, room: number): string[] => {
    const link = links.get(step.id);
    const ends = step.kind === 'outcome' && link === undefined ? '■ ' : '';
    const leads = link === undefined ? '' : ` ⇒ ${link}`;
    const exit = step.exitLabel === undefined ? '' : ` [${step.exitLabel}]`;
    const text = printable(`${ends}${step.text}${leads}${exit}${seeAlso(step.see)}`);
    return lineUp(`${step.number}. `, text, room, paints[step.kind]);
  };

  const drawAnswers = ({ answers, phase }: OutlineStep, room: number): string[] =>
    answers.flatMap(({ answer, see, items }, at) => {
      const last = at === answers.length - 1;
      const label = printable(`${answer || '…'}${seeAlso(see)}`);
      const [first = '', ...rest] = lineUp('── ', label, room - 4, colors.cyan);
      const below = [...rest, ...drawSteps(items, room - 7, phase).map((line) => `   ${line}`)];
      const bar = colors.dim(last ? ' ' : '│');
      return [`   ${colors.dim(last ? '└' : '├')}${first}`, ...below.map((line) => `   ${bar}${line}`)];
    });

  return drawSteps(outlineFlow(flow), width);
}

function seeAlso(number: number | undefined): string {
  return number === undefined ? '' : ` → ${number}`;
}
