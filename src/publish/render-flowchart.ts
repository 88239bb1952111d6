// A drawn flowchart → the figure that stands for it in a page.
import { type FlowFigureView, renderFlowFigure } from '../../site/components/flow-figure.tsx';
import { markFlowText } from '../../site/flow-mark.ts';
import type { GuideData } from '../../site/guide-data.ts';
import type { BodyWords } from '../../site/locales/body-words.ts';
import { stringifySvg } from '../content/svg-file.ts';
import { outlineFlow } from '../flow/outline.ts';
import { placePicture } from '../flow/place-picture.ts';
import type { Flow } from '../model/flow.ts';
import type { DrawnFlowchart } from './draw-flowcharts.ts';

export interface FlowchartPlace {
  readonly words: Pick<BodyWords, 'flow' | 'picture'>;
  /** Language of the page, for the reason why a picture is missing. */
  readonly lang: string;
  /** The flowchart's position among those of its page, from 0. */
  readonly index: number;
  /** Whether the page holds other flowcharts. */
  readonly several: boolean;
  /** What the page holds for following the flowchart step by step; the search index has no use for it. */
  readonly guide?: GuideData | undefined;
}

/** The HTML of the figure. A flowchart without a picture shows why, and its outline or its source opened. */
export function renderFlowchart(
  code: string,
  drawn: DrawnFlowchart | undefined,
  place: FlowchartPlace,
): string {
  const { words, index, several } = place;
  const number = index + 1;
  const names = drawn?.flow ? words.flow : words.flow.other;
  const caption = {
    idPrefix: `flow-${number}-picture-`,
    title: names.title(number, several),
    description: names.description,
  };
  const picture = drawn?.svg === undefined ? undefined : placePicture(drawn.svg, caption);
  const view: FlowFigureView = {
    number,
    title: caption.title,
    svg: picture && stringifySvg(picture),
    width: Number(picture?.properties.width ?? 0) || 0,
    problem: drawn?.problem?.[place.lang === 'fr' ? 'fr' : 'en'],
    outline: drawn?.flow ? outlineFlow(drawn.flow) : undefined,
    guide: place.guide,
    code,
    words: words.flow,
    tools: words.picture,
  };
  return renderFlowFigure(view);
}

/** The flow with its questions and answers marked, so that a search result can quote the one that it met. */
function markFlow(flow: Flow): Flow {
  return {
    ...flow,
    nodes: flow.nodes.map((node) =>
      node.kind === 'question' ? { ...node, text: markFlowText('question', node.text) } : node,
    ),
    edges: flow.edges.map((edge) =>
      edge.answer === '' ? edge : { ...edge, answer: markFlowText('answer', edge.answer) },
    ),
  };
}

/** The HTML of the figure as the search index reads it: the outline alone. */
export function renderFlowchartText(
  code: string,
  drawn: DrawnFlowchart | undefined,
  place: FlowchartPlace,
): string {
  const flow = drawn?.flow && markFlow(drawn.flow);
  return renderFlowchart(code, drawn && { flow, svg: undefined, problem: undefined }, place);
}
