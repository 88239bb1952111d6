// The page of what is new.
import type { Capped } from '../src/model/capped.ts';
import type { IsoDate } from '../src/model/iso-date.ts';
import type { ArticleCard, PageView } from './view.ts';

/** What happened to an article: by its dates, by git, or by the days that its front matter names. */
export type NewsKind = 'new' | 'changed' | 'archived' | 'expired' | 'effective' | 'reviewed' | 'validated';

export interface NewsView {
  readonly card: ArticleCard;
  readonly kind: NewsKind;
  readonly day: IsoDate;
  readonly by?: string | undefined;
}

/** What is new in one language. */
export interface NewsPageView extends PageView {
  readonly kind: 'news';
  /** The latest first. */
  readonly news: Capped<NewsView>;
  /** How many days back it goes. */
  readonly days: number;
  /** Whether git told of changes; the days of the front matter stand for it otherwise. */
  readonly knowsChanges: boolean;
  readonly feedUrl: string;
}
