// Where something in a flowchart's source stands in the article's file.
import type { Document, FlowchartSource } from '../content/document.ts';
import type { Place } from '../model/finding.ts';

/**
 * What turns a place in the source of a flowchart of `document` (lines and columns from 1) into its place in the file. What stands
 * before the lines of a flowchart in a list or a quotation is counted in. All of a fragment's flowchart is at the line that includes it.
 */
export function placesInFile(
  { text }: Document,
  { code, codeLine, line, column }: FlowchartSource,
): (place: Place) => Place {
  if (codeLine === undefined) return () => ({ line, column });
  const [inFile, inCode] = [linesOf(text), linesOf(code)];
  const columnInFile = (at: number, columnInCode: number): number => {
    const source = inCode[at - 1] ?? '';
    const words = source.trimStart();
    const written = inFile[codeLine + at - 2] ?? '';
    if (!written.endsWith(words)) return 1;
    return Math.max(1, columnInCode + written.length - source.length);
  };
  return ({ line, column, endLine, endColumn }) => {
    const start = { line: codeLine + line - 1, column: columnInFile(line, column) };
    if (endLine === undefined || endColumn === undefined) return start;
    return { ...start, endLine: codeLine + endLine - 1, endColumn: columnInFile(endLine, endColumn) };
  };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
