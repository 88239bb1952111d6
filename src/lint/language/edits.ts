// Places and edits for what was found in a run of text. An edit is refused where it might change more than the words.
import { slug } from 'github-slugger';
import type { TextEdit } from '../../content/apply-edits.ts';
import type { Document } from '../../content/document.ts';
import type { DocumentParts } from '../../content/document-parts.ts';
import type { KnowledgeBase } from '../../content/knowledge-base.ts';
import { inlineObject, type TextRun } from '../../content/text-runs.ts';
import type { Place } from '../../model/finding.ts';
import { nodesOf } from '../nodes-of.ts';
import { perBase } from '../per-base.ts';
import type { RuleContext } from '../rule.ts';
import type { Prose } from './prose.ts';

/** Where in the file the characters of `run` from `start` to `end` (exclusive; at least one) stand. */
function rangeIn(run: TextRun, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: run.offsetAt(start), end: run.offsetAt(end - 1) + 1 };
}

/** The place of the characters of `run` from `start` to `end` (exclusive). */
export function placeInRun({ placeAt }: DocumentParts, run: TextRun, start: number, end: number): Place {
  const range = rangeIn(run, start, end);
  return placeAt(range.start, range.end);
}

/** The anchors that links of the base lead to, as written and decoded, without the number of a repeated heading. */
const linkedAnchors = perBase((base: KnowledgeBase): ReadonlySet<string> => {
  const anchors = new Set<string>();
  for (const { url } of base.documents.flatMap(({ markdown }) => markdown?.links ?? [])) {
    const mark = url.indexOf('#');
    if (mark === -1) continue;
    const written = url.slice(mark + 1);
    for (const anchor of [written, written.replace(/(?:%[\da-f]{2})+/gi, decode)]) {
      anchors.add(anchor).add(anchor.replace(/-\d+$/, ''));
    }
  }
  return anchors;
});

function decode(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/** Whether a heading may change its words: its anchor stays, or no link of the base leads to the old or the new one. */
function keepsAnchor(base: KnowledgeBase, before: string, after: string): boolean {
  const [old, made] = [slug(before), slug(after)];
  if (old === made) return true;
  if (before.includes(inlineObject)) return false;
  const linked = linkedAnchors(base);
  return !linked.has(old) && !linked.has(made);
}

/** Whether `range` touches a link whose text names its definition, `[text]` or `[text][]`. */
function namesDefinition(
  parts: DocumentParts,
  range: { readonly start: number; readonly end: number },
): boolean {
  return nodesOf(parts, 'linkReference').some((node) => {
    if (node.referenceType === 'full') return false;
    const { start, end } = parts.rangeOf(node);
    return start <= range.end && range.start <= end;
  });
}

/**
 * The edit that puts `text` in the place of what `prose` holds from `start` to `end` (exclusive). Undefined where more than the
 * words might change: where the file says them in other characters (an escape, a character reference, markup between), where
 * an address or a lone emphasis mark touches them, where they name a link's definition or might become one, and where a linked
 * heading would get another anchor.
 */
export function editInRun(
  document: Document,
  { base, parts }: Pick<RuleContext, 'base' | 'parts'>,
  prose: Prose,
  start: number,
  end: number,
  text: string,
): TextEdit | undefined {
  const { run } = prose;
  const range = rangeIn(run, start, end);
  const source = document.text;
  if (source.slice(range.start, range.end) !== run.text.slice(start, end)) return undefined;
  if (source[range.start - 1] === '\\' || isUnplaced(run)) return undefined;
  if (touchesHidden(prose, start, end) || touchesMarks(run, start, end)) return undefined;
  if (looksLikeDefinition(source, range.start)) return undefined;
  if (namesDefinition(parts, range)) return undefined;
  if (run.kind === 'heading') {
    const after = run.text.slice(0, start) + text + run.text.slice(end);
    if (!keepsAnchor(base, run.text, after)) return undefined;
  }
  return { ...range, text };
}

/** A front matter value that is written in another way than it reads has one place for all of its characters. */
function isUnplaced(run: TextRun): boolean {
  return run.text.length > 1 && run.offsetAt(0) === run.offsetAt(1);
}

/** A line that would define a link, were it not for a space: `[Note]: wait !` does, once a no-break space joins its words. */
function looksLikeDefinition(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 1_000), at).split(/\r\n|\n|\r/);
  return before.slice(-2).some((line) => line.includes(']:'));
}

/** Whether a mark that did not become emphasis, and might, stands beside. */
function touchesMarks({ text }: TextRun, start: number, end: number): boolean {
  return /[*_~]/.test((text[start - 1] ?? '') + (text[end] ?? ''));
}

/** How far back an address is looked for; after as many letters without a space, there may well be one. */
const longestAddress = 500;

/**
 * Whether an address or a blank stands right after `end`, or in what precedes `start` without a space: a web address reaches
 * up to the next ASCII space (GFM 0.29, section 6.9), and would take in a no-break space.
 */
function touchesHidden({ run, text: prose }: Prose, start: number, end: number): boolean {
  const isHidden = (index: number) => prose[index] === inlineObject && run.text[index] !== inlineObject;
  if (isHidden(end)) return true;
  for (let index = start - 1; index >= 0 && !/[ \t\n]/.test(run.text[index] as string); index--) {
    if (isHidden(index) || start - index > longestAddress) return true;
  }
  return false;
}

/**
 * Whether a space may be put right before the character at `index`, in the file. Between it and the one before may stand
 * nothing, the end of code or of a picture, or what closes emphasis or a link; a space after what opens emphasis would undo it
 * (CommonMark 0.31, section 6.2).
 */
export function takesSpaceBefore(source: string, run: TextRun, index: number): boolean {
  const at = run.offsetAt(index);
  if (run.text[index - 1] === inlineObject) return /[`)\]]/.test(source[at - 1] ?? '');
  const gap = source.slice(run.offsetAt(index - 1) + 1, at);
  if (gap === '') return true;
  return (
    /[\p{L}\p{N}]/u.test(run.text[index - 1] ?? '') && /^[*_~]*(?:\](?:\([^\n]*\)|\[[^\n]*\])?)?$/.test(gap)
  );
}

/** Whether a space may be put right after the character at `index`: the next stands there, or what opens emphasis or a link. */
export function takesSpaceAfter(source: string, run: TextRun, index: number): boolean {
  const gap = source.slice(run.offsetAt(index) + 1, run.offsetAt(index + 1));
  if (gap === '') return true;
  return /[\p{L}\p{N}]/u.test(run.text[index + 1] ?? '') && /^[*_~]*\[?[*_~]*$/.test(gap);
}
