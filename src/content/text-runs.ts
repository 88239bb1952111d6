// The words of an article as its readers see them, block by block, with the place of every character in the file.
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Document } from './document.ts';
import { offsetOf } from './text-offsets.ts';
import { walkTree } from './walk-tree.ts';

/** A block of text without markup: what a reader would read in one breath. */
export interface TextRun {
  readonly kind: 'title' | 'summary' | 'heading' | 'paragraph' | 'cell';
  /** The visible text; `inlineObject` stands for each piece of code and each picture, a line feed for each line end. */
  readonly text: string;
  /** Offset in the file of the character at `index`, or, at the text's length, of what follows its last character. */
  readonly offsetAt: (index: number) => number;
}

/** U+FFFC OBJECT REPLACEMENT CHARACTER: no word, and no gap between words either. */
export const inlineObject = '\uFFFC';

/** Builds a run: its text, and the stretches of it that stand in the file as they are. */
interface Builder {
  text: string;
  /** Where each stretch begins in the text, rising, and in the file. */
  readonly starts: number[];
  readonly offsets: number[];
}

/** Adds a stretch that begins at `offset` of the file, unless it carries on the last one. */
function addStretch({ text, starts, offsets }: Builder, index: number, offset: number): void {
  const last = starts.length - 1;
  const goesOn =
    last >= 0 && (offsets[last] as number) + text.length + index - (starts[last] as number) === offset;
  if (goesOn) return;
  starts.push(text.length + index);
  offsets.push(offset);
}

/**
 * Adds `value`, written in `source` from `at` on. Where the two differ (backslash escapes, character references, the
 * marks of block quotes and indents after a line end), the source is skipped up to the next character that agrees.
 */
function addText(run: Builder, value: string, source: string, at: number, end: number): void {
  if (source.startsWith(value, at)) {
    addStretch(run, 0, at);
    run.text += value;
    return;
  }
  let from = at;
  for (let index = 0; index < value.length; index++) {
    const character = value[index];
    if (source[from] !== character) {
      const reference = source[from] === '&' ? source.indexOf(';', from) : -1;
      const next = source.indexOf(character as string, from);
      if (reference !== -1 && reference < end) {
        addStretch(run, index, from);
        from = reference + 1;
        continue;
      }
      if (next !== -1 && next < end) from = next;
    }
    addStretch(run, index, from);
    from = Math.min(end, from + 1);
  }
  run.text += value;
}

function addPhrasing(run: Builder, nodes: readonly PhrasingContent[], source: string, shift: number): void {
  for (const node of nodes) {
    const start = (node.position?.start.offset ?? 0) + shift;
    const end = (node.position?.end.offset ?? 0) + shift;
    if (node.type === 'text') addText(run, node.value, source, start, end);
    else if ('children' in node) addPhrasing(run, node.children, source, shift);
    else if (node.type === 'break') addText(run, '\n', source, start, end);
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference') {
      addStretch(run, 0, start);
      run.text += inlineObject;
    }
  }
}

function runOf(kind: TextRun['kind'], { text, starts, offsets }: Builder, end: number): TextRun {
  return {
    kind,
    text,
    offsetAt: (index) => {
      if (index >= text.length) return end;
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= index) low = middle;
        else high = middle - 1;
      }
      return (offsets[low] ?? 0) + index - (starts[low] ?? 0);
    },
  };
}

/** A front matter field's text: a plain or quoted scalar on one line is placed by the letter, any other at its start. */
function fieldRun(document: Document, kind: 'title' | 'summary'): TextRun | undefined {
  const value = document.data?.[kind];
  if (typeof value !== 'string' || value === '') return undefined;
  const { text } = document;
  const start = offsetOf(text, document.fieldPlace(kind));
  const from = [start, start + 1].find((at) => text.startsWith(value, at));
  return {
    kind,
    text: value,
    offsetAt: (index) => (from === undefined ? start : from + Math.min(index, value.length)),
  };
}

const runKinds: Readonly<Partial<Record<Nodes['type'], TextRun['kind']>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'cell',
};

/** The runs of `document`, whose body's tree is `tree`: title and summary first, then in the order of the text. */
export function collectTextRuns(document: Document, tree: Root): TextRun[] {
  const shift = document.text.length - document.body.length;
  const runs = (['title', 'summary'] as const).flatMap((field) => fieldRun(document, field) ?? []);
  walkTree<Nodes>(tree, (node) => {
    const kind = runKinds[node.type];
    if (kind === undefined || !('children' in node)) return undefined;
    const run: Builder = { text: '', starts: [], offsets: [] };
    addPhrasing(run, node.children as PhrasingContent[], document.text, shift);
    if (run.text.trim() !== '') runs.push(runOf(kind, run, (node.position?.end.offset ?? 0) + shift));
    return 'skip';
  });
  return runs;
}
