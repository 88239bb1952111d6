// What the usage page shows: counts and the heads of lists, with names in the page's language and links that the site has.
import type { Capped } from '../src/model/capped.ts';
import type { IsoDate } from '../src/model/iso-date.ts';
import type { Mention } from './health-figures.ts';
import type { PageView } from './view.ts';

/** An article's name, in its own language. */
export interface UsedMention extends Mention {
  readonly lang: string;
}

export interface CountedMention extends UsedMention {
  readonly count: number;
}

export interface SearchFigures {
  readonly query: string;
  readonly count: number;
  /** The article that it should perhaps have led to; undefined for one that is missing. */
  readonly meant: UsedMention | undefined;
}

/** What readers answered at one step of a guide. */
export interface QuestionFigures {
  readonly text: string;
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  readonly left: number;
}

export interface GuideFigures extends CountedMention {
  /** Where it stands on the page, from 1. */
  readonly number: number;
  readonly left: number;
  readonly questions: Capped<QuestionFigures>;
  /** Mermaid source of its picture; undefined where the flowchart is gone. */
  readonly code: string | undefined;
  /** By edge of the flow: the share of those who left its question by it, 0 to 1; undefined where nobody is counted. */
  readonly shares: readonly (number | undefined)[];
}

export interface VoteFigures extends UsedMention {
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface UsageFigures {
  readonly today: IsoDate;
  readonly since: IsoDate;
  /** First day of which there is a count; undefined where nothing was counted. */
  readonly from: IsoDate | undefined;
  readonly views: number;
  /** Searches without any result, of any words. */
  readonly searchesInVain: number;
  readonly adoption: readonly { readonly days: number; readonly active: number; readonly people: number }[];
  readonly mostRead: Capped<CountedMention>;
  readonly notFound: Capped<SearchFigures>;
  readonly notOpened: Capped<SearchFigures>;
  readonly guides: Capped<GuideFigures>;
  readonly copies: Capped<CountedMention>;
  readonly votes: Capped<VoteFigures>;
  readonly neverRead: Capped<UsedMention>;
}

export interface UsageView extends PageView {
  readonly kind: 'usage';
  readonly usage: UsageFigures;
  /** HTML of each shown guide's picture, sanitised, with the shares on it; undefined where there is none. */
  readonly pictures: readonly (string | undefined)[];
}
