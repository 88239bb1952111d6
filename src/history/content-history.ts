// What git knows of the articles' content, as checks need it.
import type { IsoDate } from '../model/iso-date.ts';

/** The last commit that changed what a reader of an article sees: its body, or front matter beside dates and validation. */
export interface LastEdit {
  /** Abbreviated commit id. */
  readonly commit: string;
  /** The author's name, as git's mailmap has it. */
  readonly author: string;
  /** The author's calendar day. */
  readonly day: IsoDate;
}

/** The last commit that moved `expires` or `reviewed` of an article and changed nothing else of it. */
export interface DateMove {
  readonly commit: string;
  readonly day: IsoDate;
  /** How many articles had only their dates moved in that commit, this one included. */
  readonly articles: number;
}

/** By path from the knowledge base's root; a path that git does not know is absent. */
export interface ContentHistory {
  readonly lastEdits: ReadonlyMap<string, LastEdit>;
  readonly dateMoves: ReadonlyMap<string, DateMove>;
}
