// How a page's script tells `field.js` what its reader wants.
import type { ArticleReference, ReceiptItem } from '../../src/model/field-item.ts';

/** `helpful`, `unhelpful`, `report`, `not-found`, `outbox` and `receipt` are buttons of that name (`data-field-ask`). */
export interface FieldRequest {
  /** `look`: something waits on this device, or the page has something to confirm. */
  readonly ask: string;
  /** The button that was pressed. */
  readonly from?: HTMLElement | undefined;
  /** `confirm`: the announcement that was read; with a `score`, the quiz that was done. */
  readonly about?: ArticleReference | undefined;
  readonly score?: ReceiptItem['score'];
  /** What was selected when it was pressed. */
  readonly quote: string;
}

/** The event on `document` that tells that something was read, or could not be kept as read (`detail`: its id). */
export const readingChanged = 'kb:read';

/** The event on `document` with which a finished quiz hands itself over (`detail`: `about` and `score`). */
export const quizFinished = 'kb:quiz-finished';

/** The event on `document` with which `urgent.js` asks `kb.js` for the inbox: its `detail` is an `InboxNow` to be filled. */
export const inboxAsked = 'kb:inbox';

/** The event on `document` that carries a `FieldRequest`. */
export const fieldRequest = 'kb:field';

/** Begins the name of everything that waits in the outbox. */
export const outboxPrefix = 'kb:outbox:';

/** Where the keys of the remarks that were written here are kept. */
export const ownKeysName = 'kb:own';

/** Where this tab keeps which urgent announcements it shows later. */
export const laterKey = 'kb:later';
