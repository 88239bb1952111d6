// The words of what readers say and confirm: votes, remarks, the outbox, announcements, receipts. Apart from the site's other texts, because a script brings them too.
import type { AnnouncementLevel } from '../../src/model/article.ts';
import type { UiLanguage } from '../../src/model/wording.ts';
import { fieldWordsEn } from './field-words-en.ts';
import { fieldWordsFr } from './field-words-fr.ts';

/** What a reader can choose in the dialog, in its order. */
export const reportKinds = ['wrong', 'outdated', 'unclear', 'missing', 'idea', 'macro'] as const;

export type ReportKind = (typeof reportKinds)[number];

/** Words of one language; functions take words that are ready to show. */
export interface FieldWords {
  readonly lang: UiLanguage;
  /** Names the part of an article's page. */
  readonly region: string;
  readonly close: string;
  readonly cancel: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly quote: (text: string) => string;
  readonly vote: Readonly<Record<'question' | 'yes' | 'no' | 'thanks' | 'sorry' | 'again' | 'gone', string>>;
  readonly report: {
    readonly open: string;
    readonly title: string;
    readonly what: string;
    readonly kinds: Readonly<Record<ReportKind, string>>;
    readonly comment: string;
    readonly commentHint: string;
    readonly needComment: string;
    readonly quoted: string;
    readonly unquote: string;
    readonly about: (title: string, version: string) => string;
    readonly atStep: (step: string) => string;
    readonly atSection: (section: string) => string;
    readonly personal: (kinds: string) => string;
    readonly anyway: string;
    readonly keep: string;
    readonly send: string;
    readonly kept: string;
    readonly full: (most: number) => string;
    readonly denied: string;
  };
  readonly outbox: {
    readonly title: string;
    readonly open: (count: number) => string;
    readonly empty: string;
    readonly intro: string;
    readonly introSend: string;
    readonly export: string;
    readonly exportAgain: string;
    readonly copyAll: string;
    readonly mail: string;
    readonly issue: string;
    readonly sendNow: string;
    readonly exported: (count: number) => string;
    readonly dropExported: string;
    readonly drop: string;
    readonly dropSure: string;
    readonly dropped: string;
    readonly states: Readonly<Record<'waiting' | 'exported' | 'refused', string>>;
    readonly refusedFor: (why: string) => string;
    readonly waitingFor: (minutes: number) => string;
    readonly sent: (count: number) => string;
    readonly notSent: string;
    readonly strange: (count: number) => string;
    readonly receipt: string;
    readonly usage: string;
    readonly mailSubject: (base: string) => string;
    readonly mailFile: string;
  };
  readonly inbox: {
    readonly title: string;
    readonly about: (date: string) => string;
    readonly none: string;
    readonly unread: string;
    /** Follows the number in the header's badge. */
    readonly unreadCount: string;
    readonly levels: Readonly<Record<AnnouncementLevel, string>>;
    readonly toAcknowledge: string;
    readonly answers: string;
    readonly answered: (title: string) => string;
    readonly rest: (count: number, formatted: string) => string;
    readonly region: string;
    readonly read: string;
    readonly markRead: string;
    readonly later: string;
    readonly denied: string;
  };
  readonly receipt: {
    readonly confirm: string;
    readonly done: (date: string, name: string) => string;
    readonly doneNameless: (date: string) => string;
    readonly changed: (date: string) => string;
    readonly differences: string;
    readonly nameTitle: string;
    readonly nameLabel: string;
    readonly nameHint: string;
    readonly nameSave: string;
    readonly nameChange: (name: string) => string;
  };
  readonly feedback: {
    readonly title: string;
    readonly about: string;
    readonly none: string;
    readonly ofArticle: string;
    readonly rest: (count: number, formatted: string) => string;
    readonly reply: (by: string, date: string) => string;
    readonly closed: (by: string, date: string) => string;
    readonly yours: string;
    readonly noOwner: string;
    readonly search: (query: string) => string;
    readonly count: (open: string, all: string) => string;
    readonly see: string;
  };
}

/** The words for a page in `lang`, in English where the site does not speak it. */
export function fieldWordsFor(lang: string): FieldWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fieldWordsFr : fieldWordsEn;
}
