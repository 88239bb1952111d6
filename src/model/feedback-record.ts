// A remark as the writers keep it: what the reader said, what was answered, and how it ended.
import type { FeedbackItem } from './field-item.ts';
import type { IsoDate } from './iso-date.ts';
import type { Wording } from './wording.ts';

export interface FeedbackReply {
  readonly by: string;
  readonly on: IsoDate;
  readonly text: string;
}

export interface FeedbackClosing {
  readonly by: string;
  readonly on: IsoDate;
  /** The commit that mended the article. */
  readonly commit?: string | undefined;
}

export interface FeedbackRecord {
  readonly item: FeedbackItem;
  /** The base that the reader's device named, where it was another than this one. */
  readonly base?: string | undefined;
  /** Oldest first. */
  readonly replies: readonly FeedbackReply[];
  readonly closed?: FeedbackClosing | undefined;
}

/** Where a remark stands, in the order of its life. */
export const feedbackStates = ['open', 'answered', 'closed'] as const;

export type FeedbackState = (typeof feedbackStates)[number];

export const feedbackStateWords: Readonly<Record<FeedbackState, Wording>> = {
  open: { fr: 'Ouvert', en: 'Open' },
  answered: { fr: 'Répondu', en: 'Answered' },
  closed: { fr: 'Clos', en: 'Closed' },
};

/** Longest texts of what writers add, in UTF-16 code units, and most replies to a remark. */
export const replyLimits = { by: 100, text: 4_000, commit: 100, replies: 50 } as const;

/** A remark is open until somebody answers or closes it: no state is written down that could say otherwise. */
export function judgeFeedback({
  replies,
  closed,
}: Pick<FeedbackRecord, 'replies' | 'closed'>): FeedbackState {
  if (closed) return 'closed';
  return replies.length > 0 ? 'answered' : 'open';
}

/** Whether `item` only says yes or no: it is counted, and nobody has to answer it. */
export function isVote(item: FeedbackItem): boolean {
  const { verdict, about, comment, quote } = item;
  return (
    (verdict === 'helpful' || verdict === 'unhelpful') &&
    about !== undefined &&
    comment === undefined &&
    quote === undefined
  );
}
