// The graph that a Mermaid flowchart describes: what an agent walks through with a customer on the line.

/** A question has several labelled answers; an outcome ends the flow; everything else is a step. */
export type FlowNodeKind = 'step' | 'question' | 'outcome';

export interface FlowNode {
  /** The node's id in the Mermaid source. */
  readonly id: string;
  readonly text: string;
  readonly kind: FlowNodeKind;
  /** Title of the phase (Mermaid subgraph) that holds the node. */
  readonly phase?: string | undefined;
  /** Where the node leads on to, as a writer gives it in `click node href "…"`: another article, by path or `id:`. */
  readonly link?: string | undefined;
  /** True where the source gives the node no text to show: an empty label, or none. `text` is its id then. */
  readonly unnamed?: true | undefined;
  /** Where the node is a phase as a whole, because an arrow joins its frame: ids of the nodes in it. */
  readonly members?: readonly string[] | undefined;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** The label on the edge; empty where the source gives none. */
  readonly answer: string;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** Ids of the nodes that no edge leads to, in source order. */
  readonly starts: readonly string[];
}
