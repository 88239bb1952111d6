// What only the checks look at in a document: its tree, its text and its places. Made for the time of its checks, each part when it is first asked for.
import type { Node, Root } from 'mdast';
import type { Place } from '../model/finding.ts';
import type { Document } from './document.ts';
import { type PlaceAt, placesIn } from './text-offsets.ts';
import { collectTextRuns, type TextRun } from './text-runs.ts';

export interface DocumentParts {
  /** The body's tree, shared by all checks: nobody may edit it. Its positions count in the body; see `placeOf`. */
  readonly tree: Root;
  /** The words as readers see them, title and summary included. */
  readonly runs: readonly TextRun[];
  /** The place of offsets in the file's text. */
  readonly placeAt: PlaceAt;
  /** The place in the file of a node of `tree`. */
  readonly placeOf: (node: Node) => Place;
  /** Where in the file's text a node of `tree` begins and ends (exclusive). */
  readonly rangeOf: (node: Node) => { readonly start: number; readonly end: number };
}

/** The parts of `document`. */
export function partsOf(document: Document): DocumentParts {
  const shift = document.text.length - document.body.length;
  let tree: Root | undefined;
  let runs: readonly TextRun[] | undefined;
  let places: PlaceAt | undefined;
  const placeAt: PlaceAt = (start, end) => {
    places ??= placesIn(document.text);
    return places(start, end);
  };
  const rangeOf = ({ position }: Node) => ({
    start: (position?.start.offset ?? 0) + shift,
    end: (position?.end.offset ?? 0) + shift,
  });
  const readTree = (): Root => {
    tree ??= document.parseBody();
    return tree;
  };
  return {
    get tree() {
      return readTree();
    },
    get runs() {
      runs ??= collectTextRuns(document, readTree());
      return runs;
    },
    placeAt,
    rangeOf,
    placeOf: (node) => {
      const { start, end } = rangeOf(node);
      return placeAt(start, end);
    },
  };
}
