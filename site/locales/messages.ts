// Every text of the reader's site, typed, so that no language can lack one.
import type { ArticleType } from '../../src/model/article.ts';
import type { Trust } from '../../src/model/trust.ts';
import type { Validity } from '../../src/model/validity.ts';
import type { UiLanguage } from '../../src/model/wording.ts';
import type { SearchWords } from './search-words.ts';

/** A title and what the reader should do about it. */
export interface NoticeText {
  readonly title: string;
  readonly advice: string;
}

/** Texts of one language. Functions take words that are ready to show (dates and numbers already formatted). */
export interface Messages {
  readonly lang: UiLanguage;
  /** The sign that follows a label, with the language's own spacing. */
  readonly colon: string;
  readonly skipToContent: string;
  readonly home: string;
  readonly breadcrumb: string;
  readonly languages: string;
  readonly types: Readonly<Record<ArticleType, string>>;
  readonly validities: Readonly<Record<Validity, string>>;
  readonly trusts: Readonly<Record<Trust, string>>;
  readonly articleCount: (count: number, formatted: string) => string;
  readonly search: SearchWords;
  readonly homePage: {
    readonly question: string;
    readonly announcements: string;
    readonly reasons: string;
    readonly categories: string;
    readonly owners: string;
  };
  readonly article: ArticleMessages;
  readonly list: {
    readonly kinds: Readonly<Record<'category' | 'reason' | 'owner', string>>;
    readonly children: string;
    readonly articles: string;
    readonly empty: string;
    readonly pages: string;
    readonly page: (page: string, pages: string) => string;
    readonly previous: string;
    readonly next: string;
  };
  readonly health: HealthMessages;
  readonly notFound: { readonly title: string; readonly advice: string; readonly browse: string };
  readonly redirect: { readonly moved: string; readonly follow: string };
  /** Above every page of a site that shows a past day. */
  readonly asOf: (date: string) => string;
  readonly footer: { readonly builtOn: (date: string) => string };
  readonly copy: {
    readonly text: string;
    readonly done: string;
    readonly failed: string;
  };
  readonly dev: DevMessages;
}

export interface ArticleMessages {
  readonly status: string;
  readonly contents: string;
  readonly about: string;
  readonly related: string;
  readonly owner: string;
  readonly reasons: string;
  readonly tags: string;
  readonly audience: string;
  readonly reviewed: string;
  readonly identifier: string;
  readonly validUntil: (date: string) => string;
  readonly noEnd: string;
  readonly due: (date: string) => string;
  readonly expiredSince: (date: string) => string;
  readonly scheduledFrom: (date: string) => string;
  readonly undated: string;
  readonly validatedBy: (by: string, on: string) => string;
  readonly changedSince: (on: string) => string;
  readonly notices: {
    readonly expired: (since: string) => NoticeText;
    readonly due: (until: string) => NoticeText;
    readonly scheduled: (from: string) => NoticeText;
    readonly undated: NoticeText;
    readonly unvalidated: NoticeText;
    readonly changed: (on: string) => NoticeText;
    readonly draft: NoticeText;
    readonly archived: NoticeText;
  };
  readonly changes: {
    readonly show: string;
    readonly since: (on: string, by: string) => string;
    readonly added: string;
    readonly removed: string;
    readonly gap: string;
  };
  readonly contactOwner: string;
  readonly successor: string;
}

type HealthPart = 'toUpdate' | 'validity' | 'trust' | 'forecast' | 'waiting' | 'obsolete' | 'coverage';

export interface HealthMessages {
  readonly title: string;
  /** The day on which everything was judged. */
  readonly asOf: (date: string) => string;
  readonly notLater: string;
  /** What the total takes in; `articles` is the total with its noun. */
  readonly counted: (articles: string) => string;
  /** The numbers at the top of the page, and what they are together. */
  readonly keyFigures: string;
  readonly figures: Readonly<
    Record<'expired' | 'due' | 'undated' | 'unvalidated' | 'changed' | 'holes', string>
  >;
  /** Title of each part, what to know to read it, and what it says where it has nothing to show. */
  readonly titles: Readonly<Record<HealthPart | 'byWeek', string>>;
  readonly notes: Readonly<Record<Exclude<HealthPart, 'coverage'>, string>>;
  readonly coverageNote: (language: string) => string;
  readonly empty: Readonly<Record<Exclude<HealthPart, 'validity' | 'trust' | 'forecast'> | 'byWeek', string>>;
  readonly columns: Readonly<
    Record<
      'owner' | 'share' | 'total' | 'article' | 'state' | 'expires' | 'why' | 'links' | 'since' | 'reason',
      string
    >
  >;
  readonly allOwners: string;
  /** The state of a file that can't be read, and the row of such files. */
  readonly unreadable: string;
  readonly unreadableFiles: string;
  readonly replaced: string;
  /** How many are left out of a list. */
  readonly rest: (count: number, formatted: string) => string;
  readonly forecast: {
    readonly overdue: string;
    readonly later: string;
    readonly best: string;
    readonly unknown: string;
    readonly weekOf: (monday: string) => string;
    readonly weekNumber: (number: string) => string;
    readonly exceeds: string;
    readonly warnings: string;
    readonly warning: (owner: string, articles: string, monday: string, handled: string) => string;
    readonly pastUnknown: string;
  };
  /** What the first day of a wait is the day of. */
  readonly waitingSince: Readonly<Record<'changed' | 'reviewed' | 'validated', (date: string) => string>>;
  readonly undatedWait: string;
  readonly days: (count: number, formatted: string) => string;
  readonly holes: Readonly<Record<'nothing' | 'no-procedure', string>>;
}

export interface DevMessages {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly close: string;
  readonly show: string;
  readonly lost: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'info', string>>;
}
