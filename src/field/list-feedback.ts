// Remarks as writers look at them: with the article's owner, what is odd about them, and no personal data.
import { findArticle, type KnowledgeBase } from '../content/knowledge-base.ts';
import {
  type FeedbackClosing,
  type FeedbackReply,
  type FeedbackState,
  judgeFeedback,
} from '../model/feedback-record.ts';
import type { ArticleReference, Verdict } from '../model/field-item.ts';
import type { IsoDate } from '../model/iso-date.ts';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
} from '../model/personal-data/find-personal-data.ts';
import type { UiLanguage } from '../model/wording.ts';
import { type ItemMark, markItem } from './mark-item.ts';
import type { FeedbackFile } from './read-feedback.ts';

export interface ListedFeedback {
  readonly key: string;
  readonly path: string;
  readonly state: FeedbackState;
  readonly on: IsoDate;
  readonly verdict: Verdict;
  readonly about: ArticleReference | null;
  readonly title: string | null;
  readonly owner: string | null;
  readonly step: string | null;
  /** A key of the roster, or what the reader typed in its place. */
  readonly reader: string | null;
  readonly query: string | null;
  /** Personal data masked, as in `quote` and `query`. */
  readonly comment: string | null;
  readonly quote: string | null;
  readonly replies: readonly FeedbackReply[];
  readonly closed: FeedbackClosing | null;
  readonly marks: readonly ItemMark[];
  /** What was masked. */
  readonly personalData: readonly PersonalDataKind[];
}

export interface FeedbackFilter {
  readonly state?: FeedbackState | undefined;
  /** A key of the configuration's owners. */
  readonly owner?: string | undefined;
  /** The id of an article, in any language. */
  readonly article?: string | undefined;
}

/** The kinds of personal data in what a reader wrote. */
export function personalDataIn(
  texts: readonly (string | undefined)[],
  ownDomains: readonly string[],
): PersonalDataKind[] {
  const found = texts.flatMap((text) => (text === undefined ? [] : findPersonalData(text, ownDomains)));
  return [...new Set(found.map(({ kind }) => kind))];
}

function listFile(
  { path, record }: FeedbackFile,
  base: KnowledgeBase,
  today: IsoDate,
  lang: UiLanguage,
): ListedFeedback {
  const { item, replies, closed } = record;
  const { domains } = base.config.contacts;
  const mask = (text: string | undefined) =>
    text === undefined ? null : maskPersonalData(text, lang, domains);
  const article = item.about && findArticle(base, item.about.id, item.about.lang)?.article;
  return {
    key: item.key,
    path,
    state: judgeFeedback(record),
    on: item.on,
    verdict: item.verdict,
    about: item.about ?? null,
    title: article?.title ?? null,
    owner: article?.owner ?? null,
    step: item.step ?? null,
    reader: item.reader ?? null,
    query: mask(item.query),
    comment: mask(item.comment),
    quote: mask(item.quote),
    replies: replies.map((reply) => ({ ...reply, text: maskPersonalData(reply.text, lang, domains) })),
    closed: closed ?? null,
    marks: markItem({ ...item, base: record.base }, base, today),
    personalData: personalDataIn([item.comment, item.quote, item.query], domains),
  };
}

/** The remarks that `filter` keeps, in the order of `files`; words for what is masked in `lang`. Pure. */
export function listFeedback(
  files: readonly FeedbackFile[],
  base: KnowledgeBase,
  today: IsoDate,
  lang: UiLanguage,
  { state, owner, article }: FeedbackFilter = {},
): ListedFeedback[] {
  return files
    .map((file) => listFile(file, base, today, lang))
    .filter(
      (listed) =>
        (state === undefined || listed.state === state) &&
        (owner === undefined || listed.owner === owner) &&
        (article === undefined || listed.about?.id === article),
    );
}
