// Renders a page of a snapshot when it is asked for, through the functions of `kb build`.
import { flowchartsOf } from '../content/document.ts';
import type { ArticleDocument } from '../content/knowledge-base.ts';
import { Problem } from '../model/problem.ts';
import { type DrawnFlowchart, drawFlowcharts } from '../publish/draw-flowcharts.ts';
import { createPageRenderer } from '../publish/page-renderer.ts';
import type { PagePlan } from '../publish/site-plan.ts';
import { asProblem } from './live-base.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface PageDesk {
  /** The page's HTML. A flowchart that can't be drawn leaves a message in its place. */
  readonly render: (snapshot: Snapshot, page: PagePlan) => Promise<string>;
}

export interface PageDeskOptions {
  /** Ends a drawing that is under way. */
  readonly signal: AbortSignal;
  /** Told of what no writer can mend. */
  readonly onError: (error: unknown) => void;
}

/** A desk that draws the flowcharts of one page after the other, since each drawing starts a browser. */
export function createPageDesk(options: PageDeskOptions): PageDesk {
  const underWay = new Map<PagePlan, Promise<string>>();
  let lastDrawing: Promise<unknown> = Promise.resolve();

  const drawInTurn = (document: ArticleDocument, snapshot: Snapshot) => {
    const drawing = lastDrawing.then(() => drawOrExplain(document, snapshot, options));
    lastDrawing = drawing;
    return drawing;
  };
  const renderNow = async (snapshot: Snapshot, page: PagePlan): Promise<string> => {
    const flowcharts = page.document ? await drawInTurn(page.document, snapshot) : new Map();
    return createPageRenderer({ ...snapshot, flowcharts })(page);
  };
  return {
    render: (snapshot, page) => {
      const running = underWay.get(page);
      if (running) return running;
      const rendering = renderNow(snapshot, page).finally(() => underWay.delete(page));
      underWay.set(page, rendering);
      return rendering;
    },
  };
}

/** Flowcharts without pictures, each with the reason where there is one: their outlines are still there to read. */
export function undrawnFlowcharts(
  document: ArticleDocument,
  diagrams: Snapshot['diagrams'],
  problem?: DrawnFlowchart['problem'],
): Map<string, DrawnFlowchart> {
  const codes = flowchartsOf(document).map(({ code }) => code);
  return new Map(
    codes.map((code) => {
      const parsed = diagrams.get(code);
      const flow = parsed?.ok ? parsed.flow : undefined;
      return [code, { svg: undefined, flow, problem: parsed?.ok ? problem : undefined }];
    }),
  );
}

async function drawOrExplain(
  document: ArticleDocument,
  { base, diagrams }: Snapshot,
  { signal, onError }: PageDeskOptions,
): Promise<Map<string, DrawnFlowchart>> {
  try {
    return await drawFlowcharts([document], { root: base.root, diagrams, signal });
  } catch (error) {
    if (!(error instanceof Problem) && !signal.aborted) onError(error);
    return undrawnFlowcharts(document, diagrams, asProblem(error).wording);
  }
}
