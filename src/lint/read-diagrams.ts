// Asks Mermaid's parser about every distinct flowchart of a base, before the rules decide.
import { flowchartsOf } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { type DiagramResult, parseDiagram } from '../flow/parse-flow.ts';
import { type Diagrams, linkedArticles } from './flow-links.ts';

/**
 * The parser's answer by flowchart source, for the documents at `only` (or all) and those that their flows lead on to. What is in
 * `known` is not asked again. Mermaid is loaded only where there is a flowchart.
 */
export async function readDiagrams(
  base: KnowledgeBase,
  only?: ReadonlySet<string>,
  known: Diagrams = new Map(),
): Promise<Map<string, DiagramResult>> {
  const diagrams = new Map<string, DiagramResult>();
  // A set hands out what is added to it while it is walked through.
  const documents = new Set(base.documents.filter(({ path }) => only?.has(path) ?? true));
  for (const document of documents) {
    for (const { code } of flowchartsOf(document)) {
      if (!diagrams.has(code)) diagrams.set(code, known.get(code) ?? (await parseDiagram(code)));
    }
    for (const linked of linkedArticles(document, base, diagrams)) documents.add(linked);
  }
  return diagrams;
}
