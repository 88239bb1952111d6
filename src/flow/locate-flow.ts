// Where the nodes, arrows and links of a flow stand in the source of its diagram.
import { placesIn } from '../content/text-offsets.ts';
import type { Flow } from '../model/flow.ts';
import { normaliseNewlines } from './map-lines.ts';
import { type Range, readClicks, readStatements } from './read-statements.ts';

/** Lines and columns count from 1 in the source; the end is exclusive. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FlowPlaces {
  /** The place of a node's id: where its label is given, else the first one. */
  readonly node: (id: string) => SourcePlace;
  /** The place of the arrow at `index` of the flow's edges, from the one id to the other. */
  readonly edge: (index: number) => SourcePlace;
  /** The place of the address that a node links to. */
  readonly link: (id: string) => SourcePlace;
}

/** The places of all that is in `flow`, which is what Mermaid reads in `code`. Where nothing can be found: the node before it, then the first line. */
export function locateFlow(code: string, flow: Flow): FlowPlaces {
  const source = normaliseNewlines(code);
  const { nodes, links } = readStatements(source);
  const placeAt = placesIn(source);
  const place = ({ start, end }: Range) => placeAt(start, end) as SourcePlace;

  const byId = new Map<string, Range & { readonly labelled: boolean }>();
  for (const use of nodes) {
    const known = byId.get(use.id);
    if (!known || (use.labelled && !known.labelled)) byId.set(use.id, use);
  }
  const byEnds = new Map<string, Range[]>();
  for (const use of links) pushTo(byEnds, endsOf(use), use);
  // Mermaid keeps arrows in the order of the source: the second arrow between two nodes is the second one there.
  const ofEdge = flow.edges.map((edge) => byEnds.get(endsOf(edge))?.shift());
  const clicks = new Map(readClicks(source).flatMap((use) => use.ids.map((id) => [id, use] as const)));

  const nodeRange = (id: string) => byId.get(id) ?? findWord(source, id);
  return {
    node: (id) => place(nodeRange(id)),
    edge: (index) => place(ofEdge[index] ?? nodeRange(flow.edges[index]?.from ?? '')),
    link: (id) => place(clicks.get(id) ?? nodeRange(id)),
  };
}

function endsOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}\n${to}`;
}

function pushTo(lists: Map<string, Range[]>, key: string, use: Range): void {
  const list = lists.get(key);
  if (list) list.push(use);
  else lists.set(key, [use]);
}

/** The first place where `id` stands as a word of its own, or the beginning of the source. */
function findWord(source: string, id: string): Range {
  const word = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);
  for (let start = source.indexOf(id); id !== '' && start !== -1; start = source.indexOf(id, start + 1)) {
    const end = start + id.length;
    if (!word(source[start - 1]) && !word(source[end])) return { start, end };
  }
  return { start: 0, end: 0 };
}
