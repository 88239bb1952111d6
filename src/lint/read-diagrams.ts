// Asks Mermaid's parser about every distinct flowchart of a base, before the rules decide.
import { flowchartsOf } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { type DiagramResult, parseDiagram } from '../flow/parse-flow.ts';

/** The parser's answer by flowchart source, for the documents at `only` or all. Mermaid is loaded only where there is a flowchart. */
export async function readDiagrams(
  base: KnowledgeBase,
  only?: ReadonlySet<string>,
): Promise<Map<string, DiagramResult>> {
  const diagrams = new Map<string, DiagramResult>();
  for (const document of base.documents) {
    if (only && !only.has(document.path)) continue;
    for (const { code } of flowchartsOf(document)) {
      if (!diagrams.has(code)) diagrams.set(code, await parseDiagram(code));
    }
  }
  return diagrams;
}
