// What the layouts show of the field: the ways out, remarks by article and team, announcements.
import type { AnnouncementLevel } from '../src/model/article.ts';
import type { Capped } from '../src/model/capped.ts';
import type { FeedbackClosing, FeedbackReply, FeedbackState } from '../src/model/feedback-record.ts';
import type { Verdict } from '../src/model/field-item.ts';
import type { IsoDate } from '../src/model/iso-date.ts';
import type { InboxAnswer } from './inbox-data.ts';
import type { ArticleCard, CountedLink, PageView, SiteLink } from './view.ts';

/** The ways out of a reader's outbox beside a file and a text. */
export interface FieldView {
  readonly endpoint?: string | undefined;
  readonly mail?: string | undefined;
  readonly issues?: string | undefined;
  /** E-mail domains of the team: not a customer's data. */
  readonly domains: readonly string[];
  /** Whether pages count what readers do; and whether those who gave a name count as present on a day. */
  readonly usage: boolean;
  readonly adoption: boolean;
}

/** What an article's page asks of its readers and tells of them. */
export interface ArticleFieldView {
  /** Whether readers are asked to confirm that they have read it. */
  readonly acknowledge?: boolean | undefined;
  /** The version in force and the earlier ones whose reading still counts, where readings are remembered. */
  readonly acknowledged?: readonly string[] | undefined;
  /** Remarks of readers, those that wait first, in the site of those who may know. */
  readonly remarks?: Capped<RemarkView> | undefined;
}

/** A remark of a reader and what became of it; personal data masked, no reader named. */
export interface RemarkView {
  readonly key: string;
  readonly state: FeedbackState;
  readonly on: IsoDate;
  readonly verdict: Verdict;
  /** The article that it is about, where the site has it. */
  readonly about?: SiteLink | undefined;
  readonly query?: string | undefined;
  readonly quote?: string | undefined;
  readonly comment?: string | undefined;
  readonly replies: readonly FeedbackReply[];
  readonly closed?: FeedbackClosing | undefined;
}

/** Remarks by owning team: the list of teams, or one team's remarks. */
export interface FeedbackPageView extends PageView {
  readonly kind: 'feedback';
  /** Undefined on the page that lists the teams. */
  readonly owner?: string | undefined;
  readonly teams: readonly (CountedLink & { readonly open: number })[];
  readonly remarks: Capped<RemarkView>;
}

/** An announcement in the inbox. */
export interface AnnouncementRow {
  readonly card: ArticleCard;
  readonly level: AnnouncementLevel;
  readonly effective?: IsoDate | undefined;
  readonly acknowledge: boolean;
  readonly versions: readonly string[];
}

/** A remark of some reader that was answered, and the article below which the answer is. */
export interface AnsweredRemark extends InboxAnswer {
  readonly article: SiteLink;
}

export interface InboxView extends PageView {
  readonly kind: 'inbox';
  /** The latest first. */
  readonly announcements: Capped<AnnouncementRow>;
  /** The latest first: each is shown to the reader whose remark it answers. */
  readonly answers: readonly AnsweredRemark[];
}
