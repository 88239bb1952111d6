// A page as it was found in an export, before anything is decided about it: its text as a tree, what it holds, and what was lost on the way.
import type { Node, Root } from 'mdast';
import type { RemarkCode } from './remark-words.ts';

/** The parts of a page that the report accounts for one by one. */
export const elementKinds = ['heading', 'list', 'table', 'link', 'image'] as const;

export type ElementKind = (typeof elementKinds)[number];

export type ElementCounts = Readonly<Record<ElementKind, number>>;

/** One thing that was lost, or that kb had to guess. */
export interface Remark {
  readonly code: RemarkCode;
  /** Line of the source, from 1, where it has lines. */
  readonly line?: number | undefined;
  /** What it is about, as the source has it: a name, an address, a number of words. Not safe to show as it is. */
  readonly detail?: string | undefined;
  /** By how much the article has more (or, below 0, fewer) elements than the source because of it. */
  readonly change?: Partial<ElementCounts> | undefined;
}

export interface SourcePage {
  /** Where it is from, for people: a file, or a file and an entry of it. */
  readonly place: string;
  /** By what links name it: its path in the export with `/`, or a name that the source's format gives. */
  readonly key: string;
  /** Other keys that lead to it. */
  readonly aliases?: readonly string[] | undefined;
  /** Title that the source gives apart from the text. */
  readonly title?: string | undefined;
  /** Names of the folders above it in the export, outermost first. */
  readonly folder: readonly string[];
  /** What it shares with its translations, which get the same id. */
  readonly group?: string | undefined;
  /** Language that the source names. */
  readonly lang?: string | undefined;
  /** Whether the source calls it unpublished. */
  readonly draft?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
  /** The text, for the planner to edit. An image or a link that leads to a file has the address as written in the source. */
  readonly tree: Root;
  /** Images that lie in the page itself, by the address that `tree` has for them. */
  readonly embedded?: ReadonlyMap<string, Uint8Array> | undefined;
  /** What the source holds, counted in the source's own format. */
  readonly counts: ElementCounts;
  /** All words that a reader of the source sees, title excluded where it is apart. */
  readonly text: string;
  readonly remarks: readonly Remark[];
}

/** An export as read: its pages, and how to come by what they lead to. */
export interface Source {
  readonly pages: readonly SourcePage[];
  /** The key that `address`, as written in `page`, means; undefined for an address outside the export. */
  readonly keyOf: (address: string, page: SourcePage) => string | undefined;
  /** The file of the export under `key`: undefined where there is none or it lies outside, `'too-large'` above `assetSizeLimit`. */
  readonly readAsset: (key: string) => Promise<Uint8Array | 'too-large' | undefined>;
  /** What was left out and belongs to no page. */
  readonly remarks: readonly Remark[];
}

/** The line at which `node` begins, from 1, where the source has lines. */
export function lineOf(node: Pick<Node, 'position'>): number | undefined {
  return node.position?.start.line;
}

/** Largest picture or attachment that is taken, in bytes (25 MiB). */
export const assetSizeLimit = 25 * 1_048_576;

export const noElements: ElementCounts = { heading: 0, list: 0, table: 0, link: 0, image: 0 };

/** `counts` with the changes that `remarks` tell of. */
export function addChanges(counts: ElementCounts, remarks: readonly Remark[]): ElementCounts {
  const sum = (kind: ElementKind) =>
    remarks.reduce((total, { change }) => total + (change?.[kind] ?? 0), counts[kind]);
  return {
    heading: sum('heading'),
    list: sum('list'),
    table: sum('table'),
    link: sum('link'),
    image: sum('image'),
  };
}
