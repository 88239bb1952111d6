// What only the checks look at in a document: its tree, its text and its places. Made for the time of its checks, each part when it is first asked for.
import type { Node, Root } from 'mdast';
import type { Place } from '../model/finding.ts';
import type { Document } from './document.ts';
import { type PlaceAt, placesIn } from './text-offsets.ts';
import { collectTextRuns, type TextRun } from './text-runs.ts';

export interface DocumentParts {
  readonly document: Document;
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
  /** What `make` makes of these parts, at most once for the same function: several checks share it, and it goes with the parts. */
  readonly derive: <Part>(make: (parts: DocumentParts) => Part) => Part;
}

/**
 * A class, because an accessor in an object literal is part of the object's hidden class: V8 would make one for each
 * document, and hold its tree by it until the next full collection.
 */
class LazyParts implements DocumentParts {
  readonly document: Document;
  readonly #shift: number;
  readonly #derived = new Map<unknown, unknown>();
  #tree: Root | undefined;
  #runs: readonly TextRun[] | undefined;
  #places: PlaceAt | undefined;

  constructor(document: Document, parsed: boolean) {
    this.document = document;
    this.#shift = document.text.length - document.body.length;
    if (parsed) this.#tree = document.parseBody();
  }

  get tree(): Root {
    this.#tree ??= this.document.parseBody();
    return this.#tree;
  }

  get runs(): readonly TextRun[] {
    this.#runs ??= collectTextRuns(this.document, this.tree);
    return this.#runs;
  }

  readonly placeAt: PlaceAt = (start, end) => {
    this.#places ??= placesIn(this.document.text);
    return this.#places(start, end);
  };

  readonly rangeOf: DocumentParts['rangeOf'] = ({ position }) => ({
    start: (position?.start.offset ?? 0) + this.#shift,
    end: (position?.end.offset ?? 0) + this.#shift,
  });

  readonly placeOf: DocumentParts['placeOf'] = (node) => {
    const { start, end } = this.rangeOf(node);
    return this.placeAt(start, end);
  };

  readonly derive: DocumentParts['derive'] = (make) => {
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    return this.#derived.get(make) as ReturnType<typeof make>;
  };
}

/** The parts of `document`, its tree now where it is to be `parsed`, or else when it is first asked for. */
export function partsOf(document: Document, { parsed = false } = {}): DocumentParts {
  return new LazyParts(document, parsed);
}
