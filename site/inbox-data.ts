// What the inbox of one language tells each page: the announcements that are or will be in force, and which remarks were answered.
import type { AnnouncementLevel } from '../src/model/article.ts';
import type { IsoDate } from '../src/model/iso-date.ts';

export interface InboxItem {
  readonly id: string;
  readonly title: string;
  readonly level: AnnouncementLevel;
  readonly effective?: IsoDate | undefined;
  readonly expires?: IsoDate | undefined;
  /** Whether readers are asked to confirm that they have read it. */
  readonly acknowledge: boolean;
  /** The version in force, then the earlier ones whose reading still counts. */
  readonly versions: readonly string[];
}

/** A remark that writers answered or closed: the device that wrote it knows its key. */
export interface InboxAnswer {
  readonly key: string;
  /** Changes with each answer. */
  readonly mark: string;
  readonly id: string;
  readonly title: string;
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
