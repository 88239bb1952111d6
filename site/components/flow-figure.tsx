// A flowchart in a page: its picture, and the same flow written out as an outline that everyone can read.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FlowNodeKind } from '../../src/model/flow.ts';
import { type GuideData, guideName } from '../guide-data.ts';
import type { BodyWords } from '../locales/body-words.ts';
import { FlowPicture } from './flow-picture.tsx';

/** One step of the outline; `see` names the number of a step that is shown elsewhere. */
export interface FlowOutlineStep {
  readonly number: number;
  /** The node's id in the flow. */
  readonly id: string;
  readonly text: string;
  readonly kind: FlowNodeKind;
  readonly phase?: string | undefined;
  readonly see?: number | undefined;
  readonly exitLabel?: string | undefined;
  readonly answers: readonly {
    readonly answer: string;
    readonly see?: number | undefined;
    readonly items: readonly FlowOutlineStep[];
  }[];
}

export interface FlowFigureView {
  /** Number of the flowchart on its page, from 1. */
  readonly number: number;
  /** Tells it from the others of the page. */
  readonly title: string;
  /** Sanitised SVG, or undefined where the flowchart could not be drawn. */
  readonly svg: string | undefined;
  /** The picture's width as it was drawn, in CSS pixels. */
  readonly width: number;
  /** Why there is no picture, in the page's language. */
  readonly problem: string | undefined;
  /** Undefined for a diagram that is no flowchart, or that does not parse: then its source stands for it. */
  readonly outline: readonly FlowOutlineStep[] | undefined;
  readonly code: string;
  /** Undefined where there is nothing to follow step by step. */
  readonly guide?: GuideData | undefined;
  readonly words: BodyWords['flow'];
  /** Words of the picture's buttons. */
  readonly tools: BodyWords['picture'];
}

/** The HTML of a flowchart's figure. Every text is escaped but `svg`, which its renderer sanitised. */
export function renderFlowFigure(view: FlowFigureView): string {
  return renderToString(<FlowFigure view={view} />);
}

function FlowFigure({ view }: { readonly view: FlowFigureView }): JSX.Element {
  const { svg, problem, words, outline, code, guide } = view;
  const names = outline === undefined ? words.other : words;
  return (
    <figure class="flow" data-guide={guide && JSON.stringify(guide)}>
      {guide !== undefined && (
        <p class="guide-start" data-pagefind-ignore="">
          <a class="button button-quiet" href={`#${guideName(guide.number)}`} data-number={guide.number}>
            {words.follow}
          </a>
        </p>
      )}
      {svg === undefined ? (
        <p class="flow-problem" role="note" data-pagefind-ignore="">
          {names.broken} {problem}
        </p>
      ) : (
        <FlowPicture svg={svg} width={view.width} title={view.title} tools={view.tools} />
      )}
      <details class="flow-outline" open={svg === undefined}>
        <summary>{names.outline}</summary>
        {outline === undefined ? (
          <pre>
            <code>{code}</code>
          </pre>
        ) : (
          <Steps steps={outline} view={view} phase={undefined} />
        )}
      </details>
    </figure>
  );
}

function stepId(view: FlowFigureView, step: number): string {
  return `flow-${view.number}-${step}`;
}

function Steps({
  steps,
  view,
  phase,
}: {
  readonly steps: readonly FlowOutlineStep[];
  readonly view: FlowFigureView;
  readonly phase: string | undefined;
}): JSX.Element {
  return (
    <ul class="flow-steps">
      {steps.map((step, index) => {
        const before = index === 0 ? phase : steps[index - 1]?.phase;
        return (
          <Step
            key={step.number}
            step={step}
            view={view}
            entersPhase={step.phase !== undefined && step.phase !== before}
          />
        );
      })}
    </ul>
  );
}

function Step({
  step,
  view,
  entersPhase,
}: {
  readonly step: FlowOutlineStep;
  readonly view: FlowFigureView;
  readonly entersPhase: boolean;
}): JSX.Element {
  const { words } = view;
  return (
    <li id={stepId(view, step.number)} class={`flow-step flow-${step.kind}`}>
      {entersPhase && <span class="flow-phase">{step.phase}</span>}
      <span class="flow-number">{step.number}.</span> <span class="flow-text">{step.text}</span>
      {step.kind === 'outcome' && <span class="flow-kind"> ({words.outcome})</span>}
      <Leads id={step.id} view={view} />
      {step.exitLabel !== undefined && <span class="flow-exit"> → {step.exitLabel}</span>}
      {step.see !== undefined && <GoTo step={step.see} view={view} />}
      {step.answers.length > 0 && (
        <ul class="flow-answers">
          {step.answers.map((way) => (
            <li key={`${way.answer} ${way.see ?? way.items[0]?.number}`}>
              <span class="flow-answer">{way.answer === '' ? '→' : way.answer}</span>
              {way.see !== undefined && <GoTo step={way.see} view={view} />}
              {way.items.length > 0 && <Steps steps={way.items} view={view} phase={step.phase} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where a step leads beside the flow: to the section that details it, to the article that it goes on in. */
function Leads({ id, view }: { readonly id: string; readonly view: FlowFigureView }): JSX.Element {
  const { guide, words } = view;
  const [, anchor] = guide?.details.find(([node]) => node === id) ?? [];
  const [, link] = guide?.links.find(([node]) => node === id) ?? [];
  return (
    <>
      {anchor !== undefined && (
        <>
          {' '}
          <a class="flow-detail" href={`#${encodeURIComponent(anchor)}`}>
            {words.detail}
          </a>
        </>
      )}
      {link !== undefined && (
        <>
          {' '}
          <a class="flow-link" href={link.href}>
            {words.open(link.title)}
          </a>
        </>
      )}
    </>
  );
}

function GoTo({ step, view }: { readonly step: number; readonly view: FlowFigureView }): JSX.Element {
  return (
    <>
      {' '}
      <a class="flow-goto" href={`#${stepId(view, step)}`}>
        {view.words.goTo(step)}
      </a>
    </>
  );
}
