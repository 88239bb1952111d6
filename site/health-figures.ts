// What the health page shows: counts and the heads of lists, with names in the page's language and links that the site has.
import type { ArticleType } from '../src/model/article.ts';
import type { Capped } from '../src/model/capped.ts';
import type { IsoDate } from '../src/model/iso-date.ts';
import type { Trust } from '../src/model/trust.ts';
import type { Validity } from '../src/model/validity.ts';

/** A file that can't be read as an article counts on both axes. */
type Counted<State extends string> = Readonly<Record<State | 'invalid', number>>;

/** A name, and where it leads in this site; without `url` the site has no such page. */
export interface Mention {
  readonly label: string;
  readonly url?: string | undefined;
}

export interface ArticleMention extends Mention {
  /** Undefined for a file that can't be read. */
  readonly lang: string | undefined;
  readonly owner: string;
  readonly validity: { readonly state: Validity | 'invalid' };
  readonly trust: Trust | 'invalid';
  readonly expires: IsoDate | undefined;
  /** Why it stands where it stands among what to update. */
  readonly why: string;
  readonly incomingLinks: number;
}

export interface StateFigures {
  readonly total: number;
  readonly validity: Counted<Validity>;
  readonly trust: Counted<Trust>;
}

export interface OwnerFigures extends StateFigures {
  readonly owner: Mention;
}

export interface ForecastFigures {
  readonly weeks: readonly WeekFigures[];
  readonly owners: readonly OwnerForecastFigures[];
  readonly warnings: Capped<{
    readonly owner: string;
    readonly monday: IsoDate;
    readonly articles: number;
    readonly handled: number;
  }>;
}

export interface WeekFigures {
  /** Year and number of the ISO week, such as `2026-47`: unique on the page. */
  readonly key: string;
  /** Number of the ISO week. */
  readonly week: number;
  readonly monday: IsoDate;
  readonly total: number;
  readonly articles: Capped<ArticleMention>;
}

export interface OwnerForecastFigures {
  readonly owner: Mention;
  readonly overdue: number;
  /** In the order of the forecast's weeks. */
  readonly weeks: readonly { readonly articles: number; readonly exceeds: boolean }[];
  readonly later: number;
  /** The most articles handled in one week of the past year, undefined where git did not tell. */
  readonly handled: number | undefined;
}

export interface WaitingFigures {
  readonly article: ArticleMention;
  readonly since:
    | {
        readonly date: IsoDate;
        readonly days: number;
        readonly basis: 'changed' | 'reviewed' | 'validated';
      }
    | undefined;
}

export interface ObsoleteFigures {
  readonly article: ArticleMention;
  readonly state: 'expired' | 'archived' | 'replaced';
}

export interface ReasonFigures {
  readonly reason: Mention;
  /** 0 for a reason on top; figures are those of the reasons below it too. */
  readonly depth: number;
  readonly types: Readonly<Record<ArticleType, number>>;
  readonly total: number;
  /** In the order of `CoverageFigures.otherLanguages`. */
  readonly inOthers: readonly number[];
  /** In the order of `CoverageFigures.audiences`. */
  readonly forAudiences: readonly number[];
  readonly hole: 'nothing' | 'no-procedure' | undefined;
}

export interface CoverageFigures {
  readonly lang: string;
  readonly otherLanguages: readonly string[];
  /** From the most restricted to the most open; none where there is only one. */
  readonly audiences: readonly string[];
  readonly reasons: readonly ReasonFigures[];
}

export interface HealthFigures extends StateFigures {
  readonly today: IsoDate;
  readonly owners: readonly OwnerFigures[];
  readonly toUpdate: Capped<ArticleMention>;
  readonly forecast: ForecastFigures;
  readonly waiting: Capped<WaitingFigures>;
  readonly obsolete: Capped<ObsoleteFigures>;
  readonly coverage: CoverageFigures;
}
