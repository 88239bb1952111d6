// What readers' devices send back from the field: one shape, whether it travels by file, by clipboard or to an endpoint (docs/field-items.md).
import type { IsoDate } from './iso-date.ts';

/** Version of the envelope and of the items in it. */
export const fieldVersion = 1;

/** What a reader can say of an article, or of a search that found nothing (`not-found`). */
export const verdicts = [
  'helpful',
  'unhelpful',
  'wrong',
  'outdated',
  'unclear',
  'missing',
  'idea',
  'macro',
  'not-found',
] as const;

export type Verdict = (typeof verdicts)[number];

/** The very content that an item is about. */
export interface ArticleReference {
  readonly id: string;
  readonly lang: string;
  /** The version that the reader saw, as the page names it: the first 12 hexadecimal digits of the article's digest. */
  readonly version: string;
}

interface ItemBase {
  /**
   * Made once on the device where the item was written: who receives an item twice knows it by its key.
   * A random UUID for feedback and counts; receipts and days of presence have a key that follows from what they say, so that a device never says it twice.
   */
  readonly key: string;
  /** The reader's day in the knowledge base's time zone; a device's clock may be wrong. */
  readonly on: IsoDate;
  /** The key of `roster.yaml` by which the reader named themself; a server with a trusted proxy replaces it. */
  readonly reader?: string | undefined;
}

/** A remark, a question or a vote. */
export interface FeedbackItem extends ItemBase {
  readonly kind: 'feedback';
  readonly verdict: Verdict;
  /** Undefined for a search that found nothing. */
  readonly about?: ArticleReference | undefined;
  /** The step of the guide, or the heading's anchor, where the reader stood. */
  readonly step?: string | undefined;
  /** What was searched without result. */
  readonly query?: string | undefined;
  /** The language of the page on which it was written. */
  readonly lang: string;
  readonly comment?: string | undefined;
  /** Text of the article that the reader had selected. */
  readonly quote?: string | undefined;
}

/** Somebody acknowledged an article, an announcement or the end of a quiz, in one version of it. */
export interface ReceiptItem extends ItemBase {
  readonly kind: 'receipt';
  readonly about: ArticleReference;
  /** Undefined where the device was told no name: it counts for nobody until somebody names it. */
  readonly reader?: string | undefined;
  /** Of a quiz: how many questions were answered right, of how many. */
  readonly score?: { readonly right: number; readonly of: number } | undefined;
}

/** What is counted, and for what: never who. */
export const counterKinds = [
  /** `<lang>/<id>` was opened. */
  'view',
  /** The query found nothing. */
  'search-empty',
  /** The query found something, and nothing was opened. */
  'search-left',
  /** `<lang>/<id>#<node> → <way>`: the answer was taken in the guide. */
  'answer',
  /** `<lang>/<id>#<node>`: the guide was left there, before an outcome. */
  'guide-left',
  /** `<lang>/<id>`: text of the macro was copied. */
  'copy',
  /** `<lang>/<id>`: voted helpful. */
  'helpful',
  'unhelpful',
] as const;

export type CounterKind = (typeof counterKinds)[number];

export interface Counter {
  readonly of: CounterKind;
  readonly what: string;
  /** A whole number from 1. */
  readonly count: number;
}

/** Counts of one device on one day, as many as it sends at a time: nothing in them tells one device from another. */
export interface UsageItem extends ItemBase {
  readonly kind: 'usage';
  readonly counters: readonly Counter[];
}

/** Somebody of the roster used the base on this day: all that is told of a person, and only where the configuration asks for it. */
export interface PresenceItem extends ItemBase {
  readonly kind: 'presence';
}

export type FieldItem = FeedbackItem | ReceiptItem | UsageItem | PresenceItem;

/** Longest texts, in UTF-16 code units; devices cut, receivers refuse what is longer. */
export const fieldLimits = {
  key: 100,
  name: 100,
  comment: 2_000,
  quote: 500,
  query: 200,
  step: 200,
  what: 300,
  counters: 200,
  count: 100_000,
} as const;

/** Bytes of one request's body, and so of one envelope on its way to an endpoint. */
export const fieldBodyLimit = 16_384;

/** What a file, the clipboard and a request hold. */
export interface FieldEnvelope {
  readonly version: typeof fieldVersion;
  /** The knowledge base's name, so that a file for another base is noticed. */
  readonly base: string;
  readonly items: readonly FieldItem[];
}
