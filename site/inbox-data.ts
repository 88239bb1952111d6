// What the inbox of one language tells each page: the announcements that are or will be in force, and which remarks were answered.
import type { AnnouncementLevel } from '../src/model/article.ts';
import type { IsoDate } from '../src/model/iso-date.ts';

/** An announcement, in as few bytes as counting it takes: every page loads them all. */
export interface InboxItem {
  readonly id: string;
  /** Of an urgent one, which stands before the page. */
  readonly title?: string | undefined;
  readonly level?: AnnouncementLevel | undefined;
  readonly effective?: IsoDate | undefined;
  readonly expires?: IsoDate | undefined;
  /** The version in force, then the earlier ones whose reading still counts. */
  readonly versions: readonly string[];
}

/** A remark that writers answered or closed: the device that wrote it knows its key. */
export interface InboxAnswer {
  /** The beginning of the key, which is random: enough to tell it from any other. */
  readonly key: string;
  /** Changes with each answer. */
  readonly mark: string;
}

/** The words of the banner of urgent announcements: they come with the data, so that a page that shows it carries no others. */
export interface UrgentWords {
  readonly lang: string;
  readonly region: string;
  readonly urgent: string;
  readonly read: string;
  readonly markRead: string;
  readonly later: string;
  readonly denied: string;
}

/** Characters of a key that name a remark here. */
export const answerKeyLength = 12;

export interface InboxData {
  readonly lang: string;
  readonly words: UrgentWords;
  /** Newest first. */
  readonly items: readonly InboxItem[];
  /** Latest first. */
  readonly answers: readonly InboxAnswer[];
}

/** The global that the data's script sets: a script, because `file://` allows no fetch. */
export const inboxGlobal = 'kbInbox';

/** Most announcements, and most answers, that a page is told of. */
export const mostInInbox = 50;

export function inboxUrl(lang: string): string {
  return `${lang}/inbox.html`;
}

export function inboxDataUrl(lang: string): string {
  return `${lang}/inbox.js`;
}
