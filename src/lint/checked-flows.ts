// The flows of the article in hand with what `checkFlow` says of each, worked out once for all rules that ask.
import { type Document, type FlowchartSource, flowchartsOf } from '../content/document.ts';
import type { DocumentParts } from '../content/document-parts.ts';
import { checkFlow, type FlowProblem } from '../flow/check-flow.ts';
import { type FlowPlaces, locateFlow } from '../flow/locate-flow.ts';
import type { Place } from '../model/finding.ts';
import type { Flow, FlowNode } from '../model/flow.ts';
import { quote } from '../model/quote.ts';
import { placesInFile } from './flowchart-place.ts';
import type { RuleContext } from './rule.ts';

export interface CheckedFlow {
  readonly source: FlowchartSource;
  readonly flow: Flow;
  readonly problems: readonly FlowProblem[];
  /** Places in the article's file. */
  readonly places: { readonly [Of in keyof FlowPlaces]: (key: Parameters<FlowPlaces[Of]>[0]) => Place };
  /** The text of a node as a message quotes it, of at most `most` characters (40 unless given). */
  readonly nameOf: (id: string, most?: number) => string;
}

type Asked = Pick<RuleContext, 'diagrams' | 'parts' | 'base'>;

const known = new WeakMap<DocumentParts, readonly CheckedFlow[]>();

/** The flows of the article's flowcharts, in its order; those that do not parse and diagrams of other kinds have none. */
export function checkedFlows(document: Document, context: Asked): readonly CheckedFlow[] {
  const checked = known.get(context.parts) ?? checkFlows(document, context);
  known.set(context.parts, checked);
  return checked;
}

function checkFlows(document: Document, { diagrams, base }: Asked): CheckedFlow[] {
  return flowchartsOf(document).flatMap((source) => {
    const result = diagrams.get(source.code);
    if (!result?.ok || !result.flow) return [];
    const { flow } = result;
    const nodes = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
    return {
      source,
      flow,
      problems: checkFlow(flow, base.config.flowcharts),
      places: placesIn(document, source, flow),
      nameOf: (id: string, most = 40) => quote(nodes.get(id)?.text ?? id, most),
    };
  });
}

/** Most flows have no problem: their source is read for places when the first one is asked for. */
function placesIn(document: Document, source: FlowchartSource, flow: Flow): CheckedFlow['places'] {
  let located: FlowPlaces | undefined;
  let inFile: ReturnType<typeof placesInFile> | undefined;
  const locate = (find: (places: FlowPlaces) => Place): Place => {
    located ??= locateFlow(source.code, flow);
    inFile ??= placesInFile(document, source);
    return inFile(find(located));
  };
  return {
    node: (id) => locate(({ node }) => node(id)),
    edge: (index) => locate(({ edge }) => edge(index)),
    link: (id) => locate(({ link }) => link(id)),
  };
}

interface FoundProblem<Kind extends FlowProblem['kind']> {
  readonly problem: Extract<FlowProblem, { readonly kind: Kind }>;
  readonly place: Place;
  readonly checked: CheckedFlow;
}

/** The problems of the article's flows that are of these `kinds`, each with its place in the file. */
export function* flowProblems<Kind extends FlowProblem['kind']>(
  document: Document,
  context: Asked,
  ...kinds: readonly Kind[]
): Iterable<FoundProblem<Kind>> {
  const isAsked = (problem: FlowProblem): problem is FoundProblem<Kind>['problem'] =>
    kinds.some((kind) => kind === problem.kind);
  for (const checked of checkedFlows(document, context))
    for (const problem of checked.problems.filter(isAsked))
      yield { problem, place: placeOf(problem, checked), checked };
}

function placeOf(problem: FlowProblem, { source, places }: CheckedFlow): Place {
  if ('edge' in problem) return places.edge(problem.edge);
  return 'node' in problem ? places.node(problem.node) : { line: source.line, column: source.column };
}

/** Where nodes of the article's flows lead on to, with the place of each address in the file. */
export function* flowLinks(document: Document, context: Asked): Iterable<Place & { readonly url: string }> {
  for (const { flow, places } of checkedFlows(document, context))
    for (const { id, link } of flow.nodes) if (link !== undefined) yield { ...places.link(id), url: link };
}
