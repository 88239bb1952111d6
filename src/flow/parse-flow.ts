// Reads a Mermaid diagram with Mermaid's own parser: the flow it describes, or the line where it fails.
import type { FlowDB } from 'mermaid/dist/diagrams/flowchart/flowDb.js';
import type { Flow, FlowEdge, FlowNode } from '../model/flow.ts';
import { Problem } from '../model/problem.ts';
import { findForbidden, forbiddenImage } from './find-forbidden.ts';
import { labelText } from './label-text.ts';
import { readWithMermaid } from './load-mermaid.ts';
import { type DiagramError, readMermaidError } from './read-mermaid-error.ts';

/** A diagram that parses; only a flowchart has a flow. `kind` is Mermaid's name of the diagram type (`sequence`, `pie` …). */
export interface ParsedDiagram {
  readonly ok: true;
  readonly kind: string;
  readonly flow?: Flow | undefined;
}

/** A diagram that does not parse, or that holds what is refused (settings, scripts, pictures from elsewhere). */
export interface BrokenDiagram extends DiagramError {
  readonly ok: false;
}

export type DiagramResult = ParsedDiagram | BrokenDiagram;

/** The names by which Mermaid calls the decision shape (`{…}` and `@{ shape: … }`). */
const questionShapes: ReadonlySet<string> = new Set(['diamond', 'diam', 'decision', 'question', 'rhombus']);

/** The diagram that `code` (the text between the fences) describes. Never raises on content; raises a `Problem` where the package was not built. */
export async function parseDiagram(code: string): Promise<DiagramResult> {
  const forbidden = findForbidden(code);
  if (forbidden) return { ok: false, ...forbidden };
  try {
    const { type, db } = await readWithMermaid(code);
    if (!/^flowchart\b/.test(type)) return { ok: true, kind: type };
    // Mermaid's type for `db` is the same for every kind of diagram.
    const flowDb = db as unknown as FlowDB;
    const image = [...flowDb.getVertices().values()].find((vertex) => vertex.img || vertex.icon);
    if (image) return { ok: false, ...forbiddenImage(code, image.id) };
    return { ok: true, kind: 'flowchart', flow: readFlow(flowDb) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { ok: false, ...readMermaidError(error, code) };
  }
}

function readFlow(db: FlowDB): Flow {
  // An invisible link (`~~~`) only moves nodes about in the picture.
  const edges = db
    .getEdges()
    .filter((edge) => edge.stroke !== 'invisible')
    .map((edge): FlowEdge => {
      return { from: edge.start, to: edge.end, answer: labelText(edge.text, edge.labelType === 'markdown') };
    });
  const nodes = readNodes(db, new Set(edges.map((edge) => edge.from)));
  const reached = new Set(edges.map((edge) => edge.to));
  return { nodes, edges, starts: nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id) };
}

function readNodes(db: FlowDB, withExit: ReadonlySet<string>): FlowNode[] {
  const titles = new Map<string, string>();
  const phases = new Map<string, string>();
  const members = new Map<string, readonly string[]>();
  for (const graph of db.getSubGraphs()) {
    const title = labelText(graph.title, graph.labelType === 'markdown');
    titles.set(graph.id, title);
    members.set(graph.id, graph.nodes);
    for (const id of graph.nodes) phases.set(id, title);
  }
  return [...db.getVertices().values()].map((vertex): FlowNode => {
    const { id } = vertex;
    const text = titles.get(id) ?? labelText(vertex.text ?? '', vertex.labelType === 'markdown');
    const phase = phases.get(id);
    const inner = members.has(id) ? membersOf(id, members) : undefined;
    const question = vertex.type !== undefined && questionShapes.has(vertex.type);
    const kind = question ? 'question' : withExit.has(id) ? 'step' : 'outcome';
    return {
      id,
      text: text || id,
      kind,
      ...(phase ? { phase } : {}),
      ...(vertex.link ? { link: vertex.link } : {}),
      ...(text === '' ? { unnamed: true } : {}),
      ...(inner ? { members: inner } : {}),
    };
  });
}

/** The nodes in a phase and in the phases within it. */
function membersOf(
  phase: string,
  members: ReadonlyMap<string, readonly string[]>,
  within: ReadonlySet<string> = new Set(),
): string[] {
  if (within.has(phase)) return [];
  const inside = new Set([...within, phase]);
  return (members.get(phase) ?? []).flatMap((id) =>
    members.has(id) ? membersOf(id, members, inside) : [id],
  );
}
