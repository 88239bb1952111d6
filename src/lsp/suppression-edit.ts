// Where a comment that silences a rule can stand without changing what the article is.
import type { Nodes } from 'mdast';
import type { TextEdit } from '../content/apply-edits.ts';
import { applyEdits } from '../content/apply-edits.ts';
import type { Document } from '../content/document.ts';
import { partsOf } from '../content/document-parts.ts';
import { prepareTree } from '../content/prepare-tree.ts';
import { offsetOf } from '../content/text-offsets.ts';
import { walkTree } from '../content/walk-tree.ts';
import { readSuppressions } from '../lint/suppressions.ts';

interface Candidate {
  readonly edit: TextEdit;
  /** The line that the finding is on afterwards. */
  readonly line: number;
}

/** Any titles do, as long as they are the same on both sides of a comparison. */
const alertTitles = { note: 'n', tip: 't', important: 'i', warning: 'w', caution: 'c' };

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === '';
  return node.type === 'paragraph' && node.children.every(isEmpty);
}

/** What a reader gets of `document`, comments left out as on its page: texts of which this is equal are read the same. */
function describeReading(document: Document): string {
  const parts: string[] = [];
  walkTree<Nodes>(prepareTree(document.parseBody(), alertTitles), (node) => {
    if (isEmpty(node)) return 'skip';
    if (node.type === 'text') parts.push(node.value);
    else parts.push(`<${JSON.stringify({ ...node, children: undefined, position: undefined })}>`);
    return undefined;
  });
  // Spaces count for one between words, and for none at the ends of a block.
  return parts
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<|$)/g, '');
}

/** The places to try, best first: a line of its own, the end of the text above, the last cell of the row above. */
function listCandidates(text: string, line: number, comment: string): Candidate[] {
  const start = offsetOf(text, { line, column: 1 });
  const indent = /^[ \t>]*/.exec(text.slice(start))?.[0] ?? '';
  const lineEnd = /(?:\r\n|\n|\r)$/.exec(text.slice(0, start))?.[0] ?? '\n';
  const insert = (at: number, inserted: string): TextEdit => ({ start: at, end: at, text: inserted });
  const above = text.slice(0, start).trimEnd().length;
  const beforePipe = text.slice(0, above).endsWith('|') ? above - 1 : undefined;
  return [
    { edit: insert(start, `${indent}${comment}${lineEnd}`), line: line + 1 },
    { edit: insert(above, ` ${comment}`), line },
    ...(beforePipe === undefined ? [] : [{ edit: insert(beforePipe, `${comment} `), line }]),
  ];
}

/**
 * The edit that silences `rule` on `line` of `document`, or undefined in front matter, above it, and where a comment would
 * change the text: each place is tried, and `parse` is asked whether the comment is understood, and the rest reads and is silenced as before.
 */
export function suppressionEdit(
  document: Document,
  rule: string,
  line: number,
  parse: (text: string) => Document,
): TextEdit | undefined {
  const { text, body, data } = document;
  if (data === undefined || offsetOf(text, { line, column: 1 }) < text.length - body.length) return undefined;
  const reading = describeReading(document);
  const earlier = readSuppressions(document, partsOf(document));
  const comment = `<!-- kb-disable-next-line ${rule}: … -->`;
  const found = listCandidates(text, line, comment).find((candidate) => {
    const edited = parse(applyEdits(text, [candidate.edit]));
    const now = readSuppressions(edited, partsOf(edited));
    const moved = (at: number) => (at >= line ? at + candidate.line - line : at);
    const covers = (rules: readonly string[], from: number, to: number) =>
      now.some((one) => one.rules.join() === rules.join() && one.from === from && one.to === to);
    return (
      covers([rule], candidate.line, candidate.line) &&
      earlier.every(({ rules, from, to }) => covers(rules, moved(from), moved(to))) &&
      describeReading(edited) === reading
    );
  });
  return found?.edit;
}
