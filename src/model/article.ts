// What one Markdown file with front matter says about itself, once it was read and found sound.
import type { FollowUp } from './follow-up.ts';
import type { IsoDate } from './iso-date.ts';
import type { QuizSettings } from './quiz.ts';
import type { Digest, Status, Validation } from './trust.ts';

/** The kinds of article that the knowledge base knows. */
export const articleTypes = [
  'procedure',
  'decision',
  'faq',
  'macro',
  'reference',
  'announcement',
  'quiz',
  'ivr',
] as const;

export type ArticleType = (typeof articleTypes)[number];

/** How loudly an announcement speaks, quietest first. */
export const announcementLevels = ['info', 'major', 'urgent'] as const;

export type AnnouncementLevel = (typeof announcementLevels)[number];

/** What answers a question. */
export interface Ask {
  /** A variable of the context. */
  readonly variable: string;
  /** Answer of the flowchart → the values that it stands for; where absent, answers say the values by name or label. */
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined;
}

export interface Article {
  /** Path of the file from the knowledge base's root, with `/`. */
  readonly path: string;
  /** Folders below the content folder, outermost first: the article's category. */
  readonly category: readonly string[];
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly type: ArticleType;
  readonly owner: string;
  readonly summary?: string | undefined;
  readonly audience: readonly string[];
  readonly reasons: readonly string[];
  readonly tags: readonly string[];
  readonly keywords: readonly string[];
  /** Keys of forms in other tools, whose link opens this article. */
  readonly forms: readonly string[];
  readonly effective?: IsoDate | undefined;
  readonly expires?: IsoDate | undefined;
  readonly reviewed?: IsoDate | undefined;
  readonly validation?: Validation | undefined;
  /** Of an announcement; one without counts as `info`. */
  readonly level?: AnnouncementLevel | undefined;
  /** Whether readers are asked to confirm that they have read it. */
  readonly acknowledge: boolean;
  /** Earlier versions, by 12 hexadecimal digits, whose confirmations still count: the writer found nothing that matters changed since. */
  readonly acknowledgedAlso: readonly string[];
  /** Of a quiz: how many questions are drawn, and what passes. */
  readonly quiz?: QuizSettings | undefined;
  /** The questions of its first flowchart that the context of a contact answers, by node. */
  readonly asks?: Readonly<Record<string, Ask>> | undefined;
  /** Of a voice menu: where steps that end it transfer the call to, a `tel:` or `sip:` address by node. */
  readonly transfers?: Readonly<Record<string, string>> | undefined;
  /** What to check once the contact is over. */
  readonly followUps?: readonly FollowUp[] | undefined;
  readonly status: Status;
  readonly replaces: readonly string[];
  readonly replacedBy?: string | undefined;
  readonly formerly: readonly string[];
  readonly digest: Digest;
}

/** The address of an article inside the site, from its root: it depends on nothing but language and id. */
export function articleUrl(article: Pick<Article, 'lang' | 'id'>): string {
  return `${article.lang}/${article.id}.html`;
}
